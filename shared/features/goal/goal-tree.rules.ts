import { holdsSpan, type DayRange, type MonthSpan } from './goal-period.rules.ts';

/**
 * The tree of one indicator's goals in one year: rows (store → department → person → channel or model) × months. A row holds
 * an amount of its own (at a row with others below it: what has not been passed on yet); its total is that and the totals
 * of the rows below. Quarters and the year are sums of months. Sums therefore agree by construction.
 */

export const monthsOfYear = 12;

/**
 * Amounts add up, in whole pieces or fen; rates stand alone and are never summed; a state (stock, receivables) of several months
 * is that of the last one, and each row has its own.
 */
export type GoalKind = 'sum' | 'rate' | 'state';

/** A node of the tree: a row and the months of a year, quarter or month; of a week or day also its days. */
export type GoalNode = { readonly row: number; readonly span: MonthSpan; readonly days?: DayRange };

export type GoalSheet = {
  readonly kind: GoalKind;
  /** Of each row the index of the row above it, −1 at the top; a row stands after the one above it. */
  readonly parents: readonly number[];
  /** Own amounts, twelve to a row; null: no goal. */
  readonly own: readonly (number | null)[];
  /** Nodes whose total stays. */
  readonly locks: readonly GoalNode[];
};

/** An own amount that changes. `cell` = row × 12 + month. */
export type CellChange = {
  readonly cell: number;
  readonly before: number | null;
  readonly after: number | null;
};

/** Whether a row is another or stands below it. */
export function isUnder(parents: readonly number[], row: number, top: number): boolean {
  for (let at = row; at >= top; at = parents[at] ?? -1) if (at === top) return true;
  return false;
}

/** Whether a node lies in another, or is the same. */
export const holds = (parents: readonly number[], outer: GoalNode, inner: GoalNode): boolean =>
  holdsSpan(outer.span, inner.span) && isUnder(parents, inner.row, outer.row);

/** For each row whether it stands at or below `top`. */
export function rowsUnder(parents: readonly number[], top: number): boolean[] {
  const under: boolean[] = [];
  for (let row = 0; row < parents.length; row += 1)
    under.push(row === top || (row > top && under[parents[row] ?? -1] === true));
  return under;
}

/** Cells of a node in order of rows and months. */
export function cellsOf(parents: readonly number[], { row: top, span }: GoalNode): number[] {
  const cells: number[] = [];
  for (const [row, isIn] of rowsUnder(parents, top).entries())
    if (isIn) for (let month = span.from; month < span.to; month += 1) cells.push(row * monthsOfYear + month);
  return cells;
}

/** Totals by row and month; null where neither a row nor any below it has a goal. Of rates and states the own values. */
export function totalsOf({
  kind,
  parents,
  own,
}: Pick<GoalSheet, 'kind' | 'parents' | 'own'>): (number | null)[] {
  const totals = [...own];
  if (kind !== 'sum') return totals;
  for (let row = parents.length - 1; row >= 0; row -= 1) {
    const above = parents[row] ?? -1;
    if (above < 0) continue;
    for (let month = 0; month < monthsOfYear; month += 1) {
      const value = totals[row * monthsOfYear + month] ?? null;
      if (value === null) continue;
      const at = above * monthsOfYear + month;
      totals[at] = (totals[at] ?? 0) + value;
    }
  }
  return totals;
}

/**
 * Total of a node from the totals by month; null where it has none. A rate has a value for several months only where
 * they all have the same, a state that of the last one.
 */
export function totalAt(
  totals: readonly (number | null)[],
  kind: GoalKind,
  { row, span }: GoalNode,
): number | null {
  if (kind === 'state') return totals[row * monthsOfYear + span.to - 1] ?? null;
  let sum: number | null = null;
  for (let month = span.from; month < span.to; month += 1) {
    const value = totals[row * monthsOfYear + month] ?? null;
    if (kind === 'rate') {
      if (month > span.from && value !== sum) return null;
      sum = value;
    } else if (value !== null) sum = (sum ?? 0) + value;
  }
  return sum;
}

/** The sheet after some changes. */
export function changedSheet(sheet: GoalSheet, changes: readonly CellChange[]): GoalSheet {
  const own = [...sheet.own];
  for (const { cell, after } of changes) own[cell] = after;
  return { ...sheet, own };
}
