import { sql, type Kysely } from 'kysely';

/**
 * 会员到期提醒: rules of the due engine for what members have and lose, with the least worth of a call. The two that speak of
 * anniversaries and tiers wait switched off for their preview.
 */
export async function up(db: Kysely<any>): Promise<void> {
  await sql.raw('alter table reminder_rule add column min_worth_fen integer').execute(db);
  const at = '2026-01-01T00:00:00.000Z';
  for (const [kind, [name, nameEn], given, [script, scriptEn]] of rules) {
    const row: Record<string, string | number> = {
      created_at: at,
      updated_at: at,
      name,
      name_en: nameEn,
      kind,
      repeat_days: 30,
      valid_from: '2020-01-01',
      source: '门店惯例',
      confirmed: 0,
      active: 1,
      script,
      script_en: scriptEn,
      ...given,
    };
    const columns = Object.keys(row);
    await sql`insert into reminder_rule (${sql.raw(columns.join(', '))})
      values (${sql.join(columns.map((column) => row[column]))})`.execute(db);
  }
}

type Pair = readonly [string, string];
type Shipped = readonly [string, Pair, Readonly<Record<string, number>>, Pair];

const rules: readonly Shipped[] = [
  ['memberPoints', ['会员积分到期前', 'Before points expire'],
    { lead_days: 30, min_worth_fen: 2000, value_fen: 20_000 }, [
    '〔客户〕您好，我是〔门店〕的〔我〕。您有价值〔金额〕的会员积分〔到期日〕到期，可以抵工时或换礼品。这几天过来做个保养，正好用掉？',
    'Good day, 〔customer〕, this is 〔me〕 of 〔store〕. Points worth 〔amount〕 expire on 〔due〕. They pay for labour or a present: shall we find a day for a service to use them?',
  ]],
  ['memberBonus', ['储值赠送到期前', 'Before bonus money expires'],
    { lead_days: 60, min_worth_fen: 2000, value_fen: 40_000 }, [
    '〔客户〕您好，我是〔门店〕的〔我〕。您储值卡里赠送的〔金额〕〔到期日〕到期，本金不受影响。车最近有要做的项目吗，我帮您先用赠送的部分？',
    'Good day, 〔customer〕, this is 〔me〕 of 〔store〕. 〔amount〕 of bonus money on your card expires on 〔due〕; what you paid in does not. Is there anything to be done on the vehicle?',
  ]],
  ['memberUnits', ['券和套餐到期前', 'Before vouchers and packages expire'],
    { lead_days: 30, min_worth_fen: 2000, value_fen: 40_000 }, [
    '〔客户〕您好，我是〔门店〕的〔我〕。您还有价值〔金额〕的券和套餐没用，〔到期日〕到期。我帮您留个工位，您看哪天来？',
    'Good day, 〔customer〕, this is 〔me〕 of 〔store〕. Vouchers and packages worth 〔amount〕 expire on 〔due〕. Which day may I keep a bay for you?',
  ]],
  ['memberYears', ['入会周年', 'Anniversary of joining'],
    { every_months: 12, lead_days: 0, open_days: 5, repeat_days: 300, value_fen: 5000, active: 0 }, [
    '〔客户〕您好，我是〔门店〕的〔我〕。今天是您入会周年，感谢您一直在我们这里养车，祝行车平安！',
    'Good day, 〔customer〕, this is 〔me〕 of 〔store〕. You joined us on this day years ago: thank you for your trust, and safe driving!',
  ]],
  ['memberTier', ['会员降级前', 'Before a tier is lost'],
    { lead_days: 30, value_fen: 30_000, active: 0 }, [
    '〔客户〕您好，我是〔门店〕的〔我〕。您的会员等级保留到〔到期日〕，之后再消费〔金额〕就能保住，工时折扣和免费检测都留着。近期有保养或维修的计划吗？',
    'Good day, 〔customer〕, this is 〔me〕 of 〔store〕. Your tier holds until 〔due〕; with another 〔amount〕 you keep it, its discount and inspections. Is a service or repair coming up?',
  ]],
]; // prettier-ignore
