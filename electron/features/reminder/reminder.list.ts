import type { reminderContract } from '#shared/features/reminder/reminder.contract.ts';
import type { CallLine, CallPage, ShownReason } from '#shared/features/reminder/reminder-views.ts';
import {
  callListOf,
  type ListEntry,
  type ListReason,
} from '#shared/features/reminder/reminder-list.rules.ts';
import { reminderPlan } from '#shared/features/reminder/reminder-plan.rules.ts';
import { reminderKinds } from '#shared/features/reminder/reminder.fields.ts';
import { customerFields } from '#shared/features/customer/customer.fields.ts';
import { dayFromNumber, isOverdue, type Day } from '#shared/kernel/day.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { HandlersOf, QueryContext } from '#electron/kernel/handler.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import { shownTo } from '../follow-up/follow-up.due.ts';
import { readCarePeople, readHistory, readTerms } from './reminder.history.ts';
import type { KeptStore } from './reminder.kept.ts';
import { readReminderRules } from './reminder.repository.ts';
import { shownPlate } from './reminder.vehicle.ts';

/** How many reasons of a customer the list names. */
const shownReasons = 4;

/** The whole list of a day; null: none yet. */
type KeptList = { readonly version: unknown; readonly today: Day; readonly entries: readonly ListEntry[] };

/** Keeps the list between pages, until anybody writes anything. */
export function callLists(
  sqlite: Sqlite,
  kept: { get(today: Day): Promise<KeptStore> },
): (reader: Reader, today: Day) => Promise<readonly ListEntry[]> {
  let list: KeptList | null = null;
  return async (reader, today) => {
    const version = sqlite.pragma('data_version', { simple: true });
    if (list && list.version === version && list.today === today) return list.entries;
    const store = await kept.get(today);
    const history = { ...(await readHistory(reader, today)), silent: store.silent };
    const plan = reminderPlan(await readReminderRules(reader), today);
    const care = await readCarePeople(reader, today);
    const entries = callListOf(store, plan, history, {
      today,
      terms: await readTerms(reader),
      carePeople: care.map(({ id }) => id),
    });
    list = { version, today, entries };
    return entries;
  };
}

type Asked = Parameters<HandlersOf<typeof reminderContract>['calls']>[0];

export function shownReason(
  { kind, vehicleId, due }: Pick<ListReason, 'kind' | 'vehicleId' | 'due'>,
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
  entries: readonly ListEntry[],
  { whose, kind, page, pageSize }: Asked,
): Promise<CallPage> {
  const { reader, actor, clock } = context;
  const today = clock.today();
  const care = await readCarePeople(reader, today);
  const isMine = whose === 'mine' && care.some(({ id }) => id === actor.personId);
  const careId = whose === 'all' ? null : whose === 'mine' ? (isMine ? actor.personId : null) : whose;
  const kindAsked = kind === null ? -1 : reminderKinds.indexOf(kind);
  const chosen = entries.filter(
    (entry) =>
      (careId === null || entry.careId === careId) &&
      (kindAsked < 0 || entry.reasons.some((reason) => reason.kind === kindAsked)),
  );
  const shown = chosen.slice((page - 1) * pageSize, page * pageSize);
  const lines = await linesOf(context, shown, new Map(care.map(({ id, name }) => [id, name])));
  let [overdue, promised, valueFen] = [0, 0, 0];
  const totals = new Map<number | null, number>();
  for (const { due, promisedOn, valueFen: value } of chosen) {
    if (isOverdue(dayFromNumber(due), today)) overdue += 1;
    if (promisedOn !== null) promised += 1;
    valueFen += value;
  }
  for (const { careId: of } of entries) totals.set(of, (totals.get(of) ?? 0) + 1);
  return {
    total: chosen.length,
    overdue,
    promised,
    valueFen,
    lines,
    care: care.map(({ id, name }) => ({ id, name, total: totals.get(id) ?? 0 })),
    isMine,
    terms: await readTerms(reader),
  };
}

async function linesOf(
  context: QueryContext,
  entries: readonly ListEntry[],
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
  const firsts = entries.map(({ reasons }) =>
    reasons.toSorted((a, b) => a.due - b.due).slice(0, shownReasons),
  );
  const vehicleIds = firsts.flat().map(({ vehicleId }) => vehicleId);
  const vehicles = await reader
    .selectFrom('vehicle')
    .select(['id', 'plate'])
    .where('id', 'in', vehicleIds.length > 0 ? vehicleIds : [0])
    .execute();
  const plates = new Map(vehicles.map(({ id, plate }) => [id, plate]));
  const byId = new Map(customers.map((customer) => [customer.id, customer]));
  const talks = new Map(lastTalks.map(({ customerId, on }) => [customerId, on]));
  return entries.map((entry, index) => {
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
      reasons: (firsts[index] ?? []).map((reason) => shownReason(reason, plates, context)),
      reasonCount: entry.reasons.length,
    };
  });
}
