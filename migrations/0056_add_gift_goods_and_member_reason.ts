import { sql, type Kysely } from 'kysely';

/**
 * 赠送用于: what the voucher or free service of a campaign is used for, by whose margin its cost is told; and why each customer was
 * in the list that the campaign was made from, as it stood at the start, in both languages.
 */
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of [
    'alter table campaign add column gift_goods text',
    'alter table campaign_trigger add column gift_goods text',
    'alter table campaign_member add column why text',
    'alter table campaign_member add column why_en text',
  ])
    await sql.raw(statement).execute(db);
}
