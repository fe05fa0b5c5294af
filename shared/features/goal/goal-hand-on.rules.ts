import { splitLines } from './goal-distribute.rules.ts';
import { brokenLock, type GoalRefusal } from './goal-edit.rules.ts';
import { monthsOfYear, rowsUnder, totalsOf, type CellChange, type GoalSheet } from './goal-tree.rules.ts';

/** 交接 handing the rest of a year's goals on: of a person who leaves, or works in another department from now on. */

/** Whose goals, from which month (0–11) on, and the rows that get them. */
export type HandOn = { readonly row: number; readonly from: number; readonly targets: readonly number[] };

/**
 * Moves what a row and its channels or models have from a month on to other rows: in each month to those who are employed, in
 * proportion to what they have there, evenly where they have nothing; roundings are carried from month to month. Amounts only:
 * rates and states belong to who has them. Errors: goal-closed where nobody of them is employed, goal-locked.
 */
export function handOn(
  sheet: GoalSheet,
  { row, from, targets }: HandOn,
  closed: ReadonlySet<number>,
):
  | {
      readonly changes: readonly CellChange[];
      readonly raised: readonly number[];
      readonly refusal?: undefined;
    }
  | { readonly refusal: GoalRefusal } {
  if (sheet.kind !== 'sum') return { changes: [], raised: [] };
  const own = [...sheet.own];
  const totals = totalsOf(sheet);
  const given = [...rowsUnder(sheet.parents, row).entries()].flatMap(([at, isIn]) => (isIn ? [at] : []));
  const lines: { month: number; total: number; weights: number[] }[] = [];
  for (let month = from; month < monthsOfYear; month += 1) {
    let total = 0;
    for (const at of given) {
      const cell = at * monthsOfYear + month;
      total += own[cell] ?? 0;
      if (own[cell] !== null) own[cell] = 0;
    }
    if (total === 0) continue;
    const open = targets.map((target) => !closed.has(target * monthsOfYear + month));
    if (!open.includes(true)) {
      const at = { row: targets[0] ?? row, span: { from: month, to: month + 1 } };
      return { refusal: { reason: 'goal-closed', at, limit: null } };
    }
    const has = targets.map((target, at) => (open[at] ? (totals[target * monthsOfYear + month] ?? 0) : 0));
    lines.push({ month, total, weights: has.some((amount) => amount > 0) ? has : open.map(Number) });
  }
  const raised: number[] = [];
  for (const part of splitLines(lines)) {
    if (part.value === 0) continue;
    const cell = (targets[part.column] ?? 0) * monthsOfYear + (lines[part.line]?.month ?? 0);
    own[cell] = (own[cell] ?? 0) + part.value;
    if (part.raised) raised.push(cell);
  }
  const changes = own.flatMap((after, cell): CellChange[] => {
    const before = sheet.own[cell] ?? null;
    return before === after ? [] : [{ cell, before, after }];
  });
  const refusal = brokenLock(sheet, changes);
  return refusal ? { refusal } : { changes, raised };
}
