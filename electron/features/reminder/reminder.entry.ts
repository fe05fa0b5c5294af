import type { CallEntry, EntryReason, ShownReason, Talk } from '#shared/features/reminder/reminder-views.ts';
import { kindIndex, place, rowLength } from '#shared/features/reminder/reminder-facts.ts';
import { sameTouch, worthOf } from '#shared/features/reminder/reminder-campaign.rules.ts';
import type { Touch } from '#shared/features/campaign/campaign-views.ts';
import { eachOpen } from '#shared/features/reminder/reminder-open.rules.ts';
import { togetherDays, workshopKinds } from '#shared/features/reminder/reminder-call.rules.ts';
import type { ListReason } from '#shared/features/reminder/reminder-list.rules.ts';
import { reminderPlan } from '#shared/features/reminder/reminder-plan.rules.ts';
import type { CallCode } from '#shared/features/reminder/reminder.fields.ts';
import { eachReminder } from '#shared/features/reminder/reminder.rules.ts';
import { contactFields, customerFields } from '#shared/features/customer/customer.fields.ts';
import type { FollowUpResult } from '#shared/features/follow-up/follow-up.fields.ts';
import { dayNumber, isDay, type Day } from '#shared/kernel/day.ts';
import { saidIn, type Language } from '#shared/kernel/language.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { QueryContext } from '#electron/kernel/handler.ts';
import { openTouchOf, readTouches } from '../campaign/campaign.open.ts';
import { designOn } from '../membership/membership.design.ts';
import { shownTo } from '../follow-up/follow-up.due.ts';
import { readAppointments } from './reminder.appointments.ts';
import { rowsIn } from '#electron/kernel/read-rows.ts';
import { readReminderBase } from './reminder.base.ts';
import { shownReason } from './reminder.list.ts';
import { membersBy, readMemberFacts, salesSince } from './reminder.members.ts';
import { readReminderRules, type StoredReminderRule } from './reminder.repository.ts';

/** How many talks stand beside the script. */
const shownTalks = 6;

export type OpenOfCustomer = {
  readonly customer: {
    readonly id: number;
    readonly name: string;
    readonly phone: string | null;
    readonly consent: string;
    readonly doNotCall: number | null;
  };
  /** What may be spoken about today, soonest due first; who was called lately does not matter here. */
  readonly reasons: readonly ListReason[];
  /** What is due soon on the other halves of tractors and trailers whose turn has come. */
  readonly together: readonly ListReason[];
  readonly rules: ReadonlyMap<number, StoredReminderRule>;
  readonly isMember: boolean;
  /** Campaigns and triggers that are open for the customer. */
  readonly touches: readonly Touch[];
  readonly vehicles: ReadonlyMap<number, { readonly plate: string | null; readonly model: string | null }>;
};

/** The reasons of one customer, reckoned inside the call's own handle. Error: `not-found`. */
export async function readOpenOf(
  reader: Reader | Writer,
  customerId: number,
  today: Day,
  language: Language,
): Promise<OpenOfCustomer> {
  const customer = await reader
    .selectFrom('customer')
    .select(['id', 'name', 'phone', 'consent', 'doNotCall', 'bornOn', 'identityNumber', 'kind'])
    .where('id', '=', customerId)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  if (!customer) throw notFound('customer', customerId);
  const owned = await reader
    .selectFrom('vehicle')
    .select(['id', 'plate', 'model', 'pairedId'])
    .where('removedAt', 'is', null)
    .where((where) =>
      where.or([
        where('customerId', '=', customerId),
        where(
          'pairedId',
          'in',
          where.selectFrom('vehicle').select('id').where('customerId', '=', customerId),
        ),
        where(
          'id',
          'in',
          where
            .selectFrom('vehicle')
            .select((select) => select.ref('pairedId').$notNull().as('id'))
            .where('customerId', '=', customerId)
            .where('pairedId', 'is not', null),
        ),
      ]),
    )
    .execute();
  const { rows } = await readReminderBase(
    rowsIn(reader),
    owned.map(({ id }) => id),
  );
  const rules = await readReminderRules(reader);
  const plan = reminderPlan(rules, today);
  const number = customer.identityNumber ?? '';
  const told = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const born = customer.bornOn ?? (number.length === 18 && isDay(told) ? told : null);
  const births = new Map(born && customer.kind === 'person' ? [[customerId, dayNumber(born)]] : []);
  const reasons: ListReason[] = [];
  const { content } = await designOn(reader, today);
  const since = salesSince(content, today);
  const members = membersBy(await readMemberFacts(rowsIn(reader), { today, since }, [customerId]), content);
  const touches = await readTouches(reader, today, language, customerId);
  const open = new Map([[customerId, touches.map(({ reason }) => openTouchOf(reason))]]);
  eachOpen(
    { rows, births, members, touches: open },
    plan,
    dayNumber(today),
    (at, owner, kind, rule, due, basis, amountFen, touch) => {
      if (owner !== customerId) return;
      const vehicleId = at < 0 ? 0 : (rows[at + place.vehicleId] ?? 0);
      const valueFen = worthOf(rule, touch);
      reasons.push({ kind, vehicleId, ruleId: rule.id, due, basis, valueFen, amountFen, touch });
    },
  );
  reasons.sort((a, b) => a.due - b.due || b.valueFen - a.valueFen);
  return {
    customer,
    reasons,
    together: togetherOf(rows, owned, reasons, plan, today),
    rules: new Map(rules.map((rule) => [rule.id, rule])),
    isMember: members.of.size > 0,
    touches,
    vehicles: new Map(owned.map(({ id, plate, model }) => [id, { plate, model }])),
  };
}

/** Workshop duties of the other halves that are not yet open but near enough to be done at the same visit. */
function togetherOf(
  rows: Int32Array,
  owned: readonly { readonly id: number; readonly pairedId: number | null }[],
  reasons: readonly ListReason[],
  plan: ReturnType<typeof reminderPlan>,
  today: Day,
): readonly ListReason[] {
  const inShop = workshopKinds.map((kind) => kindIndex[kind]);
  const named = new Set(
    reasons.filter(({ kind }) => inShop.includes(kind)).map(({ vehicleId }) => vehicleId),
  );
  const mates = new Set<number>();
  for (const { id, pairedId } of owned) {
    if (pairedId === null) continue;
    if (named.has(id)) mates.add(pairedId);
    if (named.has(pairedId)) mates.add(id);
  }
  const number = dayNumber(today);
  const found: ListReason[] = [];
  for (let at = 0; at < rows.length; at += rowLength) {
    const vehicleId = rows[at + place.vehicleId] ?? 0;
    if (!mates.has(vehicleId)) continue;
    eachReminder(rows, at, plan, number, (kind, rule, due, opens, _ends, basis) => {
      if (opens > number && due <= number + togetherDays && inShop.includes(kind))
        found.push({
          kind,
          vehicleId,
          ruleId: rule.id,
          due,
          basis,
          valueFen: rule.valueFen,
          amountFen: null,
          touch: null,
        });
    });
  }
  return found;
}

async function readTalks(reader: Reader, customerId: number): Promise<Talk[]> {
  const rows = await reader
    .selectFrom('followUp')
    .leftJoin('person', 'person.id', 'followUp.personId')
    .leftJoin('reminderCall', (join) =>
      join.onRef('reminderCall.followUpId', '=', 'followUp.id').on('reminderCall.removedAt', 'is', null),
    )
    .select([
      'followUp.id',
      'followUp.happenedOn as on',
      'person.name as personName',
      'followUp.result',
      'reminderCall.code',
      'followUp.nextOn',
      'followUp.content',
    ])
    .where('followUp.customerId', '=', customerId)
    .where('followUp.removedAt', 'is', null)
    .orderBy('followUp.happenedOn', 'desc')
    .orderBy('followUp.id', 'desc')
    .limit(shownTalks)
    .$narrowType<{ result: FollowUpResult | null; code: CallCode | null }>()
    .execute();
  return rows;
}

/** Everything beside one call. Error: `not-found`. */
export async function readCallEntry(context: QueryContext, customerId: number): Promise<CallEntry> {
  const { reader, actor, clock } = context;
  const open = await readOpenOf(reader, customerId, clock.today(), actor.language);
  const { customer, rules, vehicles, touches } = open;
  const plates = new Map([...vehicles].map(([id, { plate }]) => [id, plate]));
  const shown = (reason: ListReason): ShownReason => shownReason(reason, plates, context);
  const reasons = open.reasons.map((reason): EntryReason => {
    const rule = rules.get(reason.ruleId);
    return {
      ...shown(reason),
      ruleId: reason.ruleId,
      ruleName: saidIn(actor.language, rule?.name ?? '', rule?.nameEn ?? null),
      source: rule?.source ?? '',
      confirmed: rule?.confirmed ?? true,
      basis: reason.basis,
      valueFen: reason.valueFen,
      amountFen: reason.amountFen,
      model: vehicles.get(reason.vehicleId)?.model ?? null,
      touch: touches.find((one) => reason.touch && sameTouch(one.reason, reason.touch))?.reason ?? null,
    };
  });
  // The script of what is worth most: that reason stands first, the others follow by their days.
  const [best] = reasons.toSorted((a, b) => b.valueFen - a.valueFen);
  if (best) reasons.splice(0, 0, ...reasons.splice(reasons.indexOf(best), 1));
  const spokenRule = best && rules.get(best.ruleId);
  const script =
    spokenRule &&
    (best.touch?.script || saidIn(actor.language, spokenRule.script ?? '', spokenRule.scriptEn));
  const contacts = await reader
    .selectFrom('contact')
    .select(['name', 'post', 'phone'])
    .where('customerId', '=', customerId)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .limit(5)
    .execute();
  const visit = await reader
    .selectFrom('repair')
    .select(['id', 'number', 'checkedInOn as on'])
    .where('customerId', '=', customerId)
    .where('removedAt', 'is', null)
    .where('state', '<>', 'cancelled')
    .orderBy('checkedInOn', 'desc')
    .limit(1)
    .executeTakeFirst();
  return {
    customerId,
    customerName: customer.name,
    phone: shownTo(actor, customerFields.phone, customer.phone),
    isMember: open.isMember,
    isSilent: customer.doNotCall === 1 || customer.consent === 'refused',
    contacts: contacts.map(({ name, post, phone }) => ({
      name,
      post,
      phone: shownTo(actor, contactFields.phone, phone),
    })),
    reasons,
    together: open.together.map(shown),
    script:
      best && script
        ? {
            ruleId: best.ruleId,
            text: script,
            plate: best.plate,
            dueOn: best.dueOn,
            amountFen: best.amountFen,
          }
        : null,
    talks: await readTalks(reader, customerId),
    appointments: await readAppointments(context, { customerId }),
    lastVisit: visit ?? null,
  };
}
