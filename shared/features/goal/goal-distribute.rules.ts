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

/** Distributing a node anew: over the months, or over the rows below. */

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
function freeOf(sheet: GoalSheet, node: GoalNode): { cells: number[]; frozen: Set<number> } {
  const frozen = new Set<number>();
  for (const lock of sheet.locks)
    if (!holds(sheet.parents, lock, node)) for (const cell of cellsOf(sheet.parents, lock)) frozen.add(cell);
  return { cells: cellsOf(sheet.parents, node).filter((cell) => !frozen.has(cell)), frozen };
}

const answer = (
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
  return answer(sheet, own, raised, parts);
}

/** Weight of a row in a month: whole, not negative; 0: takes no part. */
export type RowWeights = (row: number, month: number) => number;

/**
 * Over the rows below, month by month: what the row holds itself and what the rows below hold is passed on by weights; in a
 * month where no row below takes part everything stays. `deep`: on to the last rows. Locked nodes keep their total.
 */
export function distributeRows(
  sheet: GoalSheet,
  node: GoalNode,
  weights: RowWeights,
  options: { readonly deep: boolean; readonly closed: ReadonlySet<number> },
): Distributed {
  const { frozen, cells } = freeOf(sheet, node);
  if (cells.length === 0) return { refusal: { reason: 'goal-all-locked', at: node, limit: null } };
  const work: RowWork = {
    own: [...sheet.own],
    raised: [],
    frozen,
    closed: options.closed,
    children: childrenOf(sheet.parents),
    node,
    weights,
    deep: options.deep,
  };
  const shown = passOn(work, node.row);
  if (options.deep)
    for (const [row, isIn] of rowsUnder(sheet.parents, node.row).entries())
      if (isIn && row !== node.row) passOn(work, row);
  return answer(sheet, work.own, work.raised, shown);
}

type RowWork = {
  readonly own: (number | null)[];
  readonly raised: number[];
  readonly frozen: ReadonlySet<number>;
  readonly closed: ReadonlySet<number>;
  readonly children: readonly (readonly number[])[];
  readonly node: GoalNode;
  readonly weights: RowWeights;
  readonly deep: boolean;
};

function childrenOf(parents: readonly number[]): number[][] {
  const children: number[][] = parents.map(() => []);
  for (const [row, parent] of parents.entries()) children[parent]?.push(row);
  return children;
}

/** A row and all below it. */
function branchOf(children: readonly (readonly number[])[], top: number): readonly number[] {
  const branch = [top];
  for (const row of branch) branch.push(...(children[row] ?? []));
  return branch;
}

/** Passes one row's months on to the rows directly below it. */
function passOn(work: RowWork, top: number): SharedPart[] {
  const { own, raised, frozen, closed, children, node, weights, deep } = work;
  const below = children[top] ?? [];
  if (below.length === 0) return [];
  const branches = below.map((row) => branchOf(children, row));
  const lines: Line[] = [];
  for (let month = node.span.from; month < node.span.to; month += 1) {
    const store = top * monthsOfYear + month;
    let total = frozen.has(store) ? 0 : (own[store] ?? 0);
    const kept: number[] = [];
    for (const branch of branches) {
      let held = 0;
      for (const row of branch) {
        const cell = row * monthsOfYear + month;
        if (frozen.has(cell)) held += own[cell] ?? 0;
        else total += own[cell] ?? 0;
      }
      kept.push(held);
    }
    const taking = below.map((row) => {
      const cell = row * monthsOfYear + month;
      return frozen.has(cell) || closed.has(cell) ? 0 : Math.max(0, weights(row, month));
    });
    if (total > 0 && taking.some((weight) => weight > 0))
      lines.push(withKept({ month, total, weights: taking, kept }));
  }
  const parts = splitLines(lines);
  for (const { month } of lines) {
    const cell = top * monthsOfYear + month;
    if (!frozen.has(cell) && own[cell] !== null) own[cell] = 0;
  }
  for (const { line, column, value, raised: isRaised } of parts) {
    const row = below[column] ?? 0;
    const month = lines[line]?.month ?? 0;
    const mine = row * monthsOfYear + month;
    if ((branches[column]?.length ?? 0) > 1) putInBranch(work, branches[column] ?? [], mine, value, deep);
    else if (!frozen.has(mine) && (value > 0 || own[mine] !== null)) own[mine] = value;
    if (isRaised) raised.push(mine);
  }
  return parts;
}

/** Rows further below keep their proportions; a row below which there is nothing holds the part itself. */
function putInBranch(
  { own, frozen, closed }: RowWork,
  branch: readonly number[],
  mine: number,
  value: number,
  deep: boolean,
): void {
  const month = mine % monthsOfYear;
  const free = branch.map((row) => row * monthsOfYear + month).filter((cell) => !frozen.has(cell));
  if (free.length === 0) return;
  const has = free.reduce((sum, cell) => sum + (own[cell] ?? 0), 0);
  if (has === value && has > 0 && !deep) return;
  const inside = free.filter((cell) => (own[cell] ?? 0) > 0 && !closed.has(cell));
  const split =
    inside.length > 0 && !deep
      ? splitLines([{ total: value, weights: inside.map((cell) => own[cell] ?? 0) }])
      : [];
  for (const cell of free) if (own[cell] !== null) own[cell] = 0;
  if (split.length > 0) for (const one of split) own[inside[one.column] ?? mine] = one.value;
  else if (value > 0 || own[mine] !== null) own[mine] = value;
}

type Line = { month: number; total: number; weights: number[]; kept: number[] };

/**
 * What locked cells further below hold counts for their row: it gets so much less of what is free. Rows that hold more than
 * their share already take no part.
 */
function withKept(line: Line): Line {
  const { total, kept } = line;
  let weights = line.weights;
  if (kept.every((amount) => amount === 0)) return line;
  for (;;) {
    const sum = weights.reduce((all, weight) => all + weight, 0);
    const whole = weights.reduce((all, weight, at) => all + (weight > 0 ? (kept[at] ?? 0) : 0), total);
    const wanted = weights.map((weight, at) =>
      weight > 0 ? Math.floor((whole * weight) / sum) - (kept[at] ?? 0) : 0,
    );
    const over = wanted.findIndex((part, at) => part < 0 && (weights[at] ?? 0) > 0);
    if (over < 0)
      return wanted.some((part) => part > 0) ? { ...line, weights: wanted } : { ...line, weights };
    const rest = weights.map((weight, at) => (at === over ? 0 : weight));
    if (rest.every((weight) => weight === 0)) return line;
    weights = rest;
  }
}
