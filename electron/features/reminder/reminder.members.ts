import type { DesignContent } from '#shared/features/membership/membership.content.ts';
import { keepsTiers } from '#shared/features/membership/membership-tier.rules.ts';
import type {
  EndingLot,
  LotKind,
  MemberFacts,
  Members,
} from '#shared/features/reminder/reminder-member.rules.ts';
import { addMonths, dayNumber, type Day } from '#shared/kernel/day.ts';
import type { ReadRows } from '#electron/kernel/read-rows.ts';

const memberSql = (where: string): string => `select customer_id as a, min(joined_on) as b from membership
  where state = 'active' and removed_at is null${where} group by customer_id`;

// A pass has no units that are used up: it is worth what it cost in the list.
const lotSql = (
  today: Day,
  where: string,
): string => `select membership.customer_id as a, lot.account as b, lot.expires_on as c,
  (lot.quantity + coalesce((select sum(quantity) from membership_move where lot_id = lot.id), 0))
    * case when lot.account in ('points', 'bonus') then 1 else lot.unit_fen end as d
  from membership_lot as lot join membership on membership.id = lot.membership_id
  where lot.expires_on >= '${today}' and lot.account not in ('principal', 'tier') and membership.state = 'active'
  and membership.removed_at is null${where}`;

const paidSql = (
  today: Day,
  where: string,
): string => `select membership.customer_id as a, lot.name as b, lot.starts_on as c, lot.expires_on as d
  from membership_lot as lot join membership on membership.id = lot.membership_id
  where lot.account = 'tier' and lot.expires_on >= '${today}'
  and lot.quantity + coalesce((select sum(quantity) from membership_move where lot_id = lot.id), 0) > 0
  and membership.state = 'active' and membership.removed_at is null${where}`;

// Sales of memberships that were merged into another count for that one, as `readSales` counts them.
const saleSql = (
  since: string,
  where: string,
): string => `select membership.customer_id as a, entry.on_day as b, sum(entry.sale_fen) as c
  from membership_entry as entry join membership as own on own.id = entry.membership_id
  join membership on membership.id = coalesce(own.merged_into_id, own.id)
  where entry.on_day > '${since}' and entry.sale_fen <> 0 and membership.state = 'active'
  and membership.removed_at is null${where} group by membership.customer_id, entry.on_day
  order by membership.customer_id, entry.on_day`;

const kindOf = (account: unknown): LotKind =>
  account === 'points' ? 'memberPoints' : account === 'bonus' ? 'memberBonus' : 'memberUnits';

/** The day after which sales are read: where tiers are kept all of them decide, as in `readTierSales`. */
export const salesSince = (design: DesignContent, today: Day): string =>
  keepsTiers(design) ? '' : addMonths(today, -13);

/** What the engine needs of memberships by customer, `since`: see `salesSince`; of some customers where their ids are given. */
export async function readMemberFacts(
  read: ReadRows,
  { today, since }: { readonly today: Day; readonly since: string },
  customerIds?: readonly number[],
): Promise<Map<number, MemberFacts>> {
  const where =
    customerIds === undefined ? '' : ' and membership.customer_id in (select value from json_each(?))';
  const facts = new Map<
    number,
    { joined: number; lots: EndingLot[]; sales: [number, number][]; paid: [string, number, number][] }
  >();
  for (const [customerId, joinedOn] of await read(memberSql(where), customerIds))
    facts.set(Number(customerId), { joined: dayNumber(String(joinedOn)), lots: [], sales: [], paid: [] });
  if (facts.size === 0) return facts;
  for (const [customerId, account, expiresOn, quantity] of await read(lotSql(today, where), customerIds))
    if (Number(quantity) > 0)
      facts.get(Number(customerId))?.lots.push({
        kind: kindOf(account),
        lastDay: dayNumber(String(expiresOn)),
        quantity: Number(quantity),
      });
  for (const [customerId, name, from, to] of await read(paidSql(today, where), customerIds))
    facts.get(Number(customerId))?.paid.push([String(name), dayNumber(String(from)), dayNumber(String(to))]);
  for (const [customerId, onDay, fen] of await read(saleSql(since, where), customerIds))
    facts.get(Number(customerId))?.sales.push([dayNumber(String(onDay)), Number(fen)]);
  return facts;
}

/** Facts with what the design in force says of them. */
export const membersBy = (of: Members['of'], { pointFen, tiers }: DesignContent): Members => ({
  of,
  pointFen,
  tiers,
});
