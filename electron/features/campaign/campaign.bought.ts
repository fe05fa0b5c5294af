import { sql } from 'kysely';
import {
  nothingSold,
  type Sold,
  type SoldInPeriods,
} from '#shared/features/campaign/campaign-margin.rules.ts';
import type { MarginPeriod } from '#shared/features/membership/membership-margin.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Reader } from '#electron/kernel/database.ts';

/** The days of a campaign that count so far. */
export type CampaignSpan = { readonly id: number; readonly from: Day; readonly to: Day };

/** What a customer of the audience bought within the days. Customers that were merged count once, as who got the offer. */
export type Bought = {
  readonly customerId: number;
  readonly isControl: number;
  readonly repairs: number;
  readonly repairFen: number;
  readonly orders: number;
  readonly orderFen: number;
  readonly sold: SoldInPeriods;
};

export const repairsIn = ({
  from,
  to,
}: CampaignSpan) => sql`repair.removed_at is null and repair.state <> 'cancelled'
  and repair.type <> 'internal' and repair.checked_in_on between ${from} and ${to}`;
export const ordersIn = ({
  from,
  to,
}: CampaignSpan) => sql`vehicle_order.removed_at is null and vehicle_order.state <> 'cancelled'
  and vehicle_order.ordered_on between ${from} and ${to}`;

type Part = Sold & {
  readonly customerId: number;
  /** Place of the period. */
  readonly period: number;
  readonly repairs: number;
  readonly repairFen: number;
  readonly orders: number;
  readonly orderFen: number;
};

/** What each customer with the offer and of the control group bought, by the periods of margins. */
export async function readBought(
  reader: Reader,
  span: CampaignSpan,
  periods: readonly MarginPeriod[],
): Promise<Bought[]> {
  const cut = JSON.stringify(periods.map(({ from, to }) => [from, to]));
  const heads = await sql<Pick<Bought, 'customerId' | 'isControl'>>`
    select customer_id, min(is_control) as is_control from campaign_member
    where campaign_id = ${span.id} group by customer_id order by customer_id`.execute(reader);
  const { rows } = await sql<Part>`
    with audience as materialized (select distinct customer_id from campaign_member where campaign_id = ${span.id}),
    period (place, first_day, last_day) as materialized (
      select key, value ->> 0, value ->> 1 from json_each(${cut})),
    repaired as (select repair.customer_id, period.place, count(*) as repairs, sum(repair.total_fen) as fen,
        sum(repair.labour_fen) as labour, sum(repair.parts_fen) as parts, sum(repair.other_fen) as other
      from repair join period on repair.checked_in_on between period.first_day and period.last_day
      where repair.customer_id in (select customer_id from audience) and ${repairsIn(span)} group by 1, 2),
    ordered as (select vehicle_order.customer_id, period.place, count(*) as orders, sum(vehicle_order.total_fen) as fen,
        sum(vehicle_order.vehicle_fen) as vehicle,
        coalesce(sum(case when stock.cost_fen is not null and vehicle_order.quantity = 1 then vehicle_order.vehicle_fen end), 0) as known,
        coalesce(sum(case when stock.cost_fen is not null and vehicle_order.quantity = 1 then stock.cost_fen end), 0) as known_cost
      from vehicle_order join period on vehicle_order.ordered_on between period.first_day and period.last_day
      left join stock on stock.id = vehicle_order.stock_id
      where vehicle_order.customer_id in (select customer_id from audience) and ${ordersIn(span)} group by 1, 2)
    select customer_id, place as period, repairs, fen as repair_fen, 0 as orders, 0 as order_fen,
      coalesce(labour, 0) as labour, coalesce(parts, 0) as parts, coalesce(other, 0) as other, 0 as vehicle,
      0 as known_fen, 0 as known_cost_fen from repaired
    union all
    select customer_id, place, 0, 0, orders, fen, 0, 0, fen - vehicle, vehicle - known, known, known_cost
      from ordered`.execute(reader);
  const partsOf = Map.groupBy(rows, ({ customerId }) => customerId);
  return heads.rows.map(({ customerId, isControl }) => {
    const parts = partsOf.get(customerId) ?? [];
    const sum = (of: (part: Part) => number, among: readonly Part[] = parts): number =>
      among.reduce((total, part) => total + of(part), 0);
    return {
      customerId,
      isControl,
      repairs: sum(({ repairs }) => repairs),
      repairFen: sum(({ repairFen }) => repairFen),
      orders: sum(({ orders }) => orders),
      orderFen: sum(({ orderFen }) => orderFen),
      sold: periods.map((_period, place) => {
        const mine = parts.filter(({ period }) => period === place);
        if (mine.length === 0) return nothingSold;
        return {
          labour: sum(({ labour }) => labour, mine),
          parts: sum((part) => part.parts, mine),
          other: sum(({ other }) => other, mine),
          vehicle: sum(({ vehicle }) => vehicle, mine),
          knownFen: sum(({ knownFen }) => knownFen, mine),
          knownCostFen: sum(({ knownCostFen }) => knownCostFen, mine),
        };
      }),
    };
  });
}
