import { sql, type Kysely } from 'kysely';

/** Sources of the shipped retention periods; a row whose source a store changed keeps what it says. */
const sources = [
  [
    '会计档案管理办法（财政部、国家档案局令第79号）：会计凭证、账簿',
    'Measures on accounting archives (order 79 of the Ministry of Finance and the State Archives): vouchers and books',
  ],
  [
    '机动车维修管理规定：机动车维修档案保存期',
    'Regulations on vehicle repair: how long repair files are kept',
  ],
  ['民法典第一百八十八条：诉讼时效', 'Civil Code, article 188: limitation of actions'],
  [
    '单用途商业预付卡管理办法（试行）：购卡人登记信息',
    'Measures on single-purpose prepaid cards (trial): what is registered of who buys a card',
  ],
  [
    '门店规定：多久没有往来就审查是否还需要',
    'The store’s own rule: without dealings for so long, whether it is still needed is reviewed',
  ],
] as const;

/**
 * 保存期限 name their source in English too. The days after which the rule of campaigns asks again had no effect so far, 7 days
 * held: the shipped 30 become what held.
 */
export async function up(db: Kysely<any>): Promise<void> {
  await sql.raw('alter table retention_rule add column source_en text').execute(db);
  for (const [chinese, english] of sources)
    await sql`update retention_rule set source_en = ${english} where source = ${chinese}`.execute(db);
  await sql`update reminder_rule set repeat_days = 7
    where kind = 'campaign' and repeat_days = 30 and name = '进行中的活动'`.execute(db);
}
