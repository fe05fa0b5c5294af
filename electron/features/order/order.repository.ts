import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Day } from '#shared/kernel/day.ts';

/** Orders that waited for their vehicle at the end of a day: delivered or cancelled later, or not at all. */
export const orderOpenOn = (day: Day): RawBuilder<SqlBool> =>
  sql<SqlBool>`vehicle_order.ordered_on <= ${day} and (vehicle_order.state in ('open', 'allocated')
    or vehicle_order.delivered_on > ${day} or vehicle_order.cancelled_on > ${day})`;

/**
 * The living orders that can be open on a day, to stand beside `orderOpenOn` in sums: each way to be open has its index,
 * while SQLite looks through all orders for the three of them joined by `or`.
 */
export const mayBeOpenOn = (day: Day): RawBuilder<SqlBool> =>
  sql<SqlBool>`vehicle_order.id in (
    select id from vehicle_order where removed_at is null and state in ('open', 'allocated')
    union all select id from vehicle_order where delivered_on > ${day}
    union all select id from vehicle_order where cancelled_on > ${day})`;
