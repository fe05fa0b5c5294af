import { sql, type Kysely } from 'kysely';

/** 触发规则 for customers of a segment or of a risk of loss alone; empty: for all. */
export async function up(db: Kysely<any>): Promise<void> {
  for (const column of ['segment', 'risk'])
    await sql.raw(`alter table campaign_trigger add column ${column} text`).execute(db);
}
