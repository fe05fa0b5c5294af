import {
  changedBook,
  followDays,
  frozenDays,
  sameDays,
  type DayBook,
  type DayChange,
  type DayNode,
} from './goal-day-book.rules.ts';
import { editDays } from './goal-day-edit.rules.ts';
import { editNode, type EditSetting, type GoalEdit, type GoalRefusal } from './goal-edit.rules.ts';
import { cellsOf, monthsOfYear, type CellChange, type GoalNode, type GoalSheet } from './goal-tree.rules.ts';

/** Many goals changed in one go, as a pasted block does. */

type ManyEdited = {
  readonly changes: readonly CellChange[];
  readonly raised: readonly number[];
  /** By position of the edit; with one of them nothing is to be written. */
  readonly refusals: ReadonlyMap<number, GoalRefusal>;
};

/**
 * Sets many nodes in one go, as a pasted block does: the lowest rows and shortest spans first, and what was set stays while
 * the others are set. A sum that comes with its parts must agree with them.
 */
function editMany(sheet: GoalSheet, edits: readonly GoalEdit[], setting: EditSetting): ManyEdited {
  const covered = new Set(sheet.locks.flatMap((lock) => cellsOf(sheet.parents, lock)));
  const isAbove = new Set(sheet.parents);
  const pinned = new Set<number>();
  const raised = new Set<number>();
  const refusals = new Map<number, GoalRefusal>();
  const own = [...sheet.own];
  const width = ({ span }: GoalNode): number => span.to - span.from;
  const order = [...edits.entries()].sort(
    ([, a], [, b]) => b.node.row - a.node.row || width(a.node) - width(b.node),
  );
  for (const [at, edit] of order) {
    const { node, value, mode } = edit;
    const cell = node.row * monthsOfYear + node.span.from;
    const isPlain =
      sheet.kind === 'sum' && mode === 'bottomUp' && width(node) === 1 && !isAbove.has(node.row);
    if (isPlain && !covered.has(cell) && !setting.closed.has(cell) && !pinned.has(cell)) {
      own[cell] = value;
      pinned.add(cell);
      continue;
    }
    const result = editNode({ ...sheet, own }, edit, { ...setting, pinned });
    if (result.refusal) {
      refusals.set(at, result.refusal);
      continue;
    }
    for (const change of result.changes) own[change.cell] = change.after;
    for (const one of result.raised) raised.add(one);
    for (const one of cellsOf(sheet.parents, node)) pinned.add(one);
  }
  const changes: CellChange[] = [];
  for (const [cell, after] of own.entries()) {
    const before = sheet.own[cell] ?? null;
    if (before !== after) changes.push({ cell, before, after });
  }
  return { changes, raised: [...raised], refusals };
}

export type BlockEdited = {
  readonly changes: readonly DayChange[];
  readonly raised: readonly number[];
  readonly raisedDays: readonly { readonly cell: number; readonly day: number }[];
  /** By position of the edit; with one of them nothing is to be written. */
  readonly refusals: ReadonlyMap<number, GoalRefusal>;
};

/** A block with weeks and days in it: these first, the shortest before the longer, then months, quarters and the year. */
export function editBlock(
  sheet: GoalSheet,
  book: DayBook,
  edits: readonly GoalEdit[],
  setting: EditSetting,
): BlockEdited {
  const refusals = new Map<number, GoalRefusal>();
  const raisedDays: { cell: number; day: number }[] = [];
  const raised = new Set<number>();
  const pinned: DayNode[] = [];
  let now = { sheet, book };
  const touched = new Map<number, DayChange>();
  const take = (changes: readonly DayChange[]): void => {
    for (const change of changes) {
      const first = touched.get(change.cell);
      touched.set(
        change.cell,
        first ? { ...change, before: first.before, daysBefore: first.daysBefore } : change,
      );
    }
    now = changedBook(now.sheet, now.book, changes);
  };
  const wide = ({ days }: GoalNode): number => (days ? days.to - days.from : 0);
  const daily = [...edits.entries()]
    .filter(([, { node }]) => node.days !== undefined)
    .sort(([, a], [, b]) => b.node.row - a.node.row || wide(a.node) - wide(b.node));
  for (const [at, { node, value, mode }] of daily) {
    if (!node.days) continue;
    const edit = { row: node.row, days: node.days, value, mode };
    const result = editDays(now.sheet, now.book, edit, setting, pinned);
    pinned.push({ row: node.row, days: node.days });
    if (result.refusal) {
      refusals.set(at, result.refusal);
      continue;
    }
    take(result.changes);
    raisedDays.push(...result.raised);
  }
  const plain = [...edits.entries()].filter(([, { node }]) => node.days === undefined);
  const many = editMany(
    now.sheet,
    plain.map(([, edit]) => edit),
    setting,
  );
  for (const [at, refusal] of many.refusals) refusals.set(plain[at]?.[0] ?? 0, refusal);
  for (const cell of many.raised) raised.add(cell);
  const followed = followDays(now.sheet, now.book, many.changes, frozenDays(sheet.parents, book, pinned));
  if (followed.refusal) {
    const { refusal } = followed;
    const by = plain.find(
      ([, { node }]) => node.span.from <= refusal.at.span.from && node.span.to > refusal.at.span.from,
    );
    refusals.set(by?.[0] ?? plain[0]?.[0] ?? 0, refusal);
  } else take(followed.changes);
  const changes = [...touched.values()].filter(
    ({ before, after, daysBefore, daysAfter }) => before !== after || !sameDays(daysBefore, daysAfter),
  );
  return { changes, raised: [...raised], raisedDays, refusals };
}
