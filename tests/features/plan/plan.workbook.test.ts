import { read, utils, write, type CellObject, type WorkBook } from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import type { GoalTableRow } from '#electron/features/goal/goal.period.ts';
import { planWorkbook, type WorkbookData } from '#electron/features/plan/plan.workbook.ts';
import type { PlanView } from '#shared/features/plan/plan.contract.ts';
import { cashFlow, investmentFigures, staffTotal } from '#shared/features/plan/plan.rules.ts';
import { emptyParts } from '#shared/features/plan/plan.content.ts';
import type { Language } from '#shared/kernel/language.ts';
import { convertedByOffice, hasLibreOffice } from '#tests/support/libre-office.ts';
import { wholePlan } from '#tests/support/plan.ts';

const months = (make: (month: number) => number | null): (number | null)[] =>
  Array.from({ length: 12 }, (_, index) => make(index + 1));

const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((all, value) => all + (value ?? 0), 0);
const sold = months((month) => (month > 11 ? null : month * 7 + 3));
const earned = months((month) => (month > 11 ? null : month * 1_234_567 + 89));

/** A view as the core gives it, with everything that may be missing. */
const view: PlanView = {
  id: 1,
  state: 'draft',
  content: {
    storeName: '=测试商用车',
    year: 2027,
    edition: 1,
    reason: null,
    parts: wholePlan(1),
    closing: {
      year: 2026,
      until: '2026-11-18',
      others: [],
      lines: [
        {
          key: 'orders',
          unit: 'count',
          months: sold,
          value: sum(sold),
          lastYearToDate: 400,
          lastYear: 460,
          goal: 520,
        },
        {
          key: 'cashIn',
          unit: 'fen',
          months: earned,
          value: sum(earned),
          lastYearToDate: 0,
          lastYear: 3,
          goal: null,
        },
        {
          key: 'leads',
          unit: 'count',
          months: months(() => null),
          value: null,
          lastYearToDate: null,
          lastYear: null,
          goal: 0,
        },
      ],
    },
    goals: [
      {
        key: 'orders',
        unit: 'count',
        departmentId: null,
        department: null,
        year: 78,
        months: months((month) => month),
      },
      {
        key: 'cashIn',
        unit: 'fen',
        departmentId: 2,
        department: '销售部',
        year: 400_033,
        months: months((month) => (month < 4 ? 100_011 : null)),
      },
    ],
    goalEdition: 3,
    pay: [
      {
        postId: 1,
        postName: '销售顾问',
        departmentId: 2,
        departmentName: '销售部',
        fromMonth: '2027-01',
        toMonth: null,
        content: {
          unit: 'deal',
          baseFen: 400_000,
          stepKind: 'above',
          steps: [
            { from: 1, to: 5, amountFen: 80_050 },
            { from: 6, to: null, amountFen: 120_000 },
          ],
          shares: [{ of: 'finance', basisPoints: 3000 }],
          coefficients: [{ fromBasisPoints: 8000, belowBasisPoints: null, basisPoints: 10_000 }],
          coefficientOn: 'commission',
          capFen: 3_000_000,
          welfare: [{ name: '餐补', amountFen: 30_000, inCash: true }],
        },
      },
    ],
    people: { '1': '王总' },
  },
  hiddenPay: 2,
  edits: {},
  editions: [],
  actions: [],
  issues: [],
  submittedBy: null,
  submittedAt: null,
  returned: null,
  signatures: [],
  verdict: { state: 'unsigned', problems: [] },
  auditCode: null,
};

type Row = readonly [key: string, depth: number, months: readonly (number | null)[], name?: string];
const tree = (indicator: string, unit: GoalTableRow['unit'], rows: readonly Row[]): GoalTableRow[] =>
  rows.map(([key, depth, of, name = '']) => ({
    indicator,
    unit,
    adds: unit === 'rate' ? 'rate' : 'sum',
    key,
    kind: key.includes('channel')
      ? 'facet'
      : key.includes('p')
        ? 'person'
        : key === 'store'
          ? 'store'
          : 'department',
    name,
    depth,
    months: of,
    year: unit === 'rate' ? null : sum(of),
  }));

/** What a row holds beside its parts, a person with channels, a month without goals, a rate. */
const goals: GoalTableRow[] = [
  ...tree('orders', 'count', [
    ['store', 0, months((month) => (month === 12 ? null : 20 + month))],
    ['d2', 1, months((month) => (month === 12 ? null : 15 + month)), '销售部'],
    ['d2.p7', 2, months((month) => (month === 12 ? null : 10)), '陈明'],
    ['d2.p7.channel.showroom', 3, months((month) => (month === 12 ? null : 6)), 'showroom'],
    ['d2.p8', 2, months((month) => (month === 12 ? null : 5 + month)), '李梅'],
    ['d3', 1, months((month) => (month === 12 ? null : 3)), '大客户部'],
  ]),
  ...tree('cashIn', 'fen', [
    ['store', 0, months(() => 100_011)],
    ['d2', 1, months(() => 100_011), '销售部'],
  ]),
  ...tree('absorptionRate', 'rate', [
    ['store', 0, months((month) => 5800 + month)],
    ['d3', 1, months(() => 6000), '大客户部'],
  ]),
];

const whole: WorkbookData = {
  view,
  goals,
  budget: {
    events: months((month) => (month === 4 ? 3_500_050 : null)),
    channels: months(() => 1_000_000),
    trainingFen: 2_600_000,
  },
};
const bookOf = async (language: Language, of = whole): Promise<WorkBook> =>
  read(await planWorkbook(of, language, '2026-11-18T02:00:00.000Z'), { cellFormula: true });

const rowsOf = (book: WorkBook, sheet: string): unknown[][] =>
  utils.sheet_to_json(book.Sheets[sheet] ?? {}, { header: 1, raw: true });

type Computed = { readonly place: string; readonly cell: CellObject };
const formulas = ({ SheetNames, Sheets }: WorkBook): Computed[] =>
  SheetNames.flatMap((sheet) =>
    Object.entries(Sheets[sheet] ?? {}).flatMap(
      ([address, cell]) =>
        address.startsWith('!') || !(cell as CellObject).f
          ? []
          : [{ place: `${sheet}!${address}`, cell: cell as CellObject }], // addresses hold cells
    ),
  );
const valueAt = ({ Sheets }: WorkBook, place: string): unknown => {
  const [sheet = '', address = ''] = place.split('!');
  return (Sheets[sheet]?.[address] as CellObject | undefined)?.v;
};

describe('the workbook', () => {
  it('holds every figure of the plan; words that begin like a formula are words', async () => {
    const book = await bookOf('zh-CN');
    expect(book.SheetNames).toEqual([
      '说明',
      '决算',
      '市场',
      '竞争对手',
      '政策',
      '客户群',
      'SWOT',
      '人力',
      '薪酬',
      '目标',
      '措施',
      '预算',
      '投资',
      '现金流',
      '正文',
    ]);
    const { staffing, investment, market } = view.content.parts;
    const total = staffTotal(staffing.posts);
    const rows = (sheet: string): unknown[][] => rowsOf(book, sheet);
    expect(rows('说明')[1]).toEqual(['门店', "'=测试商用车"]);
    expect(rows('人力').at(-1)?.slice(40)).toEqual(
      [...(total.costs ?? []), total.cost ?? 0].map((fen) => fen / 100),
    );
    expect(rows('市场')).toHaveLength(market.markets.length + 2);
    const [bays, wash, light] = investment.investments.map(investmentFigures);
    expect(
      rows('投资')
        .slice(1)
        .map((row) => row[8]),
    ).toEqual([
      bays?.payback.kind === 'months' ? bays.payback.months : null,
      '收不回：每月净收不大于零',
      light?.payback.kind === 'unknown' ? '' : null,
    ]);
    expect(wash?.netFen).toBe(0);
    expect(
      rows('现金流')
        .slice(1)
        .map((row) => row[3]),
    ).toEqual(cashFlow(investment.investments, 2027).map(({ balanceFen }) => balanceFen / 100));
    expect(rows('措施')).toHaveLength(6);
  });

  it('shows the goals as the tree that they are: parts below their sum, what is not passed on as a part', async () => {
    const rows = rowsOf(await bookOf('zh-CN'), '目标');
    const quarter = (row: unknown[] | undefined): unknown[] => [7, 11, 15, 19, 20, 21].map((at) => row?.[at]);
    expect(rows.slice(1).map((row) => row.slice(0, 4))).toEqual([
      ['订单台数', '全店', '全店', '台/项'],
      ['订单台数', '全店', '　未分下去', '台/项'],
      ['订单台数', '部门', '　销售部', '台/项'],
      ['订单台数', '个人', '　　陈明', '台/项'],
      ['订单台数', '个人', '　　　未分下去', '台/项'],
      ['订单台数', '渠道/车型', '　　　展厅', '台/项'],
      ['订单台数', '个人', '　　李梅', '台/项'],
      ['订单台数', '部门', '　大客户部', '台/项'],
      ['现金收入', '全店', '全店', '元'],
      ['现金收入', '部门', '　销售部', '元'],
      ['零服吸收率', '全店', '全店', '%'],
      ['零服吸收率', '部门', '　大客户部', '%'],
    ]);
    expect(quarter(rows[1])).toEqual([66, 75, 84, 61, 286, 0]);
    expect(quarter(rows[4])).toEqual([30, 30, 30, 20, 110, 0]);
    expect(rows[9]?.[4]).toBe(1000.11);
    expect(quarter(rows[9])).toEqual([3000.33, 3000.33, 3000.33, 3000.33, 12_001.32, 0]);
    expect(rows[11]?.[4]).toBe(0.5801);
    expect(quarter(rows[12])).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
  });

  it('says pay rules line by line, and how many are not for the reader', async () => {
    const rows = rowsOf(await bookOf('zh-CN'), '薪酬');
    expect(rows.slice(1).map((row) => Array.from(row.slice(4), (cell) => cell ?? null))).toEqual([
      ['底薪（每月）', '', null, null, 4000],
      ['提成阶梯', '交车台数 · 超额阶梯', 1, 5, 800.5],
      ['提成阶梯', '交车台数 · 超额阶梯', 6, null, 1200],
      ['分成', '金融（按揭手续费）', null, null, null, 0.3],
      ['达成系数', '计件提成和绩效基数上', 0.8, null, null, 1],
      ['浮动收入封顶', '', null, null, 30_000],
      ['福利', '餐补', null, null, 300],
      [],
    ]);
    expect(rows.at(-1)?.[0]).toContain('另有 2 条薪酬规则');
  });

  it('sums a budget from the other sheets; a cost that is not known leaves the sum open', async () => {
    const rows = rowsOf(await bookOf('zh-CN'), '预算');
    expect(rows.slice(1).map((row) => [row[1], row[5], row[14]])).toEqual([
      ['现金收入', 1000.11, 12_001.32],
      ['人员成本', 209_404.29, expect.any(Number)],
      ['投资付款', 0, 440_000],
      ['活动预算', 35_000.5, 35_000.5],
      ['渠道费用预算', 10_000, 120_000],
      ['培训预算', undefined, 26_000],
      ['合计', 254_404.79, expect.any(Number)],
    ]);
    const [first, ...posts] = view.content.parts.staffing.posts;
    const open = {
      ...view.content.parts,
      staffing: { posts: [{ ...first!, monthlyCostFen: null }, ...posts], blocks: [] },
    };
    const unknown = await bookOf('zh-CN', {
      ...whole,
      view: { ...view, content: { ...view.content, parts: open } },
    });
    expect(rowsOf(unknown, '预算').at(-1)?.slice(2)).toEqual(Array.from({ length: 13 }, () => ''));
  });

  describe.skipIf(!hasLibreOffice)('opened in LibreOffice', () => {
    let given: WorkBook;
    let opened: WorkBook;
    beforeAll(async () => {
      given = await bookOf('zh-CN');
      // Without their results, so that nothing is left to LibreOffice but to compute them.
      const bare = await bookOf('zh-CN');
      for (const { cell } of formulas(bare)) {
        delete cell.v;
        delete cell.w;
        cell.t = 'n';
      }
      const bytes = new Uint8Array(write(bare, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
      opened = read(convertedByOffice(bytes, 'xlsx', 'xlsx'));
    }, 60_000);

    it('adds up to the same figures, formula by formula', () => {
      const all = formulas(given);
      expect(all.length).toBeGreaterThan(350);
      const wrong = all.flatMap(({ place, cell }) => {
        const value = valueAt(opened, place) ?? '';
        const expected = cell.v ?? '';
        const isSame =
          typeof expected === 'number' && typeof value === 'number'
            ? Math.abs(expected - value) < 1e-6
            : expected === value;
        return isSame ? [] : [`${place} =${cell.f}: ${JSON.stringify(expected)} ≠ ${JSON.stringify(value)}`];
      });
      expect(wrong).toEqual([]);
    });
  });

  it('of a plan that says nothing divides by nothing', async () => {
    const empty = {
      ...view,
      hiddenPay: 0,
      content: {
        ...view.content,
        parts: emptyParts,
        goals: [],
        pay: [],
        closing: { ...view.content.closing, lines: [] },
      },
    };
    const budget = { events: null, channels: null, trainingFen: null };
    const book = await bookOf('en', { view: empty, goals: [], budget });
    expect(formulas(book)).toEqual([]);
    expect(book.SheetNames).toEqual(['About']);
  });
});
