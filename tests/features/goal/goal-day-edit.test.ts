import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  brokenDayLock,
  changedBook,
  dayTotal,
  daysOfCell,
  followDays,
  type DayBook,
  type DayChange,
} from '#shared/features/goal/goal-day-book.rules.ts';
import { editDays } from '#shared/features/goal/goal-day-edit.rules.ts';
import { daysOfYear } from '#shared/features/goal/goal-day.rules.ts';
import { distributeMonths } from '#shared/features/goal/goal-distribute.rules.ts';
import { editBlock } from '#shared/features/goal/goal-edit-many.rules.ts';
import type { GoalMode } from '#shared/features/goal/goal-edit.rules.ts';
import { dayRangeOf, spanOf, weeksOfMonth, type DayRange } from '#shared/features/goal/goal-period.rules.ts';
import {
  monthsOfYear,
  totalAt,
  totalsOf,
  type GoalNode,
  type GoalSheet,
} from '#shared/features/goal/goal-tree.rules.ts';
import { workCalendar } from '#shared/kernel/working-day.ts';

/** National Day 2026: off from 1 to 7 October, worked on Saturday 10 October. */
const months = daysOfYear(
  2026,
  workCalendar([
    ...Array.from({ length: 7 }, (_, at) => ({ day: `2026-10-0${at + 1}`, kind: 'holiday' as const })),
    { day: '2026-10-10', kind: 'working' },
  ]),
);
const october = { from: 9, to: 10 };
const setting = { monthWeights: months.map(({ worked }) => worked), closed: new Set<number>() };
const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0);
const days = (period: string): DayRange => {
  const range = dayRangeOf(period, 2026);
  if (!range) throw new Error(period);
  return range;
};

type Tree = { readonly sheet: GoalSheet; readonly book: DayBook };

/** Store, a department, two people with 36 and 18 in October; two units a working day for the first. */
const small = (): Tree => {
  const parents = [-1, 0, 1, 1];
  const own = parents.flatMap((_, row) =>
    Array.from({ length: monthsOfYear }, (_month, month) =>
      month === 9 && row > 1 ? 54 - row * 9 - (row - 2) * 9 : null,
    ),
  );
  return {
    sheet: { kind: 'sum', parents, own, locks: [] },
    book: { shapes: new Map(), locks: [], keys: ['store', 'd1', 'd1.p1', 'd1.p2'], months },
  };
};
const edit = (
  { sheet, book }: Tree,
  row: number,
  period: string,
  value: number,
  mode: GoalMode = 'topDown',
) => editDays(sheet, book, { row, days: days(period), value, mode }, setting);
const applied = (tree: Tree, result: ReturnType<typeof editDays>): Tree => {
  if (result.refusal) throw new Error(result.refusal.reason);
  return changedBook(tree.sheet, tree.book, result.changes);
};
const week = ({ sheet, book }: Tree, row: number, period: string): number | null =>
  dayTotal(sheet, book, { row, days: days(period) });
const month = ({ sheet }: Tree, row: number): number | null =>
  totalAt(totalsOf(sheet), 'sum', { row, span: october });

describe('weeks and days changed by hand', () => {
  it('top-down the month stays, its other days give or take in their proportions', () => {
    const tree = small();
    expect([month(tree, 2), week(tree, 2, '2026-10-W41'), week(tree, 2, '2026-10-08')]).toEqual([36, 6, 2]);
    const after = applied(tree, edit(tree, 2, '2026-10-W41', 21));
    expect([month(after, 2), week(after, 2, '2026-10-W41'), week(after, 2, '2026-10-08')]).toEqual([
      36, 21, 7,
    ]);
    // Fifteen fewer over the other fifteen days.
    expect(week(after, 2, '2026-10-12')).toBe(1);
    expect(week(after, 2, '2026-10-05')).toBe(0);
    expect(week(after, 3, '2026-10-W41')).toBe(week(tree, 3, '2026-10-W41'));
  });

  it('bottom-up the other days stay and the month follows', () => {
    const tree = small();
    const after = applied(tree, edit(tree, 2, '2026-10-12', 12, 'bottomUp'));
    expect([month(after, 2), month(after, 1), week(after, 2, '2026-10-12')]).toEqual([46, 64, 12]);
    for (const other of ['2026-10-08', '2026-10-13', '2026-10-30']) expect(week(after, 2, other)).toBe(2);
  });

  it('by hand the month comes from what the row above has not passed on', () => {
    const tree = small();
    expect(edit(tree, 2, '2026-10-12', 12, 'hand').refusal).toMatchObject({
      reason: 'goal-over-above',
      limit: 36,
    });
    const own = tree.sheet.own.with(1 * monthsOfYear + 9, 10);
    const held = { ...tree, sheet: { ...tree.sheet, own } };
    const after = applied(held, edit(held, 2, '2026-10-12', 12, 'hand'));
    expect([month(after, 2), month(after, 1), after.sheet.own[monthsOfYear + 9]]).toEqual([46, 64, 0]);
  });

  it('a week of the department goes to its people as they have it, none beyond the month', () => {
    const tree = small();
    const after = applied(tree, edit(tree, 1, '2026-10-W41', 45));
    expect([
      week(after, 1, '2026-10-W41'),
      week(after, 2, '2026-10-W41'),
      week(after, 3, '2026-10-W41'),
    ]).toEqual([45, 30, 15]);
    expect([month(after, 2), month(after, 3)]).toEqual([36, 18]);
    expect(edit(tree, 1, '2026-10-W41', 55).refusal).toEqual({
      reason: 'goal-over-month',
      at: { row: 1, span: october, days: days('2026-10-W41') },
      limit: 54,
    });
  });

  it('days off take nothing, and a month without goals has no weeks', () => {
    expect(edit(small(), 2, '2026-10-03', 1).refusal).toMatchObject({ reason: 'goal-day-off' });
    expect(edit(small(), 2, '2026-11-03', 1).refusal).toMatchObject({ reason: 'goal-over-month', limit: 0 });
    const after = applied(small(), edit(small(), 0, '2026-11-03', 4, 'bottomUp'));
    expect([week(after, 0, '2026-11-03'), week(after, 0, '2026-11-04')]).toEqual([4, 0]);
  });

  it('a locked week stays whatever happens around it, and says so where nothing is left', () => {
    const tree = small();
    const at = { row: 1, days: days('2026-10-W41') };
    const locked: Tree = { ...tree, book: { ...tree.book, locks: [at] } };
    expect(edit(locked, 2, '2026-10-08', 3).refusal).toMatchObject({ reason: 'goal-locked', at: { row: 1 } });
    const moved = applied(locked, edit(locked, 2, '2026-10-12', 20));
    expect([month(moved, 2), week(moved, 2, '2026-10-W41'), week(moved, 2, '2026-10-12')]).toEqual([
      36, 6, 20,
    ]);
    const halved = editBlock(
      locked.sheet,
      locked.book,
      [{ node: { row: 1, span: october }, value: 20, mode: 'bottomUp' }],
      setting,
    );
    const after = changedBook(locked.sheet, locked.book, halved.changes);
    expect([month(after, 1), week(after, 1, '2026-10-W41')]).toEqual([20, 9]);
    const less = editBlock(
      locked.sheet,
      locked.book,
      [{ node: { row: 2, span: october }, value: 5, mode: 'bottomUp' }],
      setting,
    );
    expect(less.refusals.get(0)).toMatchObject({ reason: 'goal-below-locked', limit: 6 });
    const against = edit(tree, 2, '2026-10-W41', 21);
    expect(brokenDayLock(locked.sheet, locked.book, against.refusal ? [] : against.changes)).toMatchObject({
      reason: 'goal-locked',
    });
  });

  it('a pasted block: days with their week and month must agree', () => {
    const { sheet, book } = small();
    const node = (row: number, period: string): GoalNode => ({ row, span: october, days: days(period) });
    const block = (weekValue: number, monthValue: number) =>
      editBlock(
        sheet,
        book,
        [
          { node: node(2, '2026-10-08'), value: 5, mode: 'bottomUp' },
          { node: node(2, '2026-10-09'), value: 6, mode: 'bottomUp' },
          { node: node(2, '2026-10-10'), value: 7, mode: 'bottomUp' },
          { node: node(2, '2026-10-W41'), value: weekValue, mode: 'bottomUp' },
          { node: { row: 2, span: october }, value: monthValue, mode: 'bottomUp' },
        ],
        setting,
      );
    const good = block(18, 48);
    expect([...good.refusals]).toEqual([]);
    const after = changedBook(sheet, book, good.changes);
    expect([month(after, 2), week(after, 2, '2026-10-W41')]).toEqual([48, 18]);
    expect([...block(19, 48).refusals]).toEqual([
      [3, expect.objectContaining({ reason: 'goal-sum-differs', limit: 18 })],
    ]);
    expect([...block(18, 17).refusals]).toEqual([
      [4, expect.objectContaining({ reason: 'goal-below-locked', limit: 18 })],
    ]);
    // The rest of the month follows what the month says.
    const more = changedBook(sheet, book, block(18, 63).changes);
    expect([month(more, 2), week(more, 2, '2026-10-12')]).toEqual([63, 3]);
  });
});

const periods = [
  '2026-10-W41',
  '2026-10-W42',
  '2026-10-W44',
  '2026-10-08',
  '2026-10-10',
  '2026-10-20',
  '2026-02-W06',
  '2026-02-10',
  '2026-10',
  '2026-02',
  '2026-Q4',
  '2026',
];
const trees = fc
  .record({
    picks: fc.array(fc.nat(1000), { minLength: 1, maxLength: 7 }),
    amounts: fc.array(fc.option(fc.nat(60), { nil: null }), { minLength: 96, maxLength: 96 }),
    locks: fc.array(fc.tuple(fc.nat(9), fc.constantFrom('2026', '2026-Q4', '2026-02', '2026-10')), {
      maxLength: 2,
    }),
    dayLocks: fc.array(fc.tuple(fc.nat(9), fc.constantFrom('2026-10-W42', '2026-10-08', '2026-02-W06')), {
      maxLength: 2,
    }),
  })
  .map(({ picks, amounts, locks, dayLocks }): Tree => {
    const parents = [-1, ...picks.map((pick, at) => pick % (at + 1))];
    return {
      sheet: {
        kind: 'sum',
        parents,
        own: amounts.slice(0, parents.length * monthsOfYear),
        locks: locks.map(([row, period]) => ({
          row: row % parents.length,
          span: spanOf(period, 2026) ?? { from: 0, to: 12 },
        })),
      },
      book: {
        shapes: new Map(),
        locks: dayLocks.map(([row, period]) => ({ row: row % parents.length, days: days(period) })),
        keys: parents.map((_, row) => `d1.p${row}`),
        months,
      },
    };
  });
const steps = fc.array(
  fc.record({
    row: fc.nat(9),
    period: fc.constantFrom(...periods),
    value: fc.nat(90),
    mode: fc.constantFrom('topDown' as const, 'bottomUp' as const, 'hand' as const),
    kind: fc.constantFrom('edit', 'edit', 'edit', 'months'),
    weights: fc.array(fc.nat(9), { minLength: 12, maxLength: 12 }),
  }),
  { minLength: 1, maxLength: 8 },
);

/** Cells whose days do not add up to them, are negative, or stand on days off. */
const wrongCells = ({ sheet, book }: Tree): number[] =>
  [...sheet.own.keys()].filter((cell) => {
    const amounts = daysOfCell(book, sheet.own, cell);
    const working = months[cell % monthsOfYear]?.working;
    const isOff = amounts.some((amount, day) => amount < 0 || (amount > 0 && working?.[day] !== true));
    return isOff || sum(amounts) !== (sheet.own[cell] ?? 0);
  });

/** Rows whose weeks do not add up to their month. */
const wrongWeeks = ({ sheet, book }: Tree): number[] => {
  const totals = totalsOf(sheet);
  return [...sheet.parents.keys()].filter((row) => {
    const weeks = weeksOfMonth('2026-10').map((one) => dayTotal(sheet, book, { row, days: one.days }) ?? 0);
    return sum(weeks) !== (totalAt(totals, 'sum', { row, span: october }) ?? 0);
  });
};

describe('random trees, locks, moves and undo down to weeks and days', () => {
  it('days add up to weeks and months to the unit, locks stay, the node has what was asked, undo gives back the same', () => {
    let byDay = 0;
    fc.assert(
      fc.property(trees, steps, (start, moves) => {
        let tree = start;
        const before: Tree[] = [];
        const done: (readonly DayChange[])[] = [];
        for (const move of moves) {
          const row = move.row % tree.sheet.parents.length;
          const range = dayRangeOf(move.period, 2026);
          const span = range ? { from: range.month, to: range.month + 1 } : spanOf(move.period, 2026);
          if (!span) throw new Error(move.period);
          const node: GoalNode = range ? { row, span, days: range } : { row, span };
          let changes: readonly DayChange[];
          if (move.kind === 'months') {
            const result = distributeMonths(tree.sheet, { row, span }, move.weights, setting);
            const followed = result.refusal ? result : followDays(tree.sheet, tree.book, result.changes);
            if (followed.refusal) continue;
            changes = followed.changes;
          } else {
            const result = editBlock(
              tree.sheet,
              tree.book,
              [{ node, value: move.value, mode: move.mode }],
              setting,
            );
            if (result.refusals.size > 0) continue;
            changes = result.changes;
          }
          const after = changedBook(tree.sheet, tree.book, changes);
          if (move.kind === 'edit') {
            const has = range
              ? dayTotal(after.sheet, after.book, { row, days: range })
              : totalAt(totalsOf(after.sheet), 'sum', node);
            expect(has ?? 0).toBe(move.value);
            if (range) byDay += 1;
            if (range && move.mode === 'topDown') expect(after.sheet.own).toEqual(tree.sheet.own);
          }
          for (const lock of tree.sheet.locks)
            expect(totalAt(totalsOf(after.sheet), 'sum', lock) ?? 0).toBe(
              totalAt(totalsOf(tree.sheet), 'sum', lock) ?? 0,
            );
          expect(brokenDayLock(tree.sheet, tree.book, changes)).toBeUndefined();
          expect(wrongCells(after)).toEqual([]);
          expect(wrongWeeks(after)).toEqual([]);
          before.push(tree);
          done.push(changes);
          tree = after;
        }
        for (const changes of done.toReversed()) {
          const back = changes.map((one) => ({
            cell: one.cell,
            before: one.after,
            after: one.before,
            daysBefore: one.daysAfter,
            daysAfter: one.daysBefore,
          }));
          tree = changedBook(tree.sheet, tree.book, back);
          const was = before.pop();
          expect(tree.sheet.own).toEqual(was?.sheet.own);
          expect(tree.book.shapes).toEqual(was?.book.shapes);
        }
      }),
      { numRuns: 400 },
    );
    // Many moves of weeks and days have a solution: the property is not about refusals.
    expect(byDay).toBeGreaterThan(200);
  });
});
