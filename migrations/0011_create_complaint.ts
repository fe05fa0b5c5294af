import { sql, type Kysely } from 'kysely';

/**
 * Complaints with their history, pauses and extensions; the holiday calendar and the dated rules that their clocks follow;
 * day counts of 三包; standard actions per post with spot checks and customer scores. Shipped values are rows of the store
 * from then on: each with its source, `confirmed` = 0 where the text was not seen.
 */
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of [...ruleTables, ...complaintTables, ...standardTables])
    await sql.raw(statement).execute(db);
  await seedCalendar(db);
  await seedRules(db);
  await seedStandards(db);
}

const head = `id integer primary key autoincrement, version integer not null default 1,
  created_at text not null, updated_at text not null, removed_at text`;

const ruleTables = [
  `create table calendar_day (
    ${head}, day text not null, kind text not null, name text not null, source text, confirmed integer not null
  ) strict`,
  `create unique index calendar_day_day on calendar_day (day) where removed_at is null and day is not null`,
  `create table complaint_clock (
    ${head}, name text not null, basis text not null, kind text, channel text, severity text,
    answer_days integer, finish_days integer, day_kind text not null, grace_days integer,
    valid_from text not null, valid_to text, source text, confirmed integer not null, note text
  ) strict`,
  `create table lemon_rule (
    ${head}, name text not null, total_days integer not null, same_fault_times integer not null,
    spare_from_day integer not null, period_months integer not null, period_km integer not null,
    valid_from text not null, valid_to text, source text, confirmed integer not null, note text
  ) strict`,
];

const complaintTables = [
  `create table complaint (
    ${head}, number text not null, state text not null, received_on text not null,
    channel text not null, kind text not null, severity text not null,
    subject text not null, description text, demand text,
    customer_id integer references customer (id), customer_name text, phone text, plate text, external_number text,
    vehicle_id integer references vehicle (id), repair_id integer references repair (id),
    order_id integer references vehicle_order (id),
    about_id integer references person (id), handler_id integer references person (id),
    cause text, remedy text, cost_fen integer, answer text,
    clock_from text not null, taken_on text, answered_on text,
    called_back_on text, called_back_by_id integer references person (id), call_back_result text, customer_words text,
    closed_on text, closed_by_id integer references person (id), forced integer not null, close_reason text,
    reopened integer not null
  ) strict`,
  `create unique index complaint_number on complaint (number)`,
  `create index complaint_open on complaint (received_on) where removed_at is null and state != 'closed'`,
  `create index complaint_received_on on complaint (received_on)`,
  `create index complaint_customer_id on complaint (customer_id)`,
  `create index complaint_vehicle_id on complaint (vehicle_id)`,
  `create index complaint_repair_id on complaint (repair_id)`,
  `create index complaint_order_id on complaint (order_id)`,
  `create index complaint_about_id on complaint (about_id)`,
  `create index complaint_handler_id on complaint (handler_id)`,
  `create index complaint_called_back_by_id on complaint (called_back_by_id)`,
  `create index complaint_closed_by_id on complaint (closed_by_id)`,
  `create table complaint_line (
    id integer primary key autoincrement, complaint_id integer not null references complaint (id), at text not null,
    kind text not null, person_id integer not null, person_name text not null, handler_id integer, text text not null
  ) strict`,
  `create index complaint_line_complaint_id on complaint_line (complaint_id)`,
  `create trigger complaint_line_no_update before update on complaint_line
    begin select raise(abort, 'the history of a complaint is append-only'); end`,
  `create trigger complaint_line_no_delete before delete on complaint_line
    begin select raise(abort, 'the history of a complaint is append-only'); end`,
  `create table complaint_pause (
    id integer primary key autoincrement, complaint_id integer not null references complaint (id),
    reason text not null, text text not null, from_on text not null, until_on text,
    person_id integer not null, person_name text not null, resumed_by text
  ) strict`,
  `create index complaint_pause_complaint_id on complaint_pause (complaint_id)`,
  `create unique index complaint_pause_running on complaint_pause (complaint_id) where until_on is null`,
  `create table complaint_extension (
    id integer primary key autoincrement, complaint_id integer not null references complaint (id),
    stage text not null, days integer not null, reason text not null, consent text,
    person_id integer not null, person_name text not null, at text not null, since_on text not null,
    decision text, decided_by_id integer, decided_by text, decided_at text, decision_text text
  ) strict`,
  `create index complaint_extension_complaint_id on complaint_extension (complaint_id)`,
  `create unique index complaint_extension_waiting on complaint_extension (complaint_id) where decision is null`,
];

const standardTables = [
  `create table standard (
    ${head}, post text not null, code text not null, text text not null, text_en text, weight integer not null,
    valid_from text not null, valid_to text, note text
  ) strict`,
  `create index standard_post on standard (post)`,
  `create table spot_check (
    ${head}, person_id integer not null references person (id), checked_on text not null,
    checker_id integer not null references person (id), post text not null,
    met_count integer not null, missed_count integer not null, score_basis_points integer, note text
  ) strict`,
  `create index spot_check_person_id on spot_check (person_id)`,
  `create index spot_check_checker_id on spot_check (checker_id)`,
  `create index spot_check_checked_on on spot_check (checked_on)`,
  `create table spot_check_mark (
    spot_check_id integer not null references spot_check (id), standard_id integer not null references standard (id),
    mark text not null, weight integer not null, note text,
    primary key (spot_check_id, standard_id)
  ) strict, without rowid`,
  `create index spot_check_mark_standard_id on spot_check_mark (standard_id)`,
  `create table service_score (
    ${head}, scored_on text not null, score integer not null, words text, way text not null,
    person_id integer not null references person (id), standard_id integer references standard (id),
    customer_id integer references customer (id), repair_id integer references repair (id),
    order_id integer references vehicle_order (id), complaint_id integer references complaint (id)
  ) strict`,
  `create index service_score_person_id on service_score (person_id, scored_on)`,
  `create index service_score_standard_id on service_score (standard_id)`,
  `create index service_score_customer_id on service_score (customer_id)`,
  `create index service_score_repair_id on service_score (repair_id)`,
  `create index service_score_order_id on service_score (order_id)`,
  `create index service_score_complaint_id on service_score (complaint_id)`,
];

const at = { createdAt: '2026-11-01T00:00:00.000Z', updatedAt: '2026-11-01T00:00:00.000Z' };
const insert = (db: Kysely<any>, table: string, rows: readonly object[]): Promise<unknown> =>
  db
    .insertInto(table)
    .values(rows.map((row) => ({ ...at, ...row })))
    .execute();

/** Festival, first and last day off, weekend days worked: 国办发明电〔2024〕12号 and 〔2025〕7号. */
const festivals = [
  ['元旦', '2025-01-01', '2025-01-01'],
  ['春节', '2025-01-28', '2025-02-04', '2025-01-26', '2025-02-08'],
  ['清明节', '2025-04-04', '2025-04-06'],
  ['劳动节', '2025-05-01', '2025-05-05', '2025-04-27'],
  ['端午节', '2025-05-31', '2025-06-02'],
  ['国庆节、中秋节', '2025-10-01', '2025-10-08', '2025-09-28', '2025-10-11'],
  ['元旦', '2026-01-01', '2026-01-03', '2026-01-04'],
  ['春节', '2026-02-15', '2026-02-23', '2026-02-14', '2026-02-28'],
  ['清明节', '2026-04-04', '2026-04-06'],
  ['劳动节', '2026-05-01', '2026-05-05', '2026-05-09'],
  ['端午节', '2026-06-19', '2026-06-21'],
  ['中秋节', '2026-09-25', '2026-09-27'],
  ['国庆节', '2026-10-01', '2026-10-07', '2026-09-20', '2026-10-10'],
] as const;
const notices: Readonly<Record<string, string>> = {
  2025: '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）',
  2026: '国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）',
};
const oneDay = 86_400_000;

async function seedCalendar(db: Kysely<any>): Promise<void> {
  const rows = festivals.flatMap(([name, first, last, ...worked]) => {
    const source = notices[first.slice(0, 4)];
    const days = (Date.parse(last) - Date.parse(first)) / oneDay + 1;
    const off = Array.from({ length: days }, (_, step) =>
      new Date(Date.parse(first) + step * oneDay).toISOString().slice(0, 10),
    );
    return [
      ...off.map((day) => ({ day, kind: 'holiday', name, source, confirmed: 1 })),
      ...worked.map((day) => ({ day, kind: 'working', name, source, confirmed: 1 })),
    ];
  });
  await insert(
    db,
    'calendarDay',
    rows.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
  );
}

/** Name, basis, kind, channel, severity, working days to answer and to finish, grace, valid from, confirmed, source. */
const clocks = [
  ['三包', 'law', 'threeGuarantees', null, null, 10, 20, null, '2022-01-01', 1, '家用汽车产品修理更换退货责任规定（市场监管总局令第43号）'],
  ['市场监管 12315', 'law', null, 'marketSupervision', null, 7, 45, null, '2020-01-01', 1, '市场监督管理投诉举报处理暂行办法第14条（受理）、第21条（调解）'],
  ['交通运输 12328', 'law', null, 'transportAuthority', null, null, 15, null, '2020-01-01', 0, '机动车维修质量投诉：15日内处理完毕；未见原文，按工作日计'],
  ['本店 一般', 'store', null, null, 'normal', 3, 10, 10, '2020-01-01', 1, '本店规定'],
  ['本店 较重', 'store', null, null, 'serious', 2, 7, 10, '2020-01-01', 1, '本店规定'],
  ['本店 重大', 'store', null, null, 'major', 1, 5, 10, '2020-01-01', 1, '本店规定'],
] as const; // prettier-ignore

/** Name, more days than these, more times than these, valid from and to, confirmed, source. */
const lemons = [
  ['三包（2013）', 35, 5, '2013-10-01', '2021-12-31', 0, '家用汽车产品修理、更换、退货责任规定（质检总局令第150号）'],
  ['三包（2022）', 30, 4, '2022-01-01', null, 1, '家用汽车产品修理更换退货责任规定（市场监管总局令第43号）第24条'],
] as const; // prettier-ignore

async function seedRules(db: Kysely<any>): Promise<void> {
  const clock = ([name, basis, kind, channel, severity, ...rest]: (typeof clocks)[number]): object => {
    const [answerDays, finishDays, graceDays, validFrom, confirmed, source] = rest;
    const terms = { answerDays, finishDays, dayKind: 'working', graceDays };
    return { name, basis, kind, channel, severity, ...terms, validFrom, confirmed, source };
  };
  await insert(db, 'complaintClock', clocks.map(clock));
  const lemon = ([name, totalDays, sameFaultTimes, ...rest]: (typeof lemons)[number]): object => {
    const [validFrom, validTo, confirmed, source] = rest;
    const terms = { totalDays, sameFaultTimes, spareFromDay: 6, periodMonths: 24, periodKm: 50_000 };
    return { name, ...terms, validFrom, validTo, confirmed, source };
  };
  await insert(db, 'lemonRule', lemons.map(lemon));
}

/** 规定动作: post, then code, weight, Chinese and English. Weights of a post add up to 100. */
const standards = [
  ['服务顾问', 'SA-01', 10, '客户到店一分钟内出迎并问候', 'Greets the customer within a minute of arrival'],
  ['服务顾问', 'SA-02', 15, '与客户一起环车检查，请客户确认签字', 'Walks round the vehicle with the customer, who signs'],
  ['服务顾问', 'SA-03', 15, '复述客户说的故障并记入工单', 'Repeats what the customer reports and writes it on the order'],
  ['服务顾问', 'SA-04', 20, '派工前说明项目、费用和完工时间，客户同意', 'Explains work, price and time before it begins; the customer agrees'],
  ['服务顾问', 'SA-05', 15, '增项先征得客户同意', 'Asks the customer before any additional work'],
  ['服务顾问', 'SA-06', 15, '交车前核对完工项目，逐项解释结算单', 'Checks the work before hand-over and explains the bill line by line'],
  ['服务顾问', 'SA-07', 10, '说明旧件去向，提醒下次保养', 'Shows the old parts and tells when the next service is due'],
  ['销售顾问', 'SC-01', 10, '客户进店一分钟内接待，递名片自我介绍', 'Receives the customer within a minute, with name and card'],
  ['销售顾问', 'SC-02', 20, '先问用途、路线、载重和预算，再推荐车型', 'Asks use, routes, load and budget before recommending'],
  ['销售顾问', 'SC-03', 15, '围绕车辆讲解，结合客户用途', 'Presents the vehicle around the customer’s own use'],
  ['销售顾问', 'SC-04', 15, '主动邀请试驾，说明路线和安全事项', 'Offers a test drive, with route and safety explained'],
  ['销售顾问', 'SC-05', 20, '书面报价逐项列明，不搭售', 'Quotes in writing item by item; nothing is tied in'],
  ['销售顾问', 'SC-06', 10, '承诺的事项写进合同', 'Writes every promise into the contract'],
  ['销售顾问', 'SC-07', 10, '当天录入客户和跟进计划', 'Enters customer and next steps the same day'],
  ['维修技师', 'TE-01', 15, '施工前装好护套，车辆支撑到位', 'Covers fitted and vehicle supported before work'],
  ['维修技师', 'TE-02', 20, '按工艺和规定扭矩操作，记录关键数据', 'Works to procedure and torque, records key values'],
  ['维修技师', 'TE-03', 15, '用工单上的配件，旧件单独存放', 'Uses the parts of the order, keeps the old ones apart'],
  ['维修技师', 'TE-04', 15, '发现新问题先报服务顾问，不擅自增项', 'Reports new findings to the adviser, adds nothing alone'],
  ['维修技师', 'TE-05', 20, '完工自检签字，清点工具', 'Checks own work, signs, counts the tools'],
  ['维修技师', 'TE-06', 15, '整理工位，车辆清洁后移交', 'Leaves bay and vehicle clean'],
  ['客服', 'CC-01', 10, '铃响三声内接听，报店名和姓名', 'Answers within three rings with store and name'],
  ['客服', 'CC-02', 20, '交车后第1天、第7天按话术回访', 'Calls on day 1 and day 7 after hand-over by the script'],
  ['客服', 'CC-03', 20, '完整记录客户原话', 'Writes down the customer’s own words'],
  ['客服', 'CC-04', 20, '投诉当场登记，告知编号和答复时限', 'Registers a complaint at once, tells its number and term'],
  ['客服', 'CC-05', 20, '答应回复的时间按时回复', 'Calls back when promised'],
  ['客服', 'CC-06', 10, '不在公共区域报客户电话', 'Never says a customer’s number aloud in public'],
] as const; // prettier-ignore

const seedStandards = (db: Kysely<any>): Promise<unknown> =>
  insert(
    db,
    'standard',
    standards.map(([post, code, weight, text, textEn]) => ({
      post,
      code,
      weight,
      text,
      textEn,
      validFrom: '2020-01-01',
    })),
  );
