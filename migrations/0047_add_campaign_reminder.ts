import { sql, type Kysely } from 'kysely';

/**
 * 活动 as a reason of the call list: a campaign or a trigger that is open for a customer. The rule says what such a call is worth
 * where the campaign does not, and how long before its last day customers are called: 366 days are all of the longest campaign.
 */
export async function up(db: Kysely<any>): Promise<void> {
  const at = '2026-01-01T00:00:00.000Z';
  await sql`insert into reminder_rule (created_at, updated_at, name, name_en, kind, lead_days, repeat_days, value_fen, valid_from,
      source, confirmed, active, script, script_en)
    values (${at}, ${at}, '进行中的活动', 'Campaigns that run', 'campaign', 366, 30, 20000, '2020-01-01',
      '门店惯例', 0, 1,
      '〔客户〕您好，我是〔门店〕的〔我〕。我们给您留了一份优惠，到〔到期日〕为止，我给您介绍一下？',
      'Good day, 〔customer〕, this is 〔me〕 of 〔store〕. We keep an offer for you until 〔due〕: may I tell you about it?')`.execute(
    db,
  );
}
