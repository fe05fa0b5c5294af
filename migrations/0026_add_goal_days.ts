import { sql, type Kysely } from 'kysely';

/** Weeks and days of a goal that were set by hand: the days of the month as `3,0,2,…`, which add up to `given`; null: by the calendar. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql.raw('alter table goal_cell add column days text').execute(db);
}
