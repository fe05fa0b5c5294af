import type { WriteSheet } from 'hucre/xlsx';
import type { InvestmentRow, StaffRow } from '#shared/features/plan/plan.content.ts';
import { knownSum, staffTotal, type CashMonth } from '#shared/features/plan/plan.rules.ts';
import type { PlanBudget } from './plan.budget.ts';
import type { PlanPaper } from './plan.paper.ts';
import {
  at,
  computed,
  firstRow,
  sheetOf,
  sumOf,
  yuan,
  type SheetCell,
  type SheetRow,
} from './plan.sheet-cells.ts';
import { goalMonthColumn, type GoalSheetRows } from './plan.workbook-goals.ts';
import { monthColumns } from './plan.workbook-figures.ts';
import { staffColumn } from './plan.workbook-staff.ts';

/** 预算: goals in money, and what the year may cost by month, each figure taken from the sheet where it is worked out. */

type Line = {
  readonly group: string;
  readonly name: string;
  readonly months: readonly (number | null)[];
  /** The cell of a month elsewhere in the workbook; without it the figure stands here. */
  readonly source?: (month: number) => string;
  /** The year's amount where it is known by the year alone. */
  readonly yearFen?: number | null;
};

export type BudgetSources = {
  readonly goals: GoalSheetRows['storeMoney'];
  readonly posts: readonly StaffRow[];
  readonly investments: readonly InvestmentRow[];
  readonly flow: readonly CashMonth[];
  readonly budget: PlanBudget;
};

const fromSheet =
  (sheet: string, address: (month: number) => string) =>
  (month: number): string =>
    `'${sheet}'!${address(month)}`;

function linesOf({ goals, posts, investments, flow, budget }: BudgetSources, page: PlanPaper) {
  const { sheet } = page.text;
  const { budgetLines } = sheet;
  const year = flow.slice(0, 12);
  const income: Line[] = [...goals].map(([key, { row, months }]) => ({
    group: sheet.goals,
    name: page.indicator(key),
    months,
    source: fromSheet(sheet.goals, (month) => at(goalMonthColumn(month), row)),
  }));
  const cost = (name: string, months: Line['months'], more: Partial<Line> = {}): Line => ({
    group: sheet.spending,
    name,
    months,
    ...more,
  });
  const spending: Line[] = [
    ...(posts.length === 0
      ? []
      : [
          cost(budgetLines.people, staffTotal(posts).costs ?? year.map(() => null), {
            source: fromSheet(sheet.staffing, (month) =>
              at(staffColumn.costs + month, posts.length + firstRow),
            ),
          }),
        ]),
    ...(investments.length === 0
      ? []
      : [
          cost(
            budgetLines.investment,
            year.map(({ outFen }) => outFen),
            { source: fromSheet(sheet.cashFlow, (month) => at(1, month + firstRow)) },
          ),
        ]),
    ...(budget.events ? [cost(budgetLines.events, budget.events)] : []),
    ...(budget.channels ? [cost(budgetLines.channels, budget.channels)] : []),
    ...(budget.trainingFen === null
      ? []
      : [
          cost(
            budgetLines.training,
            year.map(() => null),
            { yearFen: budget.trainingFen },
          ),
        ]),
  ];
  return { income, spending };
}

function lineCells({ group, name, months, source, yearFen }: Line, row: number): SheetCell[] {
  return [
    group,
    name,
    ...months.map((value, month): SheetCell => {
      if (!source) return { given: yuan(value), format: 'yuan' };
      const cell = source(month);
      return computed(`IF(${cell}="","",${cell})`, yuan(value), 'yuan');
    }),
    yearFen === undefined
      ? sumOf(`${at(2, row)}:${at(13, row)}`, yuan(knownSum(months)), 'yuan')
      : { given: yuan(yearFen), format: 'yuan' },
  ];
}

export function budgetSheet(sources: BudgetSources, page: PlanPaper): WriteSheet {
  const { fields, sheet } = page.text;
  const { income, spending } = linesOf(sources, page);
  const all = [...income, ...spending];
  const lines: SheetRow[] = all.map((line, index) => ({ cells: lineCells(line, index + firstRow) }));
  if (spending.length > 0) {
    const first = income.length + firstRow;
    const last = all.length + firstRow - 1;
    const column = (at_: number): string => `${at(at_, first)}:${at(at_, last)}`;
    /** A cost of people that is not known leaves the sum open, never too low. */
    const whole = (at_: number, values: readonly (number | null)[]): SheetCell => {
      if (sources.posts.length === 0) return sumOf(column(at_), yuan(knownSum(values)), 'yuan');
      const people = at(at_, first);
      const sum = values[0] === null ? null : yuan(knownSum(values));
      return computed(`IF(${people}="","",SUM(${column(at_)}))`, sum, 'yuan');
    };
    const ofYear = spending.map(({ months, yearFen }) =>
      yearFen === undefined ? knownSum(months) : yearFen,
    );
    lines.push({
      total: true,
      cells: [
        sheet.spending,
        fields.total,
        ...Array.from({ length: 12 }, (_, month) =>
          whole(
            month + 2,
            spending.map(({ months }) => months[month] ?? null),
          ),
        ),
        whole(14, ofYear),
      ],
    });
  }
  return sheetOf(
    sheet.budget,
    [
      { title: sheet.group, width: 12 },
      { title: fields.name, width: 20 },
      ...monthColumns(page).map((one) => ({ ...one, width: 15 })),
      { title: fields.year, width: 17 },
    ],
    lines,
  );
}
