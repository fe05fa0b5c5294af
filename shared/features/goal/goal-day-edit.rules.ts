import {
  dayRefusal,
  dayTotal,
  daysOfCell,
  followDays,
  frozenDays,
  monthNode,
  putOn,
  type DayBook,
  type DayChange,
  type DayNode,
  type FrozenDays,
} from './goal-day-book.rules.ts';
import { editNode, type EditSetting, type GoalMode, type GoalRefusal } from './goal-edit.rules.ts';
import { holdsDays, type DayRange } from './goal-period.rules.ts';
import { splitExactly } from './goal-split.rules.ts';
import {
  changedSheet,
  isUnder,
  monthsOfYear,
  rowsUnder,
  totalAt,
  totalsOf,
  type CellChange,
  type GoalSheet,
} from './goal-tree.rules.ts';

/**
 * Weeks and days of the tree, changed by hand. The month stays what is kept; by mode:
 * - `topDown`: the month stays, its other days give or take;
 * - `bottomUp` and `hand`: the other days stay, the month follows, as a month set in that mode would.
 * When a month changes, days that were set follow in their proportions. A locked week or day stays as it is, whatever happens
 * around it: unlike the lock of a month it leaves nothing to move inside.
 */

export type DayEdit = DayNode & { readonly value: number | null; readonly mode: GoalMode };

export type DaysEdited =
  | {
      readonly changes: readonly DayChange[];
      /** Days of cells that got the unit left over. */
      readonly raised: readonly { readonly cell: number; readonly day: number }[];
      readonly refusal?: undefined;
    }
  | { readonly refusal: GoalRefusal };

/** A cell under a node of days: what may move in it. */
type Part = {
  readonly cell: number;
  readonly amounts: number[];
  readonly inside: readonly number[];
  readonly outside: readonly number[];
  /** What is not held, and how much of it the days inside take: least, most, wanted. */
  readonly free: number;
  readonly least: number;
  readonly most: number;
  readonly wanted: number;
  /** What is held inside. */
  readonly kept: number;
};

/** Sets the total of a week or day. The answer changes nothing by itself. */
export function editDays(
  sheet: GoalSheet,
  book: DayBook,
  edit: DayEdit,
  setting: EditSetting,
  pinned: readonly DayNode[] = [],
): DaysEdited {
  const { row, days, mode } = edit;
  const value = edit.value ?? 0;
  const node: DayNode = { row, days };
  const month = { row, span: { from: days.month, to: days.month + 1 } };
  const before = dayTotal(sheet, book, node) ?? 0;
  const lock = book.locks.find((one) => holdsDays(one.days, days) && isUnder(sheet.parents, row, one.row));
  if (lock) return dayRefusal('goal-locked', lock, null);
  if (value === before) return { changes: [], raised: [] };
  if (!(book.months[days.month]?.working.slice(days.from, days.to).includes(true) ?? false))
    return dayRefusal('goal-day-off', node, null);

  const frozen = frozenDays(sheet.parents, book, pinned);
  let changes: readonly CellChange[] = [];
  if (mode !== 'topDown') {
    const total = totalAt(totalsOf(sheet), sheet.kind, month) ?? 0;
    const result = editNode(sheet, { node: month, value: total + value - before, mode }, setting);
    if (result.refusal) return result;
    changes = result.changes;
  }
  const after = changedSheet(sheet, changes);
  const under = rowsUnder(sheet.parents, row);
  const cells = [...under.entries()].flatMap(([at, isIn]) => {
    const cell = at * monthsOfYear + days.month;
    return isIn && (after.own[cell] ?? null) !== null ? [cell] : [];
  });
  const isMine = new Set(cells);
  const others = followDays(
    sheet,
    book,
    changes.filter(({ cell }) => !isMine.has(cell)),
    frozen,
  );
  if (others.refusal) return others;
  const parts = cells.map((cell) => partOf(sheet, after, book, cell, days, frozen));
  const kept = parts.reduce((sum, part) => sum + part.kept, 0);
  const short = parts.find(({ free }) => free < 0);
  if (short)
    return dayRefusal(
      'goal-below-locked',
      monthNode(book, short.cell),
      (after.own[short.cell] ?? 0) - short.free,
    );
  const targets = shareOut(parts, value - kept, mode === 'topDown');
  if (typeof targets === 'string') {
    // What was set in the same go stands inside: the sum that came with it does not agree.
    if (pinned.some((one) => holdsDays(days, one.days) && isUnder(sheet.parents, one.row, row)))
      return dayRefusal('goal-sum-differs', node, kept);
    const least = kept + parts.reduce((sum, part) => sum + part.least, 0);
    const most = kept + parts.reduce((sum, part) => sum + part.most, 0);
    return dayRefusal(targets, node, targets === 'goal-over-month' ? most : least);
  }
  const raised: { cell: number; day: number }[] = [];
  const mine = parts.map(({ cell, amounts, inside, outside, free }, at): DayChange => {
    const target = targets[at] ?? 0;
    for (const day of putOn(amounts, inside, target)) raised.push({ cell, day });
    putOn(amounts, outside, free - target);
    return {
      cell,
      before: sheet.own[cell] ?? null,
      after: after.own[cell] ?? null,
      daysBefore: book.shapes.get(cell) ?? null,
      daysAfter: amounts,
    };
  });
  return { changes: [...others.changes, ...mine.filter((change) => isMoved(book, sheet, change))], raised };
}

/** Whether anything of a cell is another than before. */
function isMoved(book: DayBook, { own }: GoalSheet, { cell, before, after, daysAfter }: DayChange): boolean {
  if (before !== after) return true;
  const amounts = daysOfCell(book, own, cell);
  return daysAfter?.some((amount, day) => amount !== amounts[day]) ?? false;
}

function partOf(
  before: GoalSheet,
  after: GoalSheet,
  book: DayBook,
  cell: number,
  days: DayRange,
  frozen: FrozenDays,
): Part {
  const amounts = [...daysOfCell(book, before.own, cell)];
  const held = frozen.get(cell);
  const working = book.months[days.month]?.working ?? [];
  const open = [...working.keys()].filter((day) => working[day] === true && held?.[day] !== true);
  const inside = open.filter((day) => day >= days.from && day < days.to);
  const outside = open.filter((day) => day < days.from || day >= days.to);
  let keptIn = 0;
  let keptOut = 0;
  for (const [day, amount] of amounts.entries()) {
    if (held?.[day] !== true) continue;
    if (day >= days.from && day < days.to) keptIn += amount;
    else keptOut += amount;
  }
  const free = (after.own[cell] ?? 0) - keptIn - keptOut;
  const has = inside.reduce((sum, day) => sum + (amounts[day] ?? 0), 0);
  return {
    cell,
    amounts,
    inside,
    outside,
    free,
    least: outside.length > 0 ? 0 : free,
    most: inside.length > 0 ? free : 0,
    wanted: has + (after.own[cell] ?? 0) - (before.own[cell] ?? 0),
    kept: keptIn,
  };
}

/**
 * Shares a total out over the cells of a node, none beyond what its month allows: in proportion to what they have there
 * (`byPattern`), else as the change of their months says.
 */
function shareOut(
  parts: readonly Part[],
  total: number,
  byPattern: boolean,
): readonly number[] | 'goal-over-month' | 'goal-under-month' {
  const sumOf = (of: (part: Part) => number): number => parts.reduce((sum, part) => sum + of(part), 0);
  if (total > sumOf(({ most }) => most)) return 'goal-over-month';
  if (total < sumOf(({ least }) => least)) return 'goal-under-month';
  const has = parts.map(({ wanted, most }) => Math.max(0, Math.min(most, wanted)));
  const room = parts.map(({ most }) => most);
  const weights = has.some((weight) => weight > 0) ? has : room;
  const wanted =
    byPattern && weights.some((weight) => weight > 0)
      ? splitExactly(total, weights).parts
      : parts.map((part) => part.wanted);
  const targets = parts.map(({ least, most }, at) => Math.max(least, Math.min(most, wanted[at] ?? 0)));
  const rest = total - targets.reduce((sum, target) => sum + target, 0);
  if (rest === 0) return targets;
  // What does not fit goes to those with room for it.
  const open = parts.map(({ least, most }, at) =>
    rest > 0 ? most - (targets[at] ?? 0) : (targets[at] ?? 0) - least,
  );
  const { parts: moved } = splitExactly(Math.abs(rest), open);
  return targets.map((target, at) => target + Math.sign(rest) * (moved[at] ?? 0));
}
