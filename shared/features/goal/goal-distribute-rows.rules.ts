import {
  distributed,
  freeOf,
  splitLines,
  type Distributed,
  type SharedPart,
} from './goal-distribute.rules.ts';
import { monthsOfYear, rowsUnder, type GoalNode, type GoalSheet } from './goal-tree.rules.ts';

/** Distributing a node anew over the rows below it. */

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
  return distributed(sheet, work.own, work.raised, shown);
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
