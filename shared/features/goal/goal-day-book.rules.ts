import { daysOfGoal, type MonthDays } from './goal-day.rules.ts';
import type { GoalRefusal } from './goal-edit.rules.ts';
import type { DayRange } from './goal-period.rules.ts';
import { splitExactly } from './goal-split.rules.ts';
import { changedSheet, monthsOfYear, rowsUnder, type CellChange, type GoalSheet } from './goal-tree.rules.ts';

/** The days of one indicator's goals: what is set by hand and held, how they follow their months, and what a change leaves. */

/** A row and some days of a month. */
export type DayNode = { readonly row: number; readonly days: DayRange };

/** What of one indicator stands by day. */
export type DayBook = {
  /** By cell (row × 12 + month) the days that were set by hand; they add up to the cell. */
  readonly shapes: ReadonlyMap<number, readonly number[]>;
  readonly locks: readonly DayNode[];
  /** Keys of the rows. */
  readonly keys: readonly string[];
  /** The twelve months. */
  readonly months: readonly MonthDays[];
};

/** An own amount that changes, with its days: null where nobody set them. */
export type DayChange = CellChange & {
  readonly daysBefore: readonly number[] | null;
  readonly daysAfter: readonly number[] | null;
};

/** The days of a cell; zeros where it has no goal. */
export function daysOfCell(book: DayBook, own: readonly (number | null)[], cell: number): readonly number[] {
  const month = book.months[cell % monthsOfYear];
  if (!month) return [];
  const key = book.keys[Math.floor(cell / monthsOfYear)] ?? '';
  return daysOfGoal(own[cell] ?? 0, key, book.shapes.get(cell), month);
}

/** Total of a week or day; null where no row has a goal in its month. */
export function dayTotal(
  { parents, own }: Pick<GoalSheet, 'parents' | 'own'>,
  book: DayBook,
  { row: top, days }: DayNode,
): number | null {
  let sum: number | null = null;
  for (const [row, isIn] of rowsUnder(parents, top).entries()) {
    const cell = row * monthsOfYear + days.month;
    if (!isIn || (own[cell] ?? null) === null) continue;
    sum ??= 0;
    const amounts = daysOfCell(book, own, cell);
    for (let day = days.from; day < days.to; day += 1) sum += amounts[day] ?? 0;
  }
  return sum;
}

/** Days that stay, by cell: those of locks, and those that were set in the same go. */
export type FrozenDays = ReadonlyMap<number, readonly boolean[]>;

/** Days held by locks. */
export function frozenDays(
  parents: readonly number[],
  { locks, months }: DayBook,
  pinned: readonly DayNode[] = [],
): FrozenDays {
  const frozen = new Map<number, boolean[]>();
  for (const { row: top, days } of [...locks, ...pinned])
    for (const [row, isIn] of rowsUnder(parents, top).entries()) {
      if (!isIn) continue;
      const cell = row * monthsOfYear + days.month;
      const held = frozen.get(cell) ?? (months[days.month]?.working ?? []).map(() => false);
      held.fill(true, days.from, days.to);
      frozen.set(cell, held);
    }
  return frozen;
}

/** A refusal at a week or day. */
export const dayRefusal = (
  reason: GoalRefusal['reason'],
  { row, days }: DayNode,
  limit: number | null,
): { readonly refusal: GoalRefusal } => ({
  refusal: { reason, at: { row, span: { from: days.month, to: days.month + 1 }, days }, limit },
});

/** The whole month of a cell as days. */
export const monthNode = ({ months }: DayBook, cell: number): DayNode => {
  const month = cell % monthsOfYear;
  return {
    row: Math.floor(cell / monthsOfYear),
    days: { month, from: 0, to: months[month]?.working.length ?? 0 },
  };
};

/** Puts a total onto some days of a month in their proportions. */
export function putOn(amounts: number[], days: readonly number[], total: number): readonly number[] {
  const before = days.map((day) => amounts[day] ?? 0);
  if (before.reduce((sum, amount) => sum + amount, 0) === total) return [];
  const weights = before.some((amount) => amount > 0) ? before : days.map(() => 1);
  const { parts, raised } = splitExactly(total, weights);
  for (const [at, day] of days.entries()) amounts[day] = parts[at] ?? 0;
  return raised.flatMap((at) => days[at] ?? []);
}

/**
 * Gives changed months their days: set ones follow in their proportions, held ones stay. Errors: goal-below-locked where a
 * month would be less than what is held in it, goal-all-locked where all of its days are.
 */
export function followDays(
  sheet: GoalSheet,
  book: DayBook,
  changes: readonly CellChange[],
  frozen: FrozenDays = frozenDays(sheet.parents, book),
):
  | { readonly changes: readonly DayChange[]; readonly refusal?: undefined }
  | { readonly refusal: GoalRefusal } {
  const followed: DayChange[] = [];
  for (const change of changes) {
    const { cell, after } = change;
    const set = book.shapes.get(cell) ?? null;
    const held = frozen.get(cell);
    if ((set === null && !held) || sheet.kind !== 'sum') {
      followed.push({ ...change, daysBefore: set, daysAfter: null });
      continue;
    }
    const amounts = [...daysOfCell(book, sheet.own, cell)];
    const working = book.months[cell % monthsOfYear]?.working ?? [];
    let kept = 0;
    for (const [day, amount] of amounts.entries()) if (held?.[day] === true) kept += amount;
    const rest = (after ?? 0) - kept;
    const open = [...working.keys()].filter((day) => working[day] === true && held?.[day] !== true);
    if (rest < 0) return dayRefusal('goal-below-locked', monthNode(book, cell), kept);
    if (open.length === 0 && rest > 0) return dayRefusal('goal-all-locked', monthNode(book, cell), kept);
    if (open.length > 0) putOn(amounts, open, rest);
    followed.push({ ...change, daysBefore: set, daysAfter: after === null ? null : amounts });
  }
  return { changes: followed };
}

/** Whether days are the same; null: not set by hand. */
export const sameDays = (a: readonly number[] | null, b: readonly number[] | null): boolean =>
  a === b ||
  (a !== null && b !== null && a.length === b.length && a.every((amount, day) => amount === b[day]));

/** The locked week or day that some changes would move. */
export function brokenDayLock(
  sheet: GoalSheet,
  book: DayBook,
  changes: readonly DayChange[],
): GoalRefusal | undefined {
  if (book.locks.length === 0) return undefined;
  const after = changedBook(sheet, book, changes);
  const lock = book.locks.find(
    (one) => (dayTotal(sheet, book, one) ?? 0) !== (dayTotal(after.sheet, after.book, one) ?? 0),
  );
  return lock && dayRefusal('goal-locked', lock, null).refusal;
}

/** Sheet and days after some changes. */
export function changedBook(
  sheet: GoalSheet,
  book: DayBook,
  changes: readonly DayChange[],
): { readonly sheet: GoalSheet; readonly book: DayBook } {
  const shapes = new Map(book.shapes);
  for (const { cell, daysAfter } of changes)
    if (daysAfter) shapes.set(cell, daysAfter);
    else shapes.delete(cell);
  return { sheet: changedSheet(sheet, changes), book: { ...book, shapes } };
}
