import { sql, type Kysely } from 'kysely';

/** 分级 of the store's own indicators: from where on a figure is green and amber, as typed. */
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of [
    `alter table indicator add column green text`,
    `alter table indicator add column amber text`,
  ])
    await sql.raw(statement).execute(db);
}
