import type { GoalGrid, GoalSheetView } from '#shared/features/goal/goal.contract.ts';
import { daysOfYear, type MonthDays } from '#shared/features/goal/goal-day.rules.ts';
import {
  dayPeriod,
  monthPeriod,
  quarterPeriod,
  weeksOfMonth,
  type DayRange,
  type MonthSpan,
} from '#shared/features/goal/goal-period.rules.ts';
import { closedCells, type GoalRow } from '#shared/features/goal/goal-row.rules.ts';
import { monthsOfYear, totalAt, totalsOf, type GoalKind } from '#shared/features/goal/goal-tree.rules.ts';
import { workCalendar } from '#shared/kernel/working-day.ts';

/** What the grid of goals shows: lines, columns and amounts, worked out from the answer of the core. */

export const gridViews = ['given', 'promised', 'difference'] as const;
export type GridView = (typeof gridViews)[number];
export const columnKinds = ['months', 'weeks', 'days'] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** A column: its period and months; of a week or day also its days. */
export type GridColumn = {
  readonly period: string;
  readonly kind: 'year' | 'quarter' | 'month' | 'week' | 'day';
  readonly span: MonthSpan;
  readonly days: DayRange | null;
  /** The sum of columns before it. */
  readonly isSum: boolean;
};

/** A line: a row of the tree in one indicator, or what a row has not passed on. */
export type GridLine = {
  readonly sheet: number;
  readonly row: number;
  readonly isOwn: boolean;
  readonly depth: number;
  readonly hasBelow: boolean;
};

/** An indicator with its totals. */
export type SheetModel = {
  readonly view: GoalSheetView;
  readonly kind: GoalKind;
  readonly given: readonly (number | null)[];
  readonly promised: readonly (number | null)[];
  /** Promised less given, of cells with a promise. */
  readonly difference: readonly (number | null)[];
  readonly locked: ReadonlyMap<string, string>;
};

export type GridModel = {
  readonly grid: GoalGrid;
  readonly year: number;
  readonly rows: readonly GoalRow[];
  readonly sheets: readonly SheetModel[];
  readonly closed: ReadonlySet<number>;
  readonly columns: readonly GridColumn[];
  /** The column of the year, which stays beside the names. */
  readonly whole: GridColumn;
  readonly months: readonly MonthDays[];
  /** Days by sheet, view and month; worked out when they are first shown (`grid-days`). */
  readonly days: Map<string, DayTotals>;
};

/** By row the days of a month: with the rows below, and the row's own. Null where there is no goal. */
export type DayTotals = {
  readonly all: readonly (readonly number[] | null)[];
  readonly own: readonly (readonly number[] | null)[];
};

const monthColumn = (year: number, month: number, isSum = false): GridColumn => ({
  period: monthPeriod(year, month),
  kind: 'month',
  span: { from: month, to: month + 1 },
  days: null,
  isSum,
});

/** The weeks of a month that have working days; `withDays`: each after its working days. */
function weekColumns(year: number, { working }: MonthDays, month: number, withDays: boolean): GridColumn[] {
  const span = { from: month, to: month + 1 };
  return weeksOfMonth(monthPeriod(year, month)).flatMap(({ period, days }): GridColumn[] => {
    const open = [...working.keys()].filter(
      (day) => day >= days.from && day < days.to && working[day] === true,
    );
    if (open.length === 0) return [];
    const week: GridColumn = { period, kind: 'week', span, days, isSum: withDays };
    if (!withDays) return [week];
    return [
      ...open.map((day): GridColumn => {
        const one = { month, from: day, to: day + 1 };
        return { period: dayPeriod(year, one), kind: 'day', span, days: one, isSum: false };
      }),
      week,
    ];
  });
}

/**
 * The twelve months with the quarters after their last one; or the weeks of each month before it; or one month with its working days, weeks after
 * theirs.
 */
export function gridColumns(
  year: number,
  kind: ColumnKind,
  months: readonly MonthDays[],
  opened = 0,
): readonly GridColumn[] {
  if (kind !== 'months')
    return months.flatMap((days, month) =>
      kind === 'weeks'
        ? [...weekColumns(year, days, month, false), monthColumn(year, month, true)]
        : month === opened
          ? [monthColumn(year, month, true), ...weekColumns(year, days, month, true)]
          : [],
    );
  return Array.from({ length: monthsOfYear }, (_, month): GridColumn[] => [
    monthColumn(year, month),
    ...(month % 3 === 2
      ? [
          {
            period: quarterPeriod(year, (month - 2) / 3),
            kind: 'quarter' as const,
            span: { from: month - 2, to: month + 1 },
            days: null,
            isSum: true,
          },
        ]
      : []),
  ]).flat();
}

/** `opened`: the month 0–11 that is opened into its days. */
export function gridModel(grid: GoalGrid, year: number, kind: ColumnKind, opened = 0): GridModel {
  const { rows } = grid;
  const months = daysOfYear(year, workCalendar(grid.calendar));
  const parents = rows.map(({ parent }) => parent);
  const sheets = grid.sheets.map((view): SheetModel => {
    const sheetKind = view.kind;
    const apart = view.promised.map((promised, cell) =>
      promised === null ? null : promised - (view.given[cell] ?? 0),
    );
    return {
      view,
      kind: sheetKind,
      given: totalsOf({ kind: sheetKind, parents, own: view.given }),
      promised: totalsOf({ kind: sheetKind, parents, own: view.promised }),
      difference: totalsOf({ kind: sheetKind, parents, own: apart }),
      locked: new Map(view.locks.map(({ row, period, personName }) => [`${row} ${period}`, personName])),
    };
  });
  return {
    grid,
    year,
    rows,
    sheets,
    closed: closedCells(rows, year),
    columns: gridColumns(year, kind, months, opened),
    whole: { period: String(year), kind: 'year', span: wholeYear, days: null, isSum: true },
    months,
    days: new Map(),
  };
}

/** The lines to show: rows that are not below a closed one, with goals where only those are wanted. */
export function gridLines(
  { rows, sheets }: GridModel,
  options: { readonly shut: ReadonlySet<string>; readonly onlyUsed: boolean },
): GridLine[] {
  const lines: GridLine[] = [];
  const hasBelow = new Set(rows.map(({ parent }) => parent));
  const depths: number[] = [];
  for (const { parent } of rows) depths.push(parent < 0 ? 0 : (depths[parent] ?? 0) + 1);
  for (const [at, sheet] of sheets.entries()) {
    // A row that holds others is used when one of them is, also where nothing is summed.
    const used = rows.map((_, row) => someIn(sheet.given, row) || someIn(sheet.promised, row));
    for (let row = rows.length - 1; row > 0; row -= 1) {
      const above = rows[row]?.parent ?? -1;
      if (used[row] === true && above >= 0) used[above] = true;
    }
    const hidden: boolean[] = [];
    for (const [row, one] of rows.entries()) {
      const above = rows[one.parent];
      const isHidden =
        hidden[one.parent] === true ||
        (above !== undefined && options.shut.has(above.key) && one.parent !== 0);
      hidden.push(isHidden);
      if (isHidden || (options.onlyUsed && row > 0 && used[row] !== true)) continue;
      const depth = depths[row] ?? 0;
      const opens = hasBelow.has(row);
      lines.push({ sheet: at, row, isOwn: false, depth, hasBelow: opens && row > 0 });
      const isOpen = row === 0 || !options.shut.has(one.key);
      const passes = opens && sheet.kind === 'sum' && hasOther(sheet, rows, row);
      if (passes && isOpen && someOwn(sheet, row))
        lines.push({ sheet: at, row, isOwn: true, depth: depth + 1, hasBelow: false });
    }
  }
  return lines;
}

const someIn = (amounts: readonly (number | null)[], row: number): boolean => {
  for (let month = 0; month < monthsOfYear; month += 1)
    if ((amounts[row * monthsOfYear + month] ?? null) !== null) return true;
  return false;
};

/** Whether a row holds something itself. */
const someOwn = ({ view }: SheetModel, row: number): boolean => {
  for (let month = 0; month < monthsOfYear; month += 1)
    if ((view.given[row * monthsOfYear + month] ?? 0) > 0) return true;
  return false;
};

/** Whether some row directly below has goals. */
const hasOther = (sheet: SheetModel, rows: readonly GoalRow[], row: number): boolean =>
  rows.some(({ parent }, below) => parent === row && someIn(sheet.given, below));

/** The whole year of a line. */
export const wholeYear: MonthSpan = { from: 0, to: monthsOfYear };

/** Amount of a line in a span of months. */
export function amountAt(model: GridModel, line: GridLine, span: MonthSpan, view: GridView): number | null {
  const sheet = model.sheets[line.sheet];
  if (!sheet) return null;
  if (line.isOwn) return view === 'given' ? totalAt(sheet.view.given, 'sum', { row: line.row, span }) : null;
  return totalAt(sheet[view], sheet.kind, { row: line.row, span });
}

/** Whether a line's cell can be typed into. */
export function maySet(model: GridModel, line: GridLine, column: GridColumn, view: GridView): boolean {
  if (line.isOwn || view === 'difference') return false;
  if (view === 'promised') return column.kind === 'month' && model.grid.mayPromise[line.row] === true;
  if (column.days && model.sheets[line.sheet]?.kind !== 'sum') return false;
  return model.grid.maySet[line.row] === true && !isClosed(model, line, column.span);
}

/** The column of an index; −1: the year. */
export const columnAt = ({ columns, whole }: GridModel, column: number): GridColumn | undefined =>
  column < 0 ? whole : columns[column];

/** Whether a person works in no month of a span. */
export function isClosed({ closed }: GridModel, { row }: GridLine, span: MonthSpan): boolean {
  for (let month = span.from; month < span.to; month += 1)
    if (!closed.has(row * monthsOfYear + month)) return false;
  return true;
}
