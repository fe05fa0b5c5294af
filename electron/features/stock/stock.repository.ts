import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Day } from '#shared/kernel/day.ts';

/** Vehicles that stood in stock on a day: those that still do, and those that left later. Arrivals are for the caller. */
export const stockHeldOn = (day: Day): RawBuilder<SqlBool> =>
  sql<SqlBool>`stock.state in ('inStock', 'reserved') or stock.left_on > ${day}`;

/** The living stock that can be held on a day, to stand beside `stockHeldOn` in sums: both ways have their index. */
export const mayBeHeldOn = (day: Day): RawBuilder<SqlBool> =>
  sql<SqlBool>`stock.id in (
    select id from stock where removed_at is null and state in ('inStock', 'reserved')
    union all select id from stock where left_on > ${day})`;
