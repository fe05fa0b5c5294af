import { sql, type Kysely } from 'kysely';

const head = `id integer primary key autoincrement, version integer not null default 1,
  created_at text not null, updated_at text not null, removed_at text`;
const gift = `gift_kind text not null, gift_points integer, gift_name text, gift_fen integer, gift_times integer,
  gift_days integer`;
const dated = `valid_from text not null, valid_to text, source text not null, confirmed integer not null`;

/**
 * 营销活动 with their frozen audience, those who were left out and why, standing triggers, and what customers answered; 推荐规则 of
 * the next best offer. Shipped triggers and offers are rows of the store from then on; triggers wait for their preview.
 */
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `create table campaign (
      ${head}, name text not null, goal text, starts_on text not null, ends_on text not null,
      person_id integer references person (id), offer text, script text, ${gift},
      fixed_fen integer not null, per_head_fen integer not null, spent_fen integer,
      state text not null, started_on text, control_bp integer not null, seed integer not null,
      source_feature text not null, source_list text not null
    ) strict`,
    `create index campaign_person_id on campaign (person_id)`,
    `create index campaign_state on campaign (state, starts_on, ends_on)`,
    // Not unique: customers that are merged may both be in it.
    `create table campaign_member (
      id integer primary key, campaign_id integer not null references campaign (id),
      customer_id integer not null references customer (id), source_id integer not null, is_control integer not null
    ) strict`,
    `create index campaign_member_campaign_id on campaign_member (campaign_id, customer_id)`,
    `create index campaign_member_customer_id on campaign_member (customer_id)`,
    `create table campaign_left_out (
      id integer primary key, campaign_id integer not null references campaign (id),
      customer_id integer references customer (id), source_id integer not null, reason text not null
    ) strict`,
    `create index campaign_left_out_campaign_id on campaign_left_out (campaign_id)`,
    `create index campaign_left_out_customer_id on campaign_left_out (customer_id)`,
    `create table campaign_trigger (
      ${head}, name text not null, name_en text, kind text not null, days integer not null, open_days integer not null,
      cooling_days integer not null, cap_per_year integer not null, value_fen integer not null,
      offer text not null, offer_en text, script text, script_en text, ${gift}, active integer not null default 0, ${dated}
    ) strict`,
    `create table campaign_response (
      id integer primary key, campaign_id integer references campaign (id),
      campaign_trigger_id integer references campaign_trigger (id),
      customer_id integer not null references customer (id), follow_up_id integer not null references follow_up (id),
      person_id integer not null references person (id), on_day text not null, code text not null, next_on text,
      entry_id integer references membership_entry (id),
      check ((campaign_id is null) <> (campaign_trigger_id is null))
    ) strict`,
    `create index campaign_response_campaign_id on campaign_response (campaign_id, customer_id)`,
    `create index campaign_response_campaign_trigger_id on campaign_response (campaign_trigger_id, customer_id)`,
    `create index campaign_response_customer_id on campaign_response (customer_id)`,
    `create index campaign_response_follow_up_id on campaign_response (follow_up_id)`,
    `create index campaign_response_person_id on campaign_response (person_id)`,
    `create index campaign_response_entry_id on campaign_response (entry_id) where entry_id is not null`,
    `create table offer_rule (
      ${head}, name text not null, name_en text, kind text not null, days integer, amount_fen integer, months integer,
      keywords text, value_fen integer not null, words text not null, words_en text, active integer not null, ${dated}
    ) strict`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  const shared = {
    created_at: '2026-01-01T00:00:00.000Z',
    updated_at: '2026-01-01T00:00:00.000Z',
    valid_from: '2026-01-01',
    source: '门店惯例，请按本店情况调整',
    confirmed: 0,
  };
  for (const trigger of triggers)
    await insert(db, 'campaign_trigger', { ...shared, gift_kind: 'none', active: 0, ...trigger });
  for (const offer of offers) await insert(db, 'offer_rule', { ...shared, active: 1, ...offer });
}

type Row = Readonly<Record<string, string | number>>;

async function insert(db: Kysely<any>, table: string, row: Row): Promise<void> {
  const columns = Object.keys(row);
  await sql`insert into ${sql.id(table)} (${sql.raw(columns.join(', '))})
    values (${sql.join(columns.map((column) => row[column]))})`.execute(db);
}

const triggers: readonly Row[] = [
  {
    name: '首次到店后感谢',
    name_en: 'Thanks after the first visit',
    kind: 'firstVisit',
    days: 3,
    open_days: 14,
    cooling_days: 365,
    cap_per_year: 1,
    value_fen: 80_000,
    offer: '邀请入会，赠送首次积分',
    offer_en: 'Invite to the membership with points to begin with',
    script:
      '〔客户〕您好，我是〔门店〕的〔我〕，感谢您第一次到店。想邀请您成为会员，今后消费都有积分，您看可以吗？',
    script_en:
      'Hello 〔customer〕, this is 〔me〕 from 〔store〕. Thank you for your first visit. May we invite you to our membership? Every visit earns points.',
  },
  {
    name: '半年未到店关怀',
    name_en: 'No visit for half a year',
    kind: 'noVisit',
    days: 180,
    open_days: 60,
    cooling_days: 180,
    cap_per_year: 2,
    value_fen: 60_000,
    offer: '免费全车安全检查一次',
    offer_en: 'One free safety check',
    script:
      '〔客户〕您好，我是〔门店〕的〔我〕。您有一段时间没来了，我们为您准备了一次免费全车安全检查，您哪天方便过来？',
    script_en:
      'Hello 〔customer〕, this is 〔me〕 from 〔store〕. We have not seen you for a while and would like to offer a free safety check. Which day suits you?',
  },
  {
    name: '等级提升祝贺',
    name_en: 'A new tier reached',
    kind: 'tierReached',
    days: 0,
    open_days: 30,
    cooling_days: 180,
    cap_per_year: 2,
    value_fen: 30_000,
    offer: '介绍新等级的权益，提醒使用',
    offer_en: 'Tell of the benefits of the new tier',
    script: '〔客户〕您好，我是〔门店〕的〔我〕，恭喜您的会员等级提升了，有几项新权益想向您介绍。',
    script_en:
      'Hello 〔customer〕, this is 〔me〕 from 〔store〕. Congratulations, your membership has reached a new tier. May I tell you what it brings?',
  },
  {
    name: '生日祝福',
    name_en: 'Birthday',
    kind: 'birthday',
    days: 3,
    open_days: 7,
    cooling_days: 300,
    cap_per_year: 1,
    value_fen: 20_000,
    offer: '生日祝福，到店免费洗车一次',
    offer_en: 'Good wishes and a free car wash',
    script: '〔客户〕您好，我是〔门店〕的〔我〕，祝您生日快乐！这个月到店，为您免费洗车一次。',
    script_en:
      'Hello 〔customer〕, this is 〔me〕 from 〔store〕. Happy birthday! Come by this month for a free car wash.',
  },
  {
    name: '投诉处理后回暖',
    name_en: 'After a complaint was made good',
    kind: 'madeGood',
    days: 7,
    open_days: 21,
    cooling_days: 180,
    cap_per_year: 1,
    value_fen: 60_000,
    offer: '再次致歉，下次到店工时八折',
    offer_en: 'Another apology, and a fifth off labour at the next visit',
    script:
      '〔客户〕您好，我是〔门店〕的〔我〕，上次的事情再次向您道歉。下次到店工时为您打八折，希望您再给我们一次机会。',
    script_en:
      'Hello 〔customer〕, this is 〔me〕 from 〔store〕. We are sorry again for what happened. Your next visit is a fifth off labour; please give us another chance.',
  },
  {
    name: '积分将过期',
    name_en: 'Points about to expire',
    kind: 'pointsExpiring',
    days: 45,
    open_days: 45,
    cooling_days: 60,
    cap_per_year: 3,
    value_fen: 40_000,
    offer: '提醒到期积分可抵工时费',
    offer_en: 'Points that expire can still pay for labour',
    script: '〔客户〕您好，我是〔门店〕的〔我〕，您有一批积分快过期了，到店可以抵工时费，我帮您约个时间？',
    script_en:
      'Hello 〔customer〕, this is 〔me〕 from 〔store〕. Some of your points expire soon; they can pay for labour. Shall I book a time?',
  },
  {
    name: '券或套餐将过期',
    name_en: 'Vouchers about to expire',
    kind: 'voucherExpiring',
    days: 30,
    open_days: 30,
    cooling_days: 60,
    cap_per_year: 3,
    value_fen: 40_000,
    offer: '提醒未用的券和套餐次数',
    offer_en: 'Vouchers and packages that are not used yet',
    script: '〔客户〕您好，我是〔门店〕的〔我〕，您还有券没有用，快到期了，这周方便过来吗？',
    script_en:
      'Hello 〔customer〕, this is 〔me〕 from 〔store〕. You still have a voucher that ends soon. Would this week suit you?',
  },
  {
    name: '车龄五年换车',
    name_en: 'Vehicle five years old',
    kind: 'vehicleAge',
    days: 60,
    open_days: 60,
    cooling_days: 365,
    cap_per_year: 1,
    value_fen: 500_000,
    offer: '旧车免费评估，置换补贴',
    offer_en: 'Free valuation and a trade-in bonus',
    script:
      '〔客户〕您好，我是〔门店〕的〔我〕，您的车用了五年了。现在置换有补贴，我们可以免费给旧车估价，您有兴趣了解吗？',
    script_en:
      'Hello 〔customer〕, this is 〔me〕 from 〔store〕. Your vehicle is five years old. There is a bonus for trading it in and we value it for free. Would you like to hear more?',
  },
];

const offers: readonly Row[] = [
  {
    name: '到期事项',
    name_en: 'Something falls due',
    kind: 'dueItem',
    value_fen: 0,
    words: '办理到期事项',
    words_en: 'See to what falls due',
  },
  {
    name: '差一步升级',
    name_en: 'Close to the next tier',
    kind: 'tierNear',
    amount_fen: 200_000,
    value_fen: 80_000,
    words: '告诉客户再消费多少就升级，新等级有哪些权益',
    words_en: 'Tell what is missing for the next tier and what it brings',
  },
  {
    name: '积分将过期',
    name_en: 'Points about to expire',
    kind: 'pointsExpiring',
    days: 60,
    value_fen: 40_000,
    words: '请客户到店用积分抵工时费',
    words_en: 'Invite to use the points for labour',
  },
  {
    name: '权益未使用',
    name_en: 'Benefits not used',
    kind: 'unusedBenefit',
    value_fen: 30_000,
    words: '请客户来用等级权益，顺便检查车辆',
    words_en: 'Invite to use the benefit, and look over the vehicle',
  },
  {
    name: '券或套餐未用完',
    name_en: 'Vouchers left',
    kind: 'unusedUnits',
    value_fen: 30_000,
    words: '请客户来用剩余的次数',
    words_en: 'Invite to use what is left',
  },
  {
    name: '邀请入会',
    name_en: 'Invite to the membership',
    kind: 'joinMember',
    amount_fen: 300_000,
    value_fen: 50_000,
    words: '近一年消费不少，邀请入会享受积分和折扣',
    words_en: 'Much was spent in a year: invite to the membership',
  },
  {
    name: '车龄换车',
    name_en: 'Time for a new vehicle',
    kind: 'vehicleAge',
    months: 60,
    value_fen: 500_000,
    words: '免费评估旧车，介绍置换政策',
    words_en: 'Value the vehicle for free and tell of trading in',
  },
  {
    name: '保险在外店',
    name_en: 'Insured elsewhere',
    kind: 'insuredElsewhere',
    days: 60,
    value_fen: 100_000,
    words: '报一份续保方案，争取回店投保',
    words_en: 'Quote a renewal and win the policy back',
  },
  {
    name: '轮胎后续',
    name_en: 'After tyres',
    kind: 'lastWork',
    keywords: '轮胎 tyre',
    days: 180,
    value_fen: 60_000,
    words: '提醒轮胎换位和四轮定位',
    words_en: 'Offer rotation and wheel alignment',
  },
  {
    name: '制动后续',
    name_en: 'After brakes',
    kind: 'lastWork',
    keywords: '制动 刹车 brake',
    days: 180,
    value_fen: 50_000,
    words: '提醒复查制动系统',
    words_en: 'Offer a check of the brakes',
  },
];
