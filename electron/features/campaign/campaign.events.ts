import { sql, type RawBuilder } from 'kysely';
import type { TriggerKind } from '#shared/features/campaign/campaign.fields.ts';
import {
  eventDays,
  registeredDays,
  tierReachedOn,
  type DaySales,
  type TriggerTerms,
} from '#shared/features/campaign/campaign-trigger.rules.ts';
import { addDays, addMonths, type Day } from '#shared/kernel/day.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { designOn } from '../membership/membership.design.ts';

/** What puts a customer on the list: the day on which it happened or will. */
export type TriggerEvent = { readonly customerId: number; readonly eventOn: Day };

type Span = { readonly from: Day; readonly to: Day };
type ReadEvents = (
  reader: Reader | Writer,
  span: Span,
  /** A condition in SQL on the column that names the customer. */
  of: (column: string) => RawBuilder<unknown>,
  rule: TriggerTerms,
  today: Day,
) => Promise<TriggerEvent[]>;

const visits = sql`repair.removed_at is null and repair.state <> 'cancelled' and repair.type <> 'internal'
  and repair.customer_id is not null`;

const ofVisits =
  (extreme: 'min' | 'max'): ReadEvents =>
  async (reader, { from, to }, of) => {
    const day = sql.raw(`${extreme}(repair.checked_in_on)`);
    const { rows } =
      await sql<TriggerEvent>`select repair.customer_id, ${day} as event_on from repair where ${visits} and ${of('repair.customer_id')}
      group by repair.customer_id having ${day} between ${from} and ${to}`.execute(reader);
    return rows;
  };

const ofLots =
  (accounts: readonly string[]): ReadEvents =>
  async (reader, { from, to }, of) => {
    const { rows } = await sql<TriggerEvent>`
      select membership.customer_id, min(lot.expires_on) as event_on from membership_lot as lot
      join membership on membership.id = lot.membership_id and membership.state = 'active'
      where lot.account in (${sql.join(accounts)}) and lot.expires_on between ${from} and ${to}
        and ${of('membership.customer_id')}
        and lot.quantity + coalesce((select sum(quantity) from membership_move where lot_id = lot.id), 0) > 0
      group by membership.customer_id`.execute(reader);
    return rows;
  };

/** Birthdays of the days; 29 February is kept on the 28th where the year has none. */
const ofBirthdays: ReadEvents = async (reader, { from, to }, of) => {
  const days = new Map<string, Day>();
  for (let day = from; day <= to; day = addDays(day, 1)) days.set(day.slice(5), day);
  for (const [name, day] of days)
    if (name === '02-28' && !addDays(day, 1).endsWith('02-29')) days.set('02-29', day);
  const { rows } = await sql<{ customerId: number; born: string }>`
    select customer_id, born from (select id as customer_id, coalesce(substr(born_on, 6),
        case when length(identity_number) = 18 then substr(identity_number, 11, 2) || '-' || substr(identity_number, 13, 2) end) as born
      from customer where removed_at is null and kind = 'person' and ${of('id')})
    where born in (${sql.join([...days.keys(), ''])})`.execute(reader);
  return rows.flatMap(({ customerId, born }) => {
    const eventOn = days.get(born);
    return eventOn === undefined ? [] : [{ customerId, eventOn }];
  });
};

/** Complaints of low scores that were closed. */
const ofComplaints: ReadEvents = async (reader, { from, to }, of) => {
  const { rows } = await sql<TriggerEvent>`select customer_id, max(closed_on) as event_on from complaint
    where removed_at is null and kind = 'lowScore' and closed_on between ${from} and ${to} and customer_id is not null
    and ${of('customer_id')} group by customer_id`.execute(reader);
  return rows;
};

const ofVehicles: ReadEvents = async (reader, span, of, rule) => {
  const registered = registeredDays(rule, span);
  const { rows } = await sql<{ customerId: number; registeredOn: Day }>`
    select customer_id, min(registered_on) as registered_on from vehicle where removed_at is null and state = 'inUse'
      and customer_id is not null and registered_on between ${registered.from} and ${registered.to} and ${of('customer_id')} group by customer_id`.execute(
    reader,
  );
  return rows
    .map(({ customerId, registeredOn }) => ({ customerId, eventOn: addMonths(registeredOn, rule.days) }))
    .filter(({ eventOn }) => eventOn >= span.from && eventOn <= span.to);
};

const ofTiers: ReadEvents = async (reader, span, of, _rule, today) => {
  const { content } = await designOn(reader, today);
  const { rows } = await sql<{ customerId: number; membershipId: number } & DaySales>`
    select membership.customer_id, entry.membership_id, entry.on_day as "on", sum(entry.sale_fen) as fen
    from membership_entry as entry join membership on membership.id = entry.membership_id and membership.state = 'active'
    where entry.sale_fen <> 0 and ${of('membership.customer_id')} and entry.on_day > ${addMonths(span.from, -13)} and entry.on_day <= ${span.to}
      and entry.membership_id in (select membership_id from membership_entry where sale_fen > 0
        and on_day between ${span.from} and ${span.to})
    group by entry.membership_id, entry.on_day`.execute(reader);
  const starts = content.tiers.map(({ fromFen }) => fromFen);
  return [...Map.groupBy(rows, ({ membershipId }) => membershipId).values()].flatMap((sales) => {
    const eventOn = tierReachedOn(sales, starts, span);
    return eventOn === null ? [] : [{ customerId: sales[0]?.customerId ?? 0, eventOn }];
  });
};

const readers: Readonly<Record<TriggerKind, ReadEvents>> = {
  firstVisit: ofVisits('min'),
  noVisit: ofVisits('max'),
  tierReached: ofTiers,
  birthday: ofBirthdays,
  madeGood: ofComplaints,
  pointsExpiring: ofLots(['points']),
  voucherExpiring: ofLots(['voucher', 'package', 'pass']),
  vehicleAge: ofVehicles,
};

/**
 * Customers whom a rule's events put on the list on a day, whatever was said to them before, of one customer where that is
 * given. Computed, nothing is kept.
 */
export const readEvents = (
  reader: Reader | Writer,
  rule: TriggerTerms,
  today: Day,
  customerId: number | null = null,
): Promise<TriggerEvent[]> => {
  const of = (column: string): RawBuilder<unknown> =>
    customerId === null ? sql`1` : sql`${sql.ref(column)} = ${customerId}`;
  return readers[rule.kind](reader, eventDays(rule, today), of, rule, today);
};
