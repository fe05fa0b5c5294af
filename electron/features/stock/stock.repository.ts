import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Day } from '#shared/kernel/day.ts';

/** Vehicles that stood in stock on a day: those that still do, and those that left later. Arrivals are for the caller. */
export const stockHeldOn = (day: Day): RawBuilder<SqlBool> =>
  sql<SqlBool>`stock.state in ('inStock', 'reserved') or stock.left_on > ${day}`;
