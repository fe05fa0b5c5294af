import { sql, type Kysely } from 'kysely';

/**
 * 到期提醒: the dated rules by kind, mass, use and age of vehicle (domain rules §3; shipped rules are rows of the store from
 * then on), what was done on a vehicle here or elsewhere, and what reminders need of vehicles and customers: a maintenance
 * plan and daily distance of the vehicle's own, the other half of a tractor and trailer, birthdays, who is not to be called.
 */
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `create table reminder_rule (
      id integer primary key autoincrement, version integer not null default 1,
      created_at text not null, updated_at text not null, removed_at text,
      name text not null, name_en text, kind text not null,
      vehicle_kind text, use text, above_mass_kg integer, up_to_mass_kg integer,
      above_age_months integer, up_to_age_months integer,
      every_months integer, every_days integer, every_km integer, usual_daily_km integer,
      early_months integer, lead_days integer not null, open_days integer, until_months integer,
      repeat_days integer not null, value_fen integer not null, script text, script_en text,
      active integer not null default 0,
      valid_from text not null, valid_to text, source text not null, confirmed integer not null
    ) strict`,
    `create table reminder_done (
      id integer primary key autoincrement, version integer not null default 1,
      created_at text not null, updated_at text not null, removed_at text,
      vehicle_id integer not null references vehicle (id),
      kind text not null, done_on text not null, place text not null,
      odometer_km integer, source text, person_id integer references person (id)
    ) strict`,
    `create index reminder_done_vehicle_id on reminder_done (vehicle_id, kind, done_on)`,
    `create index reminder_done_person_id on reminder_done (person_id)`,
    `alter table vehicle add column maintenance_days integer`,
    `alter table vehicle add column maintenance_km integer`,
    `alter table vehicle add column daily_km integer`,
    `alter table vehicle add column paired_id integer references vehicle (id)`,
    `create index vehicle_paired_id on vehicle (paired_id) where paired_id is not null`,
    `alter table customer add column born_on text`,
    `alter table customer add column do_not_call integer`,
    // Last visit, odometer readings and last second-level maintenance of every vehicle, read without the orders themselves.
    `create index repair_visit on repair
      (vehicle_id, checked_in_on, state, type, odometer_km, repair_class, handed_over_on, removed_at)
      where vehicle_id is not null`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  const at = '2026-01-01T00:00:00.000Z';
  for (const rule of rules) {
    const [script, scriptEn] = scripts[rule.kind];
    const row: Record<string, string | number> = {
      created_at: at,
      updated_at: at,
      name: rule.name[0],
      name_en: rule.name[1],
      kind: rule.kind,
      lead_days: 0,
      repeat_days: 30,
      script,
      script_en: scriptEn,
      active: 1,
      ...rule.row,
    };
    const columns = Object.keys(row);
    await sql`insert into reminder_rule (${sql.raw(columns.join(', '))})
      values (${sql.join(columns.map((column) => row[column]))})`.execute(db);
  }
}

type Kind = keyof typeof scripts;
type Shipped = {
  readonly kind: Kind;
  readonly name: readonly [string, string];
  readonly row: Readonly<Record<string, string | number>>;
};

const law = '道路交通安全法实施条例 第16条';
const practice = '4S 店集团的做法';
const own = '门店惯例';
const test = { lead_days: 60, open_days: 180, early_months: 3, value_fen: 30_000 };
const sure = { confirmed: 1 };
const unsure = { confirmed: 0 };
const since = { valid_from: '2004-05-01', source: law };

const rules: readonly Shipped[] = [
  { kind: 'annualTest', name: ['年检 · 其他车辆', 'Annual test, other vehicles'],
    row: { every_months: 12, ...test, ...since, ...sure } },
  { kind: 'annualTest', name: ['年检 · 货车 10 年内', 'Annual test, trucks to 10 years'],
    row: { vehicle_kind: 'truck', up_to_age_months: 120, every_months: 12, ...test, ...since, ...sure } },
  { kind: 'annualTest', name: ['年检 · 货车超 10 年', 'Annual test, trucks over 10 years'],
    row: { vehicle_kind: 'truck', above_age_months: 120, every_months: 6, ...test, ...since, ...sure } },
  { kind: 'annualTest', name: ['年检 · 营运客车 5 年内', 'Annual test, hire buses to 5 years'],
    row: { vehicle_kind: 'bus', use: 'commercial', up_to_age_months: 60, every_months: 12, ...test, ...since, ...sure } },
  { kind: 'annualTest', name: ['年检 · 营运客车超 5 年', 'Annual test, hire buses over 5 years'],
    row: { vehicle_kind: 'bus', use: 'commercial', above_age_months: 60, every_months: 6, ...test, ...since, ...sure } },
  { kind: 'annualTest', name: ['年检 · 营运小车 5 年内', 'Annual test, hire cars to 5 years'],
    row: { vehicle_kind: 'car', use: 'commercial', up_to_age_months: 60, every_months: 12, ...test, ...since, ...sure } },
  { kind: 'annualTest', name: ['年检 · 营运小车超 5 年', 'Annual test, hire cars over 5 years'],
    row: { vehicle_kind: 'car', use: 'commercial', above_age_months: 60, every_months: 6, ...test, ...since, ...sure } },
  { kind: 'annualTest', name: ['年检 · 私家车 6 年内', 'Annual test, private cars to 6 years'],
    row: { vehicle_kind: 'car', use: 'private', up_to_age_months: 72, every_months: 24, ...test, ...since, ...sure } },
  { kind: 'annualTest', name: ['年检 · 私家车 6–15 年', 'Annual test, private cars 6–15 years'],
    row: { vehicle_kind: 'car', use: 'private', above_age_months: 72, up_to_age_months: 180, every_months: 12, ...test, ...since, ...sure } },
  { kind: 'annualTest', name: ['年检 · 私家车超 15 年', 'Annual test, private cars over 15 years'],
    row: { vehicle_kind: 'car', use: 'private', above_age_months: 180, every_months: 6, ...test, ...since, ...sure } },
  { kind: 'annualTest', name: ['年检 · 私家车 10 年内（新政）', 'Annual test, private cars to 10 years (relief)'],
    row: { vehicle_kind: 'car', use: 'private', up_to_age_months: 120, every_months: 24, ...test, ...unsure,
      valid_from: '2022-10-01', source: '深化机动车检验制度改革意见（2022）' } },
  { kind: 'annualTest', name: ['年检 · 私家车超 10 年（新政）', 'Annual test, private cars over 10 years (relief)'],
    row: { vehicle_kind: 'car', use: 'private', above_age_months: 120, every_months: 12, ...test, ...unsure,
      valid_from: '2022-10-01', source: '深化机动车检验制度改革意见（2022）' } },
  { kind: 'compulsoryInsurance', name: ['交强险', 'Compulsory insurance'],
    row: { every_months: 12, lead_days: 30, open_days: 90, value_fen: 10_000, ...sure,
      valid_from: '2006-07-01', source: '交强险条例 第20条' } },
  { kind: 'commercialInsurance', name: ['商业险（第 9 个月起）', 'Commercial insurance (from month 9)'],
    row: { every_months: 12, lead_days: 91, open_days: 90, value_fen: 150_000, ...sure,
      valid_from: '2020-01-01', source: practice } },
  { kind: 'secondMaintenance', name: ['二级维护 · 3.5 吨及以下', 'Second-level maintenance to 3.5 t'],
    row: { use: 'commercial', up_to_mass_kg: 3500, every_days: 120, every_km: 40_000, usual_daily_km: 120,
      lead_days: 15, open_days: 120, value_fen: 80_000, ...unsure, valid_from: '2016-03-01', source: 'GB/T 18344' } },
  { kind: 'secondMaintenance', name: ['二级维护 · 3.5 吨以上', 'Second-level maintenance above 3.5 t'],
    row: { use: 'commercial', above_mass_kg: 3500, every_days: 120, every_km: 50_000, usual_daily_km: 300,
      lead_days: 15, open_days: 120, value_fen: 120_000, ...unsure, valid_from: '2016-03-01', source: 'GB/T 18344' } },
  ...(['mediumTruck', 'heavyTruck', 'tractor', 'trailer', 'bus'] as const).map((kind, index): Shipped => ({
    kind: 'secondMaintenance',
    name: [
      `二级维护 · ${['中型货车', '重型货车', '牵引车', '挂车', '客车'][index]}`,
      `Second-level maintenance, ${['medium trucks', 'heavy trucks', 'tractors', 'trailers', 'buses'][index]}`,
    ],
    row: { vehicle_kind: kind, use: 'commercial', every_days: 120, every_km: 50_000, usual_daily_km: 300,
      lead_days: 15, open_days: 120, value_fen: 120_000, ...unsure, valid_from: '2016-03-01', source: 'GB/T 18344' },
  })),
  { kind: 'transportPermit', name: ['道路运输证（4.5 吨以上）', 'Transport permit above 4.5 t'],
    row: { use: 'commercial', above_mass_kg: 4500, every_months: 12, lead_days: 30, open_days: 120, value_fen: 20_000,
      ...unsure, valid_from: '2004-07-01', source: '道路运输条例 第24条' } },
  { kind: 'technicalGrade', name: ['技术等级评定 · 货车 10 年内', 'Technical grading, trucks to 10 years'],
    row: { vehicle_kind: 'truck', use: 'commercial', up_to_age_months: 120, every_months: 12, lead_days: 30, open_days: 120,
      value_fen: 20_000, ...unsure, valid_from: '2016-03-01', source: '道路运输车辆技术管理规定' } },
  { kind: 'technicalGrade', name: ['技术等级评定 · 货车超 10 年', 'Technical grading, trucks over 10 years'],
    row: { vehicle_kind: 'truck', use: 'commercial', above_age_months: 120, every_months: 6, lead_days: 30, open_days: 120,
      value_fen: 20_000, ...unsure, valid_from: '2016-03-01', source: '道路运输车辆技术管理规定' } },
  { kind: 'technicalGrade', name: ['技术等级评定 · 挂车 10 年内', 'Technical grading, trailers to 10 years'],
    row: { vehicle_kind: 'trailer', use: 'commercial', up_to_age_months: 120, every_months: 12, lead_days: 30,
      open_days: 120, value_fen: 20_000, ...unsure, valid_from: '2016-03-01', source: '道路运输车辆技术管理规定' } },
  { kind: 'technicalGrade', name: ['技术等级评定 · 挂车超 10 年', 'Technical grading, trailers over 10 years'],
    row: { vehicle_kind: 'trailer', use: 'commercial', above_age_months: 120, every_months: 6, lead_days: 30,
      open_days: 120, value_fen: 20_000, ...unsure, valid_from: '2016-03-01', source: '道路运输车辆技术管理规定' } },
  { kind: 'firstService', name: ['首保（购车 3–12 个月）', 'First service (months 3–12)'],
    row: { every_months: 3, until_months: 12, value_fen: 60_000, ...sure, valid_from: '2020-01-01', source: practice } },
  { kind: 'regularService', name: ['定保（离店 5–12 个月）', 'Regular service (5–12 months after a visit)'],
    row: { every_months: 5, until_months: 12, value_fen: 100_000, ...sure, valid_from: '2020-01-01', source: practice } },
  { kind: 'lostCustomer', name: ['流失挽回（离店 12–24 个月）', 'Winning back (12–24 months after a visit)'],
    row: { every_months: 12, until_months: 24, value_fen: 120_000, ...sure, valid_from: '2020-01-01', source: practice } },
  { kind: 'warrantyEnd', name: ['包修期满（家用车 3 年 / 6 万公里）', 'End of warranty (family cars, 3 years / 60,000 km)'],
    row: { vehicle_kind: 'car', use: 'private', every_months: 36, every_km: 60_000, lead_days: 60, open_days: 0,
      repeat_days: 60, value_fen: 50_000, ...sure, valid_from: '2013-10-01', source: '三包规定 第18条' } },
  { kind: 'freeInspection', name: ['按车龄免费检测（3 年起，每年）', 'Free inspection by age (yearly from 3 years)'],
    row: { above_age_months: 35, every_months: 12, lead_days: 15, open_days: 30, repeat_days: 60, value_fen: 50_000,
      ...unsure, valid_from: '2020-01-01', source: own } },
  { kind: 'repairWarrantyEnd', name: ['维修质保到期前', 'Before the warranty of a repair ends'],
    row: { lead_days: 5, open_days: 0, repeat_days: 60, value_fen: 10_000, ...unsure, valid_from: '2020-01-01', source: own } },
  { kind: 'birthday', name: ['生日问候', 'Birthday'],
    row: { every_months: 12, open_days: 2, repeat_days: 300, value_fen: 5000, ...unsure, valid_from: '2020-01-01', source: own } },
  { kind: 'milestone', name: ['购车周年', 'Anniversary of the purchase'],
    row: { every_months: 12, open_days: 5, repeat_days: 300, value_fen: 5000, active: 0, ...unsure, valid_from: '2020-01-01', source: own } },
  { kind: 'purchaseTax', name: ['购置税（未上牌）', 'Purchase tax (not yet registered)'],
    row: { every_days: 60, lead_days: 20, open_days: 60, value_fen: 20_000, ...sure, valid_from: '2019-07-01', source: '车辆购置税法' } },
]; // prettier-ignore

/** 话术 in both languages. */
const scripts = {
  annualTest: [
    '〔客户〕您好，我是〔门店〕的〔我〕。您的车〔车牌〕年检〔到期日〕到期，可以提前三个月办。过来时我们先免费检一遍灯光、制动和尾气，一次过线。您看哪天方便？',
    'Good day, 〔customer〕, this is 〔me〕 of 〔store〕. The annual test of 〔plate〕 is due on 〔due〕 and may be done three months early. We check lamps, brakes and exhaust first, free of charge. Which day suits you?',
  ],
  compulsoryInsurance: [
    '〔客户〕您好，我是〔门店〕的〔我〕。〔车牌〕的交强险〔到期日〕到期，脱保上路会被扣车，我帮您先把报价算好？',
    'Good day, 〔customer〕, this is 〔me〕 of 〔store〕. The compulsory insurance of 〔plate〕 ends on 〔due〕; driving without it is not allowed. Shall I work out the renewal?',
  ],
  commercialInsurance: [
    '〔客户〕您好，我是〔门店〕的〔我〕。〔车牌〕的商业险〔到期日〕到期，现在续保我把几家报价一起给您比，出险在本店维修。您去年投的哪几项，今年要不要调整？',
    'Good day, 〔customer〕, this is 〔me〕 of 〔store〕. The commercial insurance of 〔plate〕 ends on 〔due〕. I can compare offers for you. Which cover did you have, and should anything change?',
  ],
  secondMaintenance: [
    '〔客户〕您好，我是〔门店〕的〔我〕。〔车牌〕的二级维护〔到期日〕该做了，现在跑了多少公里？做完当场出合格证，我给您留个工位？',
    'Good day, 〔customer〕, this is 〔me〕 of 〔store〕. The second-level maintenance of 〔plate〕 is due on 〔due〕. How many kilometres has it run? You get the certificate at once; shall I keep a bay?',
  ],
  transportPermit: [
    '〔客户〕您好，我是〔门店〕的〔我〕。〔车牌〕的道路运输证〔到期日〕到期，年审要带的材料我发给您，车一起检？',
    'Good day, 〔customer〕, this is 〔me〕 of 〔store〕. The transport permit of 〔plate〕 ends on 〔due〕. I will send you what the review needs; shall we test the vehicle on the same day?',
  ],
  technicalGrade: [
    '〔客户〕您好，我是〔门店〕的〔我〕。〔车牌〕的技术等级评定〔到期日〕到期，可以和年检、二级维护一趟办完，您看哪天来？',
    'Good day, 〔customer〕, this is 〔me〕 of 〔store〕. The technical grading of 〔plate〕 is due on 〔due〕; it can be done together with test and maintenance. Which day suits you?',
  ],
  firstService: [
    '〔客户〕您好，我是〔门店〕的〔我〕。〔车牌〕到首次保养的时间了，现在多少公里？首保不做会影响质保，我帮您约个时间？',
    'Good day, 〔customer〕, this is 〔me〕 of 〔store〕. It is time for the first service of 〔plate〕. How many kilometres has it run? Warranty depends on it: shall I book a time?',
  ],
  regularService: [
    '〔客户〕您好，我是〔门店〕的〔我〕。〔车牌〕上次来店有一阵子了，该做保养了。车用得怎样，有没有要顺便看的？',
    'Good day, 〔customer〕, this is 〔me〕 of 〔store〕. It has been a while since 〔plate〕 was here; a service is due. How is the vehicle, and is there anything else to look at?',
  ],
  lostCustomer: [
    '〔客户〕您好，我是〔门店〕的〔我〕。〔车牌〕有一年多没来了，想听听是哪里没让您满意。回来做一次免费检测，我亲自接待。',
    'Good day, 〔customer〕, this is 〔me〕 of 〔store〕. 〔plate〕 has not been here for more than a year: may I ask what we could do better? I would like to invite you to a free inspection.',
  ],
  warrantyEnd: [
    '〔客户〕您好，我是〔门店〕的〔我〕。〔车牌〕的包修〔到期日〕到期，期满前来全车检一遍，有问题还能免费修。',
    'Good day, 〔customer〕, this is 〔me〕 of 〔store〕. The warranty of 〔plate〕 ends on 〔due〕. Let us look over the whole vehicle before: what we find is still free of charge.',
  ],
  freeInspection: [
    '〔客户〕您好，我是〔门店〕的〔我〕。〔车牌〕满周年了，我们为您做一次免费检测：制动、底盘、灯光、油液，半小时。哪天有空？',
    'Good day, 〔customer〕, this is 〔me〕 of 〔store〕. 〔plate〕 is a year older: we offer a free inspection of brakes, underbody, lamps and fluids in half an hour. When are you free?',
  ],
  repairWarrantyEnd: [
    '〔客户〕您好，我是〔门店〕的〔我〕。〔车牌〕上次维修的质保〔到期日〕到期，修过的地方有没有异常？有的话期内免费处理。',
    'Good day, 〔customer〕, this is 〔me〕 of 〔store〕. The warranty of the last repair of 〔plate〕 ends on 〔due〕. Is everything as it should be? Until then we put it right free of charge.',
  ],
  birthday: [
    '〔客户〕您好，我是〔门店〕的〔我〕，祝您生日快乐！店里给您备了一份小礼物，来店时找我拿。',
    'Good day, 〔customer〕, this is 〔me〕 of 〔store〕: happy birthday! A small present waits for you at the store.',
  ],
  milestone: [
    '〔客户〕您好，我是〔门店〕的〔我〕。今天是〔车牌〕提车纪念日，感谢您一直信任我们，行车顺利！',
    'Good day, 〔customer〕, this is 〔me〕 of 〔store〕. It is the anniversary of 〔plate〕: thank you for your trust, and safe driving!',
  ],
  purchaseTax: [
    '〔客户〕您好，我是〔门店〕的〔我〕。购置税要在〔到期日〕前申报，逾期有滞纳金。上牌手续要我们代办吗？',
    'Good day, 〔customer〕, this is 〔me〕 of 〔store〕. The purchase tax must be declared by 〔due〕. Shall we take care of the registration?',
  ],
} as const; // prettier-ignore
