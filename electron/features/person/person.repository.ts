import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Day } from '#shared/kernel/day.ts';

/** People in post at the end of a day: hired by then (or nobody knows when), and leaving later or never. */
export const personInPostOn = (day: Day): RawBuilder<SqlBool> =>
  sql<SqlBool>`(person.hired_on is null or person.hired_on <= ${day}) and (person.left_on is null or person.left_on > ${day})`;
