import { sql, type Kysely } from 'kysely';

/**
 * 交车回访: the dated rules by which customers are called after a delivery, and what a call needs to be one of them. Shipped
 * rules are rows of the store from then on. 返工: hours and cost of what had to be done again.
 */
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `create table follow_up_rule (
      id integer primary key autoincrement, version integer not null default 1,
      created_at text not null, updated_at text not null, removed_at text,
      name text not null, day_after integer not null, repeat_days integer, until_day integer,
      open_days integer not null, caller text not null, script text not null,
      valid_from text not null, valid_to text, source text, confirmed integer not null
    ) strict`,
    `alter table follow_up add column order_id integer references vehicle_order (id)`,
    `alter table follow_up add column follow_up_rule_id integer references follow_up_rule (id)`,
    `alter table follow_up add column due_on text`,
    `alter table follow_up add column score integer`,
    `alter table follow_up add column complaint_id integer references complaint (id)`,
    `alter table rework add column hours_hundredths integer`,
    `alter table rework add column cost_fen integer`,
    `create index follow_up_order_id on follow_up (order_id) where order_id is not null`,
    `create index follow_up_follow_up_rule_id on follow_up (follow_up_rule_id) where follow_up_rule_id is not null`,
    `create index follow_up_complaint_id on follow_up (complaint_id) where complaint_id is not null`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  const at = '2026-01-01T00:00:00.000Z';
  for (const [name, dayAfter, repeatDays, untilDay, openDays, caller, confirmed, source, script] of rules)
    await sql`insert into follow_up_rule (created_at, updated_at, name, day_after, repeat_days, until_day, open_days,
      caller, script, valid_from, source, confirmed) values (${at}, ${at}, ${name}, ${dayAfter}, ${repeatDays},
      ${untilDay}, ${openDays}, ${caller}, ${script}, '2020-01-01', ${source}, ${confirmed})`.execute(db);
}

/** Name, day after the delivery, repeated every … days until day …, days open, who calls, confirmed, source, script. */
const rules = [
  ['交车次日', 1, null, null, 5, 'consultant', 1, '售后服务：1天、7天、日常', [
    '〔客户〕您好，我是〔门店〕的〔我〕，感谢您选择〔车型〕。',
    '1. 昨天把车开回去路上顺利吗？有没有报警灯或异常声音？',
    '2. 交车时讲的操作，还有哪一项想再听一遍？',
    '3. 证件、工具、随车资料都齐吗？',
    '4. 交车服务请打个分，1 到 5 分，哪里可以做得更好？',
    '有任何问题随时打我电话；七天后我们再回访一次。',
  ].join('\n')],
  ['交车七日', 7, null, null, 14, 'care', 1, '售后服务：1天、7天、日常', [
    '〔客户〕您好，我是〔门店〕客服〔我〕，想了解〔车型〕这一周的使用情况。',
    '1. 跑了多少公里？动力、制动、油耗（电耗）满意吗？',
    '2. 有没有需要处理的问题？（有：当场登记，告知编号和答复时间）',
    '3. 上牌、保险、道路运输证还有要帮忙的吗？',
    '4. 首次保养的里程和时间清楚吗？',
    '5. 销售顾问的服务请打个分，1 到 5 分。',
  ].join('\n')],
  ['交车满月', 30, null, null, 21, 'care', 0, '门店惯例：满月、每季', [
    '〔客户〕您好，我是〔门店〕客服〔我〕。〔车型〕用了一个月，想听听您的意见。',
    '1. 现在多少公里？快到首次保养了吗，帮您预约？',
    '2. 车辆和我们的服务有没有不满意的地方？',
    '3. 总体打几分，1 到 5 分？愿意介绍朋友来吗？',
  ].join('\n')],
  ['日常回访', 90, 90, 360, 30, 'care', 0, '门店惯例：满月、每季', [
    '〔客户〕您好，我是〔门店〕客服〔我〕，例行回访〔车型〕的使用情况。',
    '1. 车况怎样，目前多少公里？',
    '2. 保养、年检、保险、二级维护，有哪项快到期要我们办？',
    '3. 对服务打几分，1 到 5 分？有什么建议？',
  ].join('\n')],
] as const; // prettier-ignore
