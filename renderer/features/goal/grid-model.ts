import type { GoalGrid, GoalSheetView } from '#shared/features/goal/goal.contract.ts';
import { partOfMonth } from '#shared/features/goal/goal-day.rules.ts';
import { goalKindOf, type GoalUnit } from '#shared/features/goal/goal-indicator.ts';
import { monthPeriod, quarterPeriod, type MonthSpan } from '#shared/features/goal/goal-period.rules.ts';
import { closedCells, type GoalRow } from '#shared/features/goal/goal-row.rules.ts';
import { monthsOfYear, totalAt, totalsOf, type GoalKind } from '#shared/features/goal/goal-tree.rules.ts';
import { monthDays, weekDays, weekOf, addWeeks, type Week } from '#shared/kernel/period.ts';
import { formatMoney, parseMoney } from '#shared/kernel/money.ts';
import { workCalendar } from '#shared/kernel/working-day.ts';

/** What the grid of goals shows: lines, columns and amounts, worked out from the answer of the core. */

export const gridViews = ['given', 'promised', 'difference'] as const;
export type GridView = (typeof gridViews)[number];
export const columnKinds = ['months', 'weeks'] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** A column: its period, and its months (none for a week, which is only shown). */
export type GridColumn = {
  readonly period: string;
  readonly kind: 'year' | 'quarter' | 'month' | 'week' | 'day';
  readonly span: MonthSpan | null;
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
  /** Weeks by sheet, view and row; worked out when they are first shown. */
  readonly weeks: Map<string, readonly (number | null)[]>;
  readonly calendar: ReturnType<typeof workCalendar>;
};

/** The twelve months with the quarters after their last one, or the weeks of the year. */
export function gridColumns(year: number, kind: ColumnKind): readonly GridColumn[] {
  if (kind === 'weeks') {
    const columns: GridColumn[] = [];
    const last = weekOf(`${year}-12-31`);
    for (let week: Week = weekOf(`${year}-01-01`); week <= last; week = addWeeks(week, 1))
      columns.push({ period: week, kind: 'week', span: null });
    return columns;
  }
  return Array.from({ length: monthsOfYear }, (_, month): GridColumn[] => [
    { period: monthPeriod(year, month), kind: 'month', span: { from: month, to: month + 1 } },
    ...(month % 3 === 2
      ? [
          {
            period: quarterPeriod(year, (month - 2) / 3),
            kind: 'quarter' as const,
            span: { from: month - 2, to: month + 1 },
          },
        ]
      : []),
  ]).flat();
}

export function gridModel(grid: GoalGrid, year: number, kind: ColumnKind): GridModel {
  const { rows } = grid;
  const parents = rows.map(({ parent }) => parent);
  const sheets = grid.sheets.map((view): SheetModel => {
    const sheetKind = goalKindOf(view.unit);
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
    columns: gridColumns(year, kind),
    whole: { period: String(year), kind: 'year', span: wholeYear },
    weeks: new Map(),
    calendar: workCalendar(grid.calendar),
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

/** Amount of a line in a column. */
export function columnAmount(
  model: GridModel,
  line: GridLine,
  column: GridColumn,
  view: GridView,
): number | null {
  if (column.span) return amountAt(model, line, column.span, view);
  return weeksOf(model, line, view)[model.columns.indexOf(column)] ?? null;
}

/** Weeks of a line: sums of the days of the cells below (`goal-day.rules`); months of other years are left out. */
function weeksOf(model: GridModel, line: GridLine, view: GridView): readonly (number | null)[] {
  const key = `${line.sheet} ${line.row} ${line.isOwn} ${view}`;
  const before = model.weeks.get(key);
  if (before) return before;
  const sheet = model.sheets[line.sheet];
  const weeks: (number | null)[] = model.columns.map(() => null);
  if (sheet && sheet.kind === 'sum' && view !== 'difference') {
    const own = view === 'given' ? sheet.view.given : sheet.view.promised;
    const place = new Map(model.columns.map(({ period }, at) => [period, at]));
    for (const row of line.isOwn ? [line.row] : rowsBelow(model.rows, line.row)) {
      const rowKey = model.rows[row]?.key ?? '';
      for (let month = 0; month < monthsOfYear; month += 1) {
        const goal = own[row * monthsOfYear + month] ?? null;
        if (goal === null) continue;
        const period = monthPeriod(model.year, month);
        const { first, last } = monthDays(period);
        for (let week = weekOf(first); week <= weekOf(last); week = addWeeks(week, 1)) {
          const at = place.get(week);
          if (at !== undefined)
            weeks[at] = (weeks[at] ?? 0) + partOfMonth(goal, rowKey, period, weekDays(week), model.calendar);
        }
      }
    }
  }
  model.weeks.set(key, weeks);
  return weeks;
}

function rowsBelow(rows: readonly GoalRow[], top: number): number[] {
  const under = new Set([top]);
  for (let row = top + 1; row < rows.length; row += 1) if (under.has(rows[row]?.parent ?? -1)) under.add(row);
  return [...under];
}

/** Whether a line's cell can be typed into. */
export function maySet(model: GridModel, line: GridLine, column: GridColumn, view: GridView): boolean {
  if (line.isOwn || view === 'difference' || column.kind === 'week') return false;
  if (view === 'promised') return column.kind === 'month' && model.grid.mayPromise[line.row] === true;
  return model.grid.maySet[line.row] === true && !isClosed(model, line, column.span);
}

/** The column of an index; −1: the year. */
export const columnAt = ({ columns, whole }: GridModel, column: number): GridColumn | undefined =>
  column < 0 ? whole : columns[column];

/** Whether a person works on no day of a span. */
export function isClosed({ closed }: GridModel, { row }: GridLine, span: MonthSpan | null): boolean {
  if (span === null) return false;
  for (let month = span.from; month < span.to; month += 1)
    if (!closed.has(row * monthsOfYear + month)) return false;
  return true;
}

/** Made once: a formatter for each cell would take most of a frame. */
const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

/** An amount as the grid shows it: pieces, yuan without a sign, percent. */
export function amountShown(value: number | null, unit: GoalUnit): string {
  if (value === null) return '';
  if (unit === 'count') return value < 1000 ? String(value) : grouped.format(value);
  if (unit === 'rate') return `${grouped.format(value / 100)}%`;
  return formatMoney(value).replace('¥', '').replace(/\.00$/u, '');
}

/** As it is typed. */
export const amountToType = (value: number | null, unit: GoalUnit): string =>
  amountShown(value, unit).replaceAll(',', '');

export type Typed =
  | { readonly value: number | null; readonly problem?: undefined }
  | { readonly problem: 'notNumber' | 'notMoney' | 'notWhole' | 'negative' };

/** What a typed or pasted text says; an empty one: no goal. Full width, grouping, ¥, 元, 万 and % are understood. */
export function readAmount(text: string, unit: GoalUnit): Typed {
  const typed = text.normalize('NFKC').trim();
  if (typed === '' || typed === '-' || typed === '—') return { value: null };
  if (unit === 'fen') {
    const fen = parseMoney(typed);
    if (fen === undefined) return { problem: 'notMoney' };
    return fen < 0 ? { problem: 'negative' } : { value: fen };
  }
  const plain = typed.replace(/%$/u, '').replaceAll(/[\s,，]/gu, '');
  if (!/^[+-]?\d{1,15}(?:\.\d{1,6})?$/u.test(plain)) return { problem: 'notNumber' };
  const number = unit === 'rate' ? Math.round(Number(plain) * 100) : Number(plain);
  if (number < 0) return { problem: 'negative' };
  return Number.isInteger(number) ? { value: number } : { problem: 'notWhole' };
}

/** Cells of a copied block: rows of texts. Quoted cells with line breaks, as spreadsheets write them, stay one cell. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const plain = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain.charAt(at);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (plain.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === '\t') {
      row.push(cell);
      cell = '';
    } else if (sign === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += sign;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}
