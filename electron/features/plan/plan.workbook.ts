import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { measureParts } from '#shared/features/plan/plan.content.ts';
import type { ClosingLine, GoalLine, PlanView } from '#shared/features/plan/plan.contract.ts';
import {
  cashFlow,
  knownSum,
  marketFigures,
  shareOf,
  staffFigures,
  staffTotal,
} from '#shared/features/plan/plan.rules.ts';
import type { Language } from '#shared/kernel/language.ts';
import { growthOf } from './plan.book-figures.ts';
import { paper, type PlanPaper, type Unit } from './plan.paper.ts';
import {
  at,
  computed,
  firstRow,
  sheetOf,
  yuan,
  type Format,
  type SheetCell,
  type SheetRow,
} from './plan.sheet-cells.ts';
import { cashFlowSheet, investmentSheet } from './plan.workbook-money.ts';

/** 工作簿: every figure of the plan; what the program computes is a formula that computes it again in the spreadsheet. */

const inUnit = (value: number | null, unit: Unit): number | null =>
  unit === 'fen' ? yuan(value) : unit === 'rate' && value !== null ? value / 10_000 : value;
const formatOf = (unit: Unit): Format => (unit === 'fen' ? 'yuan' : unit === 'rate' ? 'percent' : 'count');
const unitName = (unit: Unit, { text }: PlanPaper): string =>
  unit === 'fen' ? text.sheet.yuan : unit === 'rate' ? '%' : text.sheet.unitCount;

const monthColumns = (page: PlanPaper, name: (month: string) => string = (month) => month) =>
  Array.from({ length: 12 }, (_, index) => ({ title: name(page.month(index)), width: 11 }));

/** The quotient of two cells, empty where one is empty or there is nothing to divide by. */
const quotient = (above: string, below: string): string =>
  `IF(OR(${above}="",${below}="",${below}=0),"",${above}/${below})`;

function closingRow(line: ClosingLine, row: number, page: PlanPaper): SheetCell[] {
  const { unit } = line;
  const [actual, before, goal] = [at(14, row), at(15, row), at(17, row)];
  const months = `${at(2, row)}:${at(13, row)}`;
  return [
    page.indicator(line.key),
    unitName(unit, page),
    ...line.months.map((value) => inUnit(value, unit)),
    computed(`IF(COUNT(${months})=0,"",SUM(${months}))`, inUnit(line.value, unit), formatOf(unit)),
    inUnit(line.lastYearToDate, unit),
    inUnit(line.lastYear, unit),
    inUnit(line.goal, unit),
    computed(quotient(actual, goal), rateOf(line.value, line.goal), 'percent'),
    computed(
      `IF(OR(${actual}="",${before}="",${before}=0),"",${actual}/${before}-1)`,
      growth(line),
      'percent',
    ),
  ];
}

/** Exact quotients: the sheet divides without rounding to basis points. */
const rateOf = (above: number | null, below: number | null): number | null =>
  shareOf(above, below) === null || above === null || below === null ? null : above / below;
const growth = (line: ClosingLine): number | null => {
  const { value, lastYearToDate } = line;
  return growthOf(line) === null || value === null || lastYearToDate === null
    ? null
    : value / lastYearToDate - 1;
};

function closingSheet({ content }: PlanView, page: PlanPaper): WriteSheet {
  const { fields, sheet } = page.text;
  return sheetOf(
    sheet.closing,
    [
      { title: fields.indicator, width: 18 },
      { title: sheet.lineUnit, width: 8 },
      ...monthColumns(page),
      ...[fields.actual, fields.lastYearToDate, fields.lastYear, fields.goal].map((title) => ({
        title,
        width: 15,
      })),
      { title: fields.rate },
      { title: fields.growth },
    ],
    content.closing.lines.map((line, index) => ({ cells: closingRow(line, index + firstRow, page) })),
  );
}

function marketSheet({ content }: PlanView, page: PlanPaper): WriteSheet {
  const { fields, sheet } = page.text;
  const rows = content.parts.market.markets;
  const last = rows.length + firstRow - 1;
  /** Share of a row, or of all rows to `all`: open where a segment has only one side of it. */
  const share = (own: number, size: number, number: number, all: number | undefined): string => {
    const whole = quotient(at(own, number), at(size, number));
    if (all === undefined) return whole;
    const range = (column: number): string => `${at(column, firstRow)}:${at(column, all)}`;
    return `IF(SUMPRODUCT(--(ISNUMBER(${range(own)})<>ISNUMBER(${range(size)})))>0,"",${whole})`;
  };
  const row = (
    name: string,
    values: readonly SheetCell[],
    number: number,
    exact: readonly (number | null)[],
    all?: number,
  ): SheetCell[] => [
    name,
    values[0] ?? null,
    values[1] ?? null,
    computed(share(2, 1, number, all), exact[0] ?? null, 'percent'),
    values[2] ?? null,
    values[3] ?? null,
    computed(share(5, 4, number, all), exact[1] ?? null, 'percent'),
  ];
  const total = marketFigures(rows);
  const sum = (column: number, result: number | null): SheetCell => {
    const range = `${at(column, firstRow)}:${at(column, last)}`;
    return computed(`IF(COUNT(${range})=0,"",SUM(${range}))`, result, 'count');
  };
  const lines: SheetRow[] = rows.map((one, index) => ({
    cells: row(one.name, [one.sizeNow, one.ownNow, one.sizeNext, one.ownNext], index + firstRow, [
      rateOf(one.ownNow, one.sizeNow),
      rateOf(one.ownNext, one.sizeNext),
    ]),
  }));
  if (rows.length > 0)
    lines.push({
      total: true,
      cells: row(
        fields.total,
        [sum(1, total.sizeNow), sum(2, total.ownNow), sum(4, total.sizeNext), sum(5, total.ownNext)],
        last + 1,
        [
          total.shareNow === null ? null : rateOf(total.ownNow, total.sizeNow),
          total.shareNext === null ? null : rateOf(total.ownNext, total.sizeNext),
        ],
        last,
      ),
    });
  return sheetOf(
    sheet.market,
    [
      fields.segment,
      fields.sizeNow,
      fields.ownNow,
      fields.shareNow,
      fields.sizeNext,
      fields.ownNext,
      fields.shareNext,
    ].map((title, index) => ({ title, width: index === 0 ? 20 : 12 })),
    lines,
  );
}

/** Columns of the sheet of people: names, start, hired, leaving, ends by month, cost per person, cost of the year. */
const staff = { start: 2, hired: 3, leaving: 15, ends: 27, monthly: 39, cost: 40 } as const;

function staffSheet({ content }: PlanView, page: PlanPaper): WriteSheet {
  const { fields, sheet } = page.text;
  const { posts } = content.parts.staffing;
  const range = (first: number, row: number, count = 12): string =>
    `${at(first, row)}:${at(first + count - 1, row)}`;
  const lines: SheetRow[] = posts.map((post, index) => {
    const row = index + firstRow;
    const { ends, cost } = staffFigures(post);
    // Paid: who is there at each month's beginning, and who joins in it.
    const paid = `${at(staff.start, row)}+SUM(${range(staff.ends, row, 11)})+SUM(${range(staff.hired, row)})`;
    return {
      cells: [
        post.department,
        post.post,
        post.people,
        ...post.hired,
        ...post.leaving,
        ...ends.map((end, month) => {
          const before = at(month === 0 ? staff.start : staff.ends + month - 1, row);
          return computed(
            `${before}+${at(staff.hired + month, row)}-${at(staff.leaving + month, row)}`,
            end,
            'count',
          );
        }),
        yuan(post.monthlyCostFen),
        computed(
          `IF(${at(staff.monthly, row)}="","",${at(staff.monthly, row)}*(${paid}))`,
          yuan(cost),
          'yuan',
        ),
      ],
    };
  });
  const total = staffTotal(posts);
  const sums = (column: number): string =>
    `SUM(${at(column, firstRow)}:${at(column, posts.length + firstRow - 1)})`;
  const sum = (column: number, result: number): SheetCell => computed(sums(column), result, 'count');
  const monthly = (field: 'hired' | 'leaving', month: number): number =>
    posts.reduce((all, post) => all + (post[field][month] ?? 0), 0);
  if (posts.length > 0)
    lines.push({
      total: true,
      cells: [
        fields.total,
        '',
        sum(staff.start, total.start),
        ...total.ends.map((_, month) => sum(staff.hired + month, monthly('hired', month))),
        ...total.ends.map((_, month) => sum(staff.leaving + month, monthly('leaving', month))),
        ...total.ends.map((end, month) => sum(staff.ends + month, end)),
        null,
        // A post without its cost leaves the sum open, never too low.
        computed(
          `IF(COUNT(${at(staff.cost, firstRow)}:${at(staff.cost, posts.length + 1)})<${posts.length},"",${sums(staff.cost)})`,
          yuan(total.cost),
          'yuan',
        ),
      ],
    });
  const named = (words: string) =>
    monthColumns(page, (month) => page.fill(words, { month: month.replace('月', '') }));
  return sheetOf(
    sheet.staffing,
    [
      { title: fields.department, width: 12 },
      { title: fields.post, width: 16 },
      { title: fields.people },
      ...named(sheet.hiredIn),
      ...named(sheet.leavingIn),
      ...named(sheet.monthEnd),
      { title: fields.monthlyCostFen, width: 16, format: 'yuan' as const },
      { title: fields.cost, width: 16, format: 'yuan' as const },
    ],
    lines,
  );
}

function goalRow(line: GoalLine, row: number, page: PlanPaper): SheetCell[] {
  const { unit } = line;
  const format = formatOf(unit);
  const quarters = [0, 1, 2, 3].map((quarter) => {
    const months = line.months.slice(quarter * 3, quarter * 3 + 3);
    const first = 3 + quarter * 4;
    const cells = `${at(first, row)}:${at(first + 2, row)}`;
    // Rates are never summed.
    const sum = computed(`IF(COUNT(${cells})=0,"",SUM(${cells}))`, inUnit(knownSum(months), unit), format);
    return [...months.map((value) => inUnit(value, unit)), unit === 'rate' ? null : sum];
  });
  const sums = [6, 10, 14, 18].map((column) => at(column, row));
  const total = knownSum(line.months);
  const [year, goal] = [at(19, row), at(20, row)];
  return [
    page.indicator(line.key),
    line.department ?? page.text.dialogs.wholeStore,
    unitName(unit, page),
    ...quarters.flat(),
    unit === 'rate'
      ? null
      : computed(`IF(COUNT(${sums.join(',')})=0,"",SUM(${sums.join(',')}))`, inUnit(total, unit), format),
    inUnit(line.year, unit),
    unit === 'rate'
      ? null
      : computed(
          `IF(OR(${year}="",${goal}=""),"",${year}-${goal})`,
          total === null || line.year === null ? null : inUnit(total - line.year, unit),
          format,
        ),
  ];
}

function goalSheet({ content }: PlanView, page: PlanPaper): WriteSheet {
  const { fields, sheet } = page.text;
  const quarters = [1, 2, 3, 4].flatMap((quarter) => [
    ...monthColumns(page).slice(quarter * 3 - 3, quarter * 3),
    { title: page.fill(sheet.quarter, { quarter }), width: 13 },
  ]);
  return sheetOf(
    sheet.goals,
    [
      { title: fields.indicator, width: 16 },
      { title: fields.scope, width: 12 },
      { title: sheet.lineUnit, width: 8 },
      ...quarters,
      { title: fields.total, width: 15 },
      { title: fields.year, width: 15 },
      { title: sheet.checks, width: 12 },
    ],
    content.goals.map((line, index) => ({ cells: goalRow(line, index + firstRow, page) })),
  );
}

function measureSheet({ content, actions }: PlanView, page: PlanPaper): WriteSheet {
  const { fields, sheet, parts } = page.text;
  const raised = new Map(actions.map((one) => [one.measure, one.number]));
  const rows = measureParts.flatMap((name) =>
    content.parts[name].measures.map((one) => ({
      cells: [
        parts[name],
        one.text,
        page.person(one.ownerId),
        one.dueOn ?? '',
        one.check,
        one.goals.map(page.indicator).join('、'),
        raised.get(one.key) ?? '',
      ],
    })),
  );
  return sheetOf(
    sheet.measures,
    [
      sheet.measures,
      fields.text,
      fields.ownerId,
      fields.dueOn,
      fields.check,
      fields.goals,
      fields.action,
    ].map((title, index) => ({ title, width: [14, 44, 10, 12, 26, 24, 14][index] ?? 12 })),
    rows,
  );
}

/** The plan's workbook in the reader's language. */
export async function planWorkbook(view: PlanView, language: Language): Promise<Uint8Array<ArrayBuffer>> {
  const page = paper(language, view.content.people);
  const { investments } = view.content.parts.investment;
  const bytes = await writeXlsx({
    sheets: [
      closingSheet(view, page),
      marketSheet(view, page),
      staffSheet(view, page),
      goalSheet(view, page),
      investmentSheet(investments, page),
      cashFlowSheet(cashFlow(investments, view.content.year), investments.length, page),
      measureSheet(view, page),
    ],
  });
  return new Uint8Array(bytes);
}
