import { sql } from 'kysely';
import type { KnownMargins } from '#shared/features/simulation/simulation.contract.ts';
import { addMonths, type Day } from '#shared/kernel/day.ts';
import type { Reader } from '#electron/kernel/database.ts';

const shareOf = (margin: number, sales: number): number =>
  Math.min(10_000, Math.max(0, Math.round((margin * 10_000) / sales)));

/**
 * Gross margins that the store's own books know: of vehicles from delivered orders whose stock has a cost, of parts from the
 * months whose cost of parts was typed, of labour and other charges together from the months whose after-sales gross profit was
 * typed too: that profit less the margin of parts. All of the last twelve whole months. Nothing else has a cost in the store.
 */
export async function readMargins(reader: Reader, today: Day): Promise<KnownMargins> {
  const to = `${today.slice(0, 7)}-01`;
  const from = addMonths(to, -12);
  const vehicle = await sql<{ count: number; sales: number; margin: number }>`
    select count(*) as count, coalesce(sum(o.vehicle_fen), 0) as sales,
      coalesce(sum(o.vehicle_fen - s.cost_fen * o.quantity), 0) as margin
    from vehicle_order o join stock s on s.id = o.stock_id
    where o.delivered_on >= ${from} and o.delivered_on < ${to} and o.state = 'delivered' and o.removed_at is null
      and s.cost_fen is not null and o.vehicle_fen > 0`.execute(reader);
  const parts = await sql<{ count: number; sales: number; cost: number }>`
    select count(*) as count, coalesce(sum(sold), 0) as sales, coalesce(sum(value), 0) as cost from (
      select value, (select coalesce(sum(parts_fen), 0) from repair
        where handed_over_on >= period || '-01' and handed_over_on <= period || '-31' and removed_at is null
          and state = 'handedOver' and type != 'internal') as sold
      from indicator_entry
      where indicator = 'partsCost' and level = 'store' and period >= ${from.slice(0, 7)} and period < ${to.slice(0, 7)}
        and period_kind = 'month' and removed_at is null)
    where sold > 0`.execute(reader);
  const service = await sql<{ count: number; sales: number; margin: number }>`
    select count(*) as count, coalesce(sum(total - sold), 0) as sales,
      coalesce(sum(profit - (sold - cost)), 0) as margin
    from (
      select parts.value as cost, profit.value as profit, sum(repair.parts_fen) as sold, sum(repair.total_fen) as total
      from indicator_entry as parts
      join indicator_entry as profit on profit.period = parts.period and profit.indicator = 'afterSalesGrossProfit'
        and profit.level = 'store' and profit.period_kind = 'month' and profit.removed_at is null
      join repair on repair.handed_over_on >= parts.period || '-01' and repair.handed_over_on <= parts.period || '-31'
        and repair.removed_at is null and repair.state = 'handedOver' and repair.type != 'internal'
      where parts.indicator = 'partsCost' and parts.level = 'store' and parts.period_kind = 'month' and parts.removed_at is null
        and parts.period >= ${from.slice(0, 7)} and parts.period < ${to.slice(0, 7)}
      group by parts.period)
    where total > sold`.execute(reader);
  const [sold] = vehicle.rows;
  const [worked] = service.rows;
  const [used] = parts.rows;
  return {
    vehicle: sold && sold.count > 0 ? { bp: shareOf(sold.margin, sold.sales), count: sold.count } : null,
    parts:
      used && used.count > 0 ? { bp: shareOf(used.sales - used.cost, used.sales), count: used.count } : null,
    // Below nothing or above all: the typed figures and the orders are not of the same work.
    service:
      worked && worked.count > 0 && worked.margin >= 0 && worked.margin <= worked.sales
        ? { bp: shareOf(worked.margin, worked.sales), count: worked.count }
        : null,
  };
}
