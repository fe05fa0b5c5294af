import { brokenLock, type EditSetting, type GoalRefusal } from './goal-edit.rules.ts';
import {
  cellsOf,
  holds,
  monthsOfYear,
  rowsUnder,
  type CellChange,
  type GoalNode,
  type GoalSheet,
} from './goal-tree.rules.ts';

/** Distributing a node anew over its months; over the rows below: goal-distribute-rows.rules. */

/** Of last year's pattern, of weights, of working days, or the same for each. */
export const goalMethods = ['lastYear', 'weights', 'workingDays', 'even'] as const;
export type GoalMethod = (typeof goalMethods)[number];

/** A cell of a distribution before rounding and after. */
export type SharedPart = {
  /** Position of the line and of the column in it. */
  readonly line: number;
  readonly column: number;
  /** Unrounded share. */
  readonly share: number;
  readonly value: number;
  /** It got the unit left over. */
  readonly raised: boolean;
};

/**
 * Splits each line exactly by weights (largest remainder). What a column lost in rounding is carried to the next line, so
 * that nobody is always the one who is rounded down: over all lines a column stays near its share. Each part lies less than
 * one unit from its share. A line without any weight gives nothing: its parts are 0. Totals and weights: whole, not negative.
 */
export function splitLines(
  lines: readonly { readonly total: number; readonly weights: readonly number[] }[],
): SharedPart[] {
  const carried: number[] = [];
  const parts: SharedPart[] = [];
  for (const [line, { total, weights }] of lines.entries()) {
    let sum = 0;
    for (const weight of weights) sum += weight;
    let over = sum === 0 ? 0 : total;
    const wholes: number[] = [];
    const fractions: number[] = [];
    const order: number[] = [];
    for (let column = 0; column < weights.length; column += 1) {
      const weight = weights[column] ?? 0;
      const product = total * weight;
      let whole = 0;
      let fraction = 0;
      if (product > Number.MAX_SAFE_INTEGER) [whole, fraction] = largeShare(total, weight, sum);
      else if (product > 0) {
        whole = Math.floor(product / sum);
        fraction = (product - whole * sum) / sum;
      }
      wholes.push(whole);
      fractions.push(fraction);
      over -= whole;
      if (fraction > 0) order.push(column);
    }
    const rank = (column: number): number => (fractions[column] ?? 0) + (carried[column] ?? 0);
    if (over > 0) order.sort((a, b) => rank(b) - rank(a) || a - b);
    const raised = new Set(order.slice(0, Math.max(0, over)));
    for (let column = 0; column < wholes.length; column += 1) {
      const whole = wholes[column] ?? 0;
      const fraction = fractions[column] ?? 0;
      const isRaised = raised.has(column);
      carried[column] = rank(column) - (isRaised ? 1 : 0);
      parts.push({
        line,
        column,
        share: whole + fraction,
        value: whole + (isRaised ? 1 : 0),
        raised: isRaised,
      });
    }
  }
  return parts;
}

/** Whole part and fraction of total × weight ÷ sum beyond 2⁵³; the whole part and whether there is a fraction are exact. */
function largeShare(total: number, weight: number, sum: number): readonly [number, number] {
  const exact = BigInt(total) * BigInt(weight);
  const whole = exact / BigInt(sum);
  return [Number(whole), Number(exact - whole * BigInt(sum)) / sum];
}

export type Distributed =
  | {
      readonly changes: readonly CellChange[];
      /** Cells that got the unit left over in rounding. */
      readonly raised: readonly number[];
      readonly parts: readonly SharedPart[];
      readonly refusal?: undefined;
    }
  | { readonly refusal: GoalRefusal };

/** Cells of a node that no lock inside or across it holds; a lock around it stands against the whole. */
export function freeOf(sheet: GoalSheet, node: GoalNode): { cells: number[]; frozen: Set<number> } {
  const frozen = new Set<number>();
  for (const lock of sheet.locks)
    if (!holds(sheet.parents, lock, node)) for (const cell of cellsOf(sheet.parents, lock)) frozen.add(cell);
  return { cells: cellsOf(sheet.parents, node).filter((cell) => !frozen.has(cell)), frozen };
}

/** What changes, unless a lock stands against it. */
export const distributed = (
  sheet: GoalSheet,
  own: readonly (number | null)[],
  raised: readonly number[],
  parts: readonly SharedPart[],
): Distributed => {
  const changes: CellChange[] = [];
  for (const [cell, after] of own.entries()) {
    const before = sheet.own[cell] ?? null;
    if (before !== after) changes.push({ cell, before, after });
  }
  const refusal = brokenLock(sheet, changes);
  return refusal ? { refusal } : { changes, raised, parts };
};

/**
 * Over the months: each row of the node keeps its total of the span, locked cells keep theirs, the rest follows the weights
 * of the months (twelve). Rows follow one another as lines of splitLines, so that the months of the whole come out right.
 */
export function distributeMonths(
  sheet: GoalSheet,
  node: GoalNode,
  weights: readonly number[],
  { closed }: Pick<EditSetting, 'closed'>,
): Distributed {
  const { frozen, cells } = freeOf(sheet, node);
  if (cells.length === 0) return { refusal: { reason: 'goal-all-locked', at: node, limit: null } };
  const own = [...sheet.own];
  const months = Array.from({ length: node.span.to - node.span.from }, (_, at) => node.span.from + at);
  const rows = [...rowsUnder(sheet.parents, node.row).entries()].flatMap(([row, isIn]) =>
    isIn ? [row] : [],
  );
  const lines = rows.flatMap((row) => {
    const free = months.map((month) => row * monthsOfYear + month);
    const total = free.reduce((sum, cell) => sum + (frozen.has(cell) ? 0 : (own[cell] ?? 0)), 0);
    const taken = months.map((month, at) => {
      const cell = free[at] ?? 0;
      return frozen.has(cell) || closed.has(cell) ? 0 : (weights[month] ?? 0);
    });
    return total > 0 && taken.some((weight) => weight > 0) ? [{ row, total, weights: taken }] : [];
  });
  const parts = splitLines(lines);
  const raised: number[] = [];
  for (const { row } of lines)
    for (const month of months) {
      const cell = row * monthsOfYear + month;
      if (!frozen.has(cell) && own[cell] !== null) own[cell] = 0;
    }
  for (const part of parts) {
    const cell = (lines[part.line]?.row ?? 0) * monthsOfYear + (months[part.column] ?? 0);
    if (frozen.has(cell) || (part.value === 0 && own[cell] === null)) continue;
    own[cell] = part.value;
    if (part.raised) raised.push(cell);
  }
  return distributed(sheet, own, raised, parts);
}
