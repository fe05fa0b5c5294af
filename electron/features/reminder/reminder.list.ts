import type { reminderContract } from '#shared/features/reminder/reminder.contract.ts';
import type { CallLine, CallPage, ShownReason } from '#shared/features/reminder/reminder-views.ts';
import type { ListedReason } from '#shared/features/reminder/reminder-list.rules.ts';
import { reminderKinds } from '#shared/features/reminder/reminder.fields.ts';
import { customerFields } from '#shared/features/customer/customer.fields.ts';
import { dayFromNumber, isOverdue } from '#shared/kernel/day.ts';
import type { HandlersOf, QueryContext } from '#electron/kernel/handler.ts';
import { shownTo } from '../follow-up/follow-up.due.ts';
import { readCarePeople, readTerms } from './reminder.history.ts';
import type { Reckoner, ShownEntry } from './reminder.reckoner.ts';
import { shownPlate } from './reminder.vehicle.ts';

type Asked = Parameters<HandlersOf<typeof reminderContract>['calls']>[0];

export function shownReason(
  { kind, vehicleId, due }: ListedReason,
  plates: ReadonlyMap<number, string | null>,
  { actor, clock }: Pick<QueryContext, 'actor' | 'clock'>,
): ShownReason {
  const dueOn = dayFromNumber(due);
  return {
    kind: reminderKinds[kind] ?? 'annualTest',
    vehicleId: vehicleId || null,
    plate: shownPlate(actor, plates.get(vehicleId) ?? null),
    dueOn,
    isOverdue: isOverdue(dueOn, clock.today()),
  };
}

/** One page of the list with names, telephones and plates of its customers alone. */
export async function readCallPage(
  context: QueryContext,
  reckoner: Reckoner,
  { whose, kind, page, pageSize }: Asked,
): Promise<CallPage> {
  const { reader, actor, clock } = context;
  const today = clock.today();
  const care = await readCarePeople(reader, today);
  const isMine = whose === 'mine' && care.some(({ id }) => id === actor.personId);
  const { shown, totals, ...sums } = await reckoner.list({
    today,
    careId: whose === 'all' ? null : whose === 'mine' ? (isMine ? actor.personId : null) : whose,
    kind: kind === null ? null : reminderKinds.indexOf(kind),
    page,
    pageSize,
  });
  return {
    ...sums,
    lines: await linesOf(context, shown, new Map(care.map(({ id, name }) => [id, name]))),
    care: care.map(({ id, name }) => ({ id, name, total: totals.get(id) ?? 0 })),
    isMine,
    terms: await readTerms(reader),
  };
}

async function linesOf(
  context: QueryContext,
  entries: readonly ShownEntry[],
  care: ReadonlyMap<number, string>,
): Promise<CallLine[]> {
  const { reader, actor } = context;
  if (entries.length === 0) return [];
  const ids = entries.map(({ customerId }) => customerId);
  const customers = await reader
    .selectFrom('customer')
    .select(['id', 'name', 'phone'])
    .where('id', 'in', ids)
    .execute();
  const lastTalks = await reader
    .selectFrom('followUp')
    .select((select) => ['customerId', select.fn.max('happenedOn').as('on')])
    .where('customerId', 'in', ids)
    .where('removedAt', 'is', null)
    .groupBy('customerId')
    .execute();
  const vehicleIds = entries.flatMap(({ soonest }) => soonest.map(({ vehicleId }) => vehicleId));
  const vehicles = await reader
    .selectFrom('vehicle')
    .select(['id', 'plate'])
    .where('id', 'in', vehicleIds.length > 0 ? vehicleIds : [0])
    .execute();
  const plates = new Map(vehicles.map(({ id, plate }) => [id, plate]));
  const byId = new Map(customers.map((customer) => [customer.id, customer]));
  const talks = new Map(lastTalks.map(({ customerId, on }) => [customerId, on]));
  return entries.map((entry) => {
    const customer = byId.get(entry.customerId);
    return {
      customerId: entry.customerId,
      customerName: customer?.name ?? '',
      phone: shownTo(actor, customerFields.phone, customer?.phone ?? null),
      valueFen: entry.valueFen,
      dueOn: dayFromNumber(entry.due),
      promisedOn: entry.promisedOn,
      lastOn: talks.get(entry.customerId) ?? null,
      careName: entry.careId === null ? null : (care.get(entry.careId) ?? null),
      reasons: entry.soonest.map((reason) => shownReason(reason, plates, context)),
      reasonCount: entry.reasonCount,
    };
  });
}
