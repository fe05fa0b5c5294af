import { sql } from 'kysely';
import type { OfferFacts } from '#shared/features/offer/offer.rules.ts';
import { kindIndex } from '#shared/features/reminder/reminder-facts.ts';
import { reminderKinds, vehicleReminderKinds } from '#shared/features/reminder/reminder.fields.ts';
import { addMonths, dayFromNumber, type Day } from '#shared/kernel/day.ts';
import { scopeOf } from '#shared/rpc/rights.ts';
import { membershipPageText } from '#shared/text/membership.text.ts';
import { reminderKindNames } from '#shared/text/record/reminder.text.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { QueryContext } from '#electron/kernel/handler.ts';
import { benefitUses } from '../membership/membership.benefits.ts';
import { designOn } from '../membership/membership.design.ts';
import { readLots } from '../membership/membership.repository.ts';
import { memberTier } from '../membership/membership.tier.ts';
import { readOpenOf } from '../reminder/reminder.entry.ts';
import { shownPlate } from '../reminder/reminder.vehicle.ts';

/** Works longer ago than this are nothing to come back to, in months. */
const workMonths = 36;

async function readMember(
  { reader, actor }: QueryContext,
  customerId: number,
  today: Day,
): Promise<OfferFacts['member']> {
  const member = await reader
    .selectFrom('membership')
    .select('id')
    .where('customerId', '=', customerId)
    .where('state', '=', 'active')
    .orderBy('id')
    .executeTakeFirst();
  if (!member) return null;
  const { content } = await designOn(reader, today);
  const { tier, salesFen: sales } = await memberTier(reader, content, member.id, today);
  const next = content.tiers.find(({ fromFen }) => fromFen > sales && fromFen > tier.fromFen);
  const { accounts } = membershipPageText[actor.language];
  const lots = (await readLots(reader, member.id)).filter(
    // A fee is nothing to use up.
    ({ account }) => account !== 'principal' && account !== 'bonus' && account !== 'tier',
  );
  const benefits = await benefitUses(reader, member.id, tier, today);
  return {
    nextTier: next ? { name: next.name, missingFen: next.fromFen - sales } : null,
    lots: lots.map(({ account, name, rest, unitFen, expiresOn }) => ({
      isPoints: account === 'points',
      name: name ?? accounts[account],
      rest,
      worthFen: rest * (account === 'points' ? content.pointFen : unitFen),
      expiresOn,
    })),
    benefits: benefits.map(({ name, perYear, used }) => ({ name, left: Math.max(0, perYear - used) })),
  };
}

async function readVehicles(
  { reader, actor }: QueryContext,
  customerId: number,
): Promise<OfferFacts['vehicles']> {
  const { rows } = await sql<{
    plate: string | null;
    model: string | null;
    registeredOn: Day | null;
    dueOn: Day | null;
    place: string | null;
  }>`
    select plate, model, registered_on, commercial_insurance_due_on as due_on,
      (select place from reminder_done where reminder_done.vehicle_id = vehicle.id and removed_at is null
        and kind in ('commercialInsurance', 'compulsoryInsurance') order by done_on desc, id desc limit 1) as place
    from vehicle where customer_id = ${customerId} and removed_at is null and state = 'inUse' order by id`.execute(
    reader,
  );
  return rows.map(({ plate, model, registeredOn, dueOn, place }) => ({
    name: shownPlate(actor, plate) ?? model ?? '',
    registeredOn,
    insuredElsewhere: place === 'elsewhere',
    insuranceDueOn: dueOn,
  }));
}

async function readWorks(reader: Reader, customerId: number, today: Day): Promise<OfferFacts['works']> {
  const { rows } = await sql<{ name: string; on: Day }>`
    select line.name, repair.checked_in_on as "on" from repair
    join (select repair_id, name from repair_line where removed_at is null
      union all select repair_id, name from repair_part where removed_at is null) as line on line.repair_id = repair.id
    where repair.customer_id = ${customerId} and repair.removed_at is null and repair.state <> 'cancelled'
      and repair.type <> 'internal' and repair.checked_in_on > ${addMonths(today, -workMonths)}`.execute(
    reader,
  );
  return rows;
}

async function readYearFen(reader: Reader, customerId: number, today: Day): Promise<number> {
  const { rows } = await sql<{ fen: number }>`
    select coalesce(sum(total_fen), 0) as fen from repair where customer_id = ${customerId} and removed_at is null
      and state <> 'cancelled' and type <> 'internal' and checked_in_on > ${addMonths(today, -12)}`.execute(
    reader,
  );
  return rows[0]?.fen ?? 0;
}

/** What offers are made from, as far as the person may know it. Error: `not-found`. */
export async function readOfferFacts(context: QueryContext, customerId: number): Promise<OfferFacts> {
  const { reader, actor, clock } = context;
  const today = clock.today();
  const { reasons, vehicles } = await readOpenOf(reader, customerId, today, actor.language);
  const readsRepairs = scopeOf(actor.roles, 'repair.read') === 'all';
  const names = reminderKindNames[actor.language];
  // What members lose has rules of its own here.
  const due = reasons.filter(({ kind }) => kind < vehicleReminderKinds.length && kind !== kindIndex.birthday);
  return {
    due: due.map(({ kind, vehicleId, due: on, valueFen }) => ({
      subject: [
        shownPlate(actor, vehicles.get(vehicleId)?.plate ?? null),
        names[reminderKinds[kind] ?? 'annualTest'],
      ]
        .filter(Boolean)
        .join(' '),
      on: dayFromNumber(on),
      valueFen,
    })),
    member: await readMember(context, customerId, today),
    yearFen: readsRepairs ? await readYearFen(reader, customerId, today) : null,
    vehicles: await readVehicles(context, customerId),
    works: readsRepairs ? await readWorks(reader, customerId, today) : [],
  };
}
