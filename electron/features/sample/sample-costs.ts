import { dayNumber } from '#shared/kernel/day.ts';
import { addMonthsTo, monthOf, weekDays } from '#shared/kernel/period.ts';
import { addCash } from './sample-money.ts';
import { addTo, type SampleWorld } from './sample-world.ts';

/** What a month of each post costs, in yuan, contributions included. */
const monthlyYuan: Readonly<Record<string, number>> = {
  总经理: 26_000,
  销售经理: 16_000,
  售后经理: 15_500,
  财务经理: 12_000,
  市场经理: 12_500,
  销售顾问: 9200,
  维修技师: 8600,
  服务顾问: 7800,
};

/** Salaries on the 10th, rent on the 1st, tax on the 15th, the maker's rebate on the 25th, parts bought every week. */
export function addRunningCosts(world: SampleWorld): void {
  const { calendar, sums, staff } = world;
  const random = world.random('costs');
  const scale = Math.max(0.3, world.options.customers / 1200);
  const cashier = staff.find((person) => person.post === '出纳')?.id ?? null;
  const out = { direction: 'out', personId: cashier } as const;
  const lastMonth = monthOf(calendar.day(calendar.today));
  for (let month = monthOf(calendar.day(calendar.start)); month <= lastMonth; month = addMonthsTo(month, 1)) {
    const first = dayNumber(`${month}-01`);
    const before = addMonthsTo(month, -1);
    const rentFen = Math.round(118_000 * Math.min(scale, 12)) * 100;
    addCash(world, {
      ...out,
      day: first,
      fen: rentFen,
      category: 'rent',
      account: '基本户',
      counterparty: '园区资产管理公司',
      note: `${month} 场地租金`,
    });
    const payroll = staff
      .filter((person) => person.hired < first && person.left >= first)
      .reduce((sum, person) => sum + (monthlyYuan[person.post] ?? 6200), 0);
    addCash(world, {
      ...out,
      day: first + 9,
      fen: payroll * 100 + random.int(0, 900_000),
      category: 'salary',
      account: '基本户',
      counterparty: '员工',
      note: `${before} 工资`,
    });
    const taxFen = Math.floor((sums.cashInByMonth.get(before) ?? 0) * 0.011);
    addCash(world, {
      ...out,
      day: first + 14,
      fen: taxFen,
      category: 'tax',
      account: '基本户',
      counterparty: '税务局',
      note: `${before} 税费`,
    });
    const marketingFen = random.int(18, 60) * 100_000 * Math.ceil(scale);
    addCash(world, {
      ...out,
      day: first + random.int(3, 26),
      fen: marketingFen,
      category: 'marketing',
      account: '一般户',
      counterparty: '广告公司',
      note: `${month} 市场推广`,
    });
    const rebateFen = Math.floor((sums.purchasesByMonth.get(before) ?? 0) * 0.018);
    addCash(world, {
      day: first + 24,
      direction: 'in',
      fen: rebateFen,
      category: 'makerRebate',
      account: '基本户',
      counterparty: '远途汽车销售公司',
      personId: cashier,
      note: `${before} 返利`,
    });
  }
  for (const [week, fen] of [...sums.partsCostByWeek].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const day = dayNumber(weekDays(week).last) + 3;
    addCash(world, {
      ...out,
      day,
      fen,
      category: 'parts',
      account: '基本户',
      counterparty: '远途配件中心库',
      note: `${week} 备件采购`,
    });
  }
}

/** The purchase of a vehicle on its day of arrival. */
export function addPurchase(world: SampleWorld, day: number, fen: number, vin: string): void {
  if (day > world.calendar.today) return;
  addTo(world.sums.purchasesByMonth, world.calendar.day(day).slice(0, 7), fen);
  addCash(world, {
    day,
    direction: 'out',
    fen,
    category: 'purchase',
    account: '基本户',
    counterparty: '远途汽车销售公司',
    personId: null,
    note: `车款 ${vin}`,
  });
}
