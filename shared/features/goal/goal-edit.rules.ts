import { holdsSpan } from './goal-period.rules.ts';
import { splitExactly } from './goal-split.rules.ts';
import {
  cellsOf,
  changedSheet,
  holds,
  isUnder,
  monthsOfYear,
  rowsUnder,
  totalAt,
  totalsOf,
  type CellChange,
  type GoalNode,
  type GoalSheet,
} from './goal-tree.rules.ts';

/**
 * Changing a goal. What stands below follows in the proportions that it has (largest remainder). What stands beside and
 * above depends on the mode:
 * - `topDown`: the row above keeps its months: what it has not passed on, then the rows beside give or take the difference;
 * - `bottomUp`: the sums above follow;
 * - `hand`: the rows beside stay; the difference comes from or goes to what the row above has not passed on.
 * Locked nodes inside stay as they are; a locked total around is kept by the other cells in it.
 */
export const goalModes = ['topDown', 'bottomUp', 'hand'] as const;
export type GoalMode = (typeof goalModes)[number];

export type GoalRefusal = {
  readonly reason:
    | 'goal-locked'
    | 'goal-all-locked'
    | 'goal-below-locked'
    | 'goal-lock-short'
    | 'goal-lock-full'
    | 'goal-over-above'
    | 'goal-beside-short'
    | 'goal-sum-differs'
    | 'goal-closed'
    | 'goal-over-month'
    | 'goal-under-month'
    | 'goal-day-off';
  /** Where: the lock or row that stands against it. */
  readonly at: GoalNode;
  /** The most or least that would be possible; null where nothing is. */
  readonly limit: number | null;
};

export type GoalEdit = { readonly node: GoalNode; readonly value: number | null; readonly mode: GoalMode };

export type Edited =
  | {
      readonly changes: readonly CellChange[];
      /** Cells that got the unit left over in rounding. */
      readonly raised: readonly number[];
      readonly refusal?: undefined;
    }
  | { readonly refusal: GoalRefusal };

export type EditSetting = {
  /** Twelve weights of the months where there is no pattern yet, e.g. their working days. */
  readonly monthWeights: readonly number[];
  /** Cells that take no goals: the person is not employed in that month. */
  readonly closed: ReadonlySet<number>;
  /** Cells that were set in the same go and stay. */
  readonly pinned?: ReadonlySet<number>;
};

/** The work on one edit: own amounts that change, and what was raised in rounding. */
type Draft = {
  readonly sheet: GoalSheet;
  readonly setting: EditSetting;
  readonly own: (number | null)[];
  readonly raised: Set<number>;
};

const sumOf = (own: readonly (number | null)[], cells: readonly number[]): number =>
  cells.reduce((sum, cell) => sum + (own[cell] ?? 0), 0);

/** Puts a total onto cells in their proportions; without any, onto `fallback` by the months. False: there is no cell. */
function spread(draft: Draft, cells: readonly number[], total: number, fallback: readonly number[]): boolean {
  const { own, setting, raised } = draft;
  const takes = (cell: number): number => (setting.closed.has(cell) ? 0 : (own[cell] ?? 0));
  const weights = cells.map(takes);
  const hasPattern = weights.some((weight) => weight > 0);
  const open = fallback.filter((cell) => !setting.closed.has(cell));
  const monthly = open.map((cell) => setting.monthWeights[cell % monthsOfYear] ?? 0);
  const targets = hasPattern ? cells : open;
  if (targets.length === 0) return total === 0 && clear(own, cells);
  const plain = monthly.some((weight) => weight > 0) ? monthly : open.map(() => 1);
  const { parts, raised: up } = splitExactly(total, hasPattern ? weights : plain);
  clear(own, cells);
  for (const [at, cell] of targets.entries()) {
    const part = parts[at] ?? 0;
    own[cell] = part === 0 && own[cell] === null && hasPattern ? null : part;
  }
  for (const at of up) {
    const cell = targets[at];
    if (cell !== undefined) raised.add(cell);
  }
  return true;
}

/** What had an amount has none; what had no goal still has none. */
function clear(own: (number | null)[], cells: readonly number[]): true {
  for (const cell of cells) if (own[cell] !== null) own[cell] = 0;
  return true;
}

/** Locks that an edit must mind: where the row above keeps its months, nothing above it can change. */
function lockedOf(
  sheet: GoalSheet,
  edit: GoalEdit,
  pinned: ReadonlySet<number> = new Set(),
): { around: GoalNode[]; frozen: Set<number> } {
  const { parents, locks } = sheet;
  const keepsAbove = edit.mode !== 'bottomUp' && (parents[edit.node.row] ?? -1) >= 0;
  const around: GoalNode[] = [];
  const frozen = new Set(pinned);
  for (const lock of locks) {
    if (keepsAbove && lock.row !== edit.node.row && isUnder(parents, edit.node.row, lock.row)) continue;
    if (holds(parents, lock, edit.node)) around.push(lock);
    else for (const cell of cellsOf(parents, lock)) frozen.add(cell);
  }
  return { around, frozen };
}

const isSame = (a: GoalNode, b: GoalNode): boolean =>
  a.row === b.row && a.span.from === b.span.from && a.span.to === b.span.to;

/** A rate or state: no sums. Of a rate `topDown` gives the rows below the same; a state is set in the last month alone. */
function editAlone(sheet: GoalSheet, { node, value, mode }: GoalEdit, setting: EditSetting): Edited {
  const inside = (lock: GoalNode): boolean => holds(sheet.parents, lock, node);
  const lock = sheet.locks.find(inside);
  if (lock) return { refusal: { reason: 'goal-locked', at: lock, limit: null } };
  const frozen = new Set(sheet.locks.flatMap((one) => cellsOf(sheet.parents, one)));
  const isState = sheet.kind === 'state';
  const last = { from: node.span.to - 1, to: node.span.to };
  const cells = cellsOf(sheet.parents, isState ? { ...node, span: last } : node).filter(
    (cell) =>
      !frozen.has(cell) &&
      !setting.closed.has(cell) &&
      ((mode === 'topDown' && !isState) || Math.floor(cell / monthsOfYear) === node.row),
  );
  if (cells.length === 0) return { refusal: { reason: 'goal-all-locked', at: node, limit: null } };
  const changes = cells.map((cell) => ({ cell, before: sheet.own[cell] ?? null, after: value }));
  return { changes: changes.filter(({ before, after }) => before !== after), raised: [] };
}

/** Sets one node's total. The answer changes nothing by itself: see changedSheet. */
export function editNode(sheet: GoalSheet, edit: GoalEdit, setting: EditSetting): Edited {
  if (sheet.kind !== 'sum') return editAlone(sheet, edit, setting);
  const { node, value } = edit;
  const { parents } = sheet;
  const { around, frozen } = lockedOf(sheet, edit, setting.pinned);
  const same = around.find((lock) => isSame(lock, node));
  if (same) return { refusal: { reason: 'goal-locked', at: same, limit: null } };

  const draft: Draft = { sheet, setting, own: [...sheet.own], raised: new Set() };
  const all = cellsOf(parents, node);
  const free = all.filter((cell) => !frozen.has(cell));
  const ownFree = free.filter((cell) => Math.floor(cell / monthsOfYear) === node.row);
  const kept = sumOf(
    sheet.own,
    all.filter((cell) => frozen.has(cell)),
  );
  if (free.length === 0) {
    if (kept === value) return { changes: [], raised: [] };
    const isPinned = all.every((cell) => setting.pinned?.has(cell));
    const reason = isPinned ? 'goal-sum-differs' : 'goal-all-locked';
    return { refusal: { reason, at: node, limit: kept } };
  }
  const wanted = (value ?? 0) - kept;
  if (wanted < 0 && value !== null)
    return { refusal: { reason: 'goal-below-locked', at: node, limit: kept } };
  const isPartly = all.some((cell) => setting.pinned?.has(cell));
  if (isPartly && wanted > 0 && sumOf(sheet.own, free) === 0)
    return { refusal: { reason: 'goal-sum-differs', at: node, limit: kept } };
  if (isPartly && wanted <= 0) clear(draft.own, free);
  else if (!spread(draft, free, Math.max(0, wanted), ownFree))
    return { refusal: { reason: 'goal-closed', at: node, limit: kept } };
  if (value === null) for (const cell of free) draft.own[cell] = null;

  return keepAround(draft, edit, around, frozen) ?? keepAbove(draft, edit, frozen) ?? finish(draft);
}

/** Keeps locked totals around the node by the other cells that lie in all of them. */
function keepAround(
  draft: Draft,
  { node }: GoalEdit,
  around: readonly GoalNode[],
  frozen: ReadonlySet<number>,
): { refusal: GoalRefusal } | undefined {
  const [first] = around;
  if (!first) return undefined;
  const { sheet, own } = draft;
  const { parents } = sheet;
  // Rows of locks around one node stand one below the other, their spans inside each other: the common part is a node.
  const common = around.reduce<GoalNode>(
    (inner, lock) => ({
      row: Math.max(inner.row, lock.row),
      span: holdsSpan(lock.span, inner.span) ? inner.span : lock.span,
    }),
    first,
  );
  const inside = cellsOf(parents, node);
  const delta = sumOf(own, inside) - sumOf(sheet.own, inside);
  if (delta === 0) return undefined;
  const mine = new Set(inside);
  const others = cellsOf(parents, common).filter((cell) => !mine.has(cell) && !frozen.has(cell));
  const has = sumOf(own, others);
  const fallback = others.filter((cell) => Math.floor(cell / monthsOfYear) === common.row);
  const before = sumOf(sheet.own, inside);
  if (delta > has)
    return {
      refusal: {
        reason: others.length === 0 ? 'goal-lock-full' : 'goal-lock-short',
        at: common,
        limit: before + has,
      },
    };
  if (!spread(draft, others, has - delta, fallback))
    return { refusal: { reason: 'goal-lock-full', at: common, limit: before } };
  return undefined;
}

/** Keeps the months of the row above: by what it has not passed on, and by the rows beside where the mode allows. */
function keepAbove(
  draft: Draft,
  { node, mode }: GoalEdit,
  frozen: ReadonlySet<number>,
): { refusal: GoalRefusal } | undefined {
  const { sheet, own } = draft;
  const { parents } = sheet;
  const above = parents[node.row] ?? -1;
  if (mode === 'bottomUp' || above < 0) return undefined;
  const under = rowsUnder(parents, node.row);
  const beside = rowsUnder(parents, above).map((isIn, row) => isIn && !under[row] && row !== above);
  for (let month = 0; month < monthsOfYear; month += 1) {
    const cellsIn = (rows: readonly boolean[]): number[] =>
      rows.flatMap((isIn, row) => (isIn ? [row * monthsOfYear + month] : []));
    const mine = cellsIn(under);
    const before = sumOf(sheet.own, mine);
    let delta = sumOf(own, mine) - before;
    if (delta === 0) continue;
    const store = above * monthsOfYear + month;
    const at: GoalNode = { row: above, span: { from: month, to: month + 1 } };
    const held = own[store] ?? 0;
    const others =
      mode === 'hand'
        ? []
        : cellsIn(beside).filter((cell) => !frozen.has(cell) && !draft.setting.closed.has(cell));
    const has = sumOf(own, others);
    if (delta > 0) {
      if (delta > held + has) {
        const reason = mode === 'hand' ? 'goal-over-above' : 'goal-beside-short';
        return { refusal: { reason, at, limit: before + held + has } };
      }
      const fromStore = Math.min(delta, held);
      if (fromStore > 0) own[store] = held - fromStore;
      delta -= fromStore;
      if (delta > 0) spread(draft, others, has - delta, []);
    } else if (has > 0) spread(draft, others, has - delta, []);
    else own[store] = held - delta;
  }
  return undefined;
}

function finish({ sheet, own, raised }: Draft): Edited {
  const changes: CellChange[] = [];
  for (const [cell, after] of own.entries()) {
    const before = sheet.own[cell] ?? null;
    if (before !== after) changes.push({ cell, before, after });
  }
  return { changes, raised: [...raised].filter((cell) => own[cell] !== sheet.own[cell]) };
}

/** The lock whose total some changes would move: for changes that are taken back, and for those of a distribution. */
export function brokenLock(sheet: GoalSheet, changes: readonly CellChange[]): GoalRefusal | undefined {
  const before = totalsOf(sheet);
  const after = totalsOf(changedSheet(sheet, changes));
  const at = sheet.locks.find(
    (lock) => (totalAt(before, sheet.kind, lock) ?? 0) !== (totalAt(after, sheet.kind, lock) ?? 0),
  );
  return at && { reason: 'goal-locked', at, limit: null };
}
