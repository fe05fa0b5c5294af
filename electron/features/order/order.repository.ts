import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Day } from '#shared/kernel/day.ts';

/** Orders that waited for their vehicle at the end of a day: delivered or cancelled later, or not at all. */
export const orderOpenOn = (day: Day): RawBuilder<SqlBool> =>
  sql<SqlBool>`vehicle_order.ordered_on <= ${day} and (vehicle_order.state in ('open', 'allocated')
    or vehicle_order.delivered_on > ${day} or vehicle_order.cancelled_on > ${day})`;
