import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributeRows } from '#shared/features/goal/goal-distribute-rows.rules.ts';
import { distributeMonths, splitLines } from '#shared/features/goal/goal-distribute.rules.ts';
import { brokenLock, editNode, type GoalMode } from '#shared/features/goal/goal-edit.rules.ts';
import { handOn } from '#shared/features/goal/goal-hand-on.rules.ts';
import { spanOf } from '#shared/features/goal/goal-period.rules.ts';
import { splitExactly } from '#shared/features/goal/goal-split.rules.ts';
import {
  changedSheet,
  isUnder,
  monthsOfYear,
  totalAt,
  totalsOf,
  type CellChange,
  type GoalNode,
  type GoalSheet,
} from '#shared/features/goal/goal-tree.rules.ts';

const sum = (numbers: readonly (number | null)[]): number =>
  numbers.reduce<number>((all, one) => all + (one ?? 0), 0);
const year = { from: 0, to: 12 };
const setting = { monthWeights: Array.from({ length: 12 }, () => 1), closed: new Set<number>() };
const totalOf = (sheet: GoalSheet, node: GoalNode): number | null =>
  totalAt(totalsOf(sheet), sheet.kind, node);

describe('splitExactly', () => {
  it.each([
    [10, [1, 1, 1], [4, 3, 3]],
    [100, [1, 2, 3], [17, 33, 50]],
    [0, [1, 2], [0, 0]],
    [5, [0, 1, 0], [0, 5, 0]],
    [7, [3, 0, 3, 1], [3, 0, 3, 1]],
  ])('%i by %j', (total, weights, parts) => {
    expect(splitExactly(total, weights).parts).toEqual(parts);
  });

  it('adds up exactly, also beyond 2⁵³ of products, and no part is a whole unit off', () => {
    fc.assert(
      fc.property(
        fc.nat(2_000_000_000_000),
        fc.array(fc.nat(900_000_000_000), { minLength: 1, maxLength: 40 }).filter((w) => sum(w) > 0),
        (total, weights) => {
          const { parts, raised } = splitExactly(total, weights);
          expect(sum(parts)).toBe(total);
          const all = BigInt(sum(weights));
          for (const [at, part] of parts.entries()) {
            const floor = Number((BigInt(total) * BigInt(weights[at] ?? 0)) / all);
            expect(part - floor).toBe(raised.includes(at) ? 1 : 0);
          }
        },
      ),
    );
  });

  it.each([
    [-1, [1]],
    [1.5, [1]],
    [1, [0]],
    [1, [-1, 2]],
    [1, [Number.NaN]],
  ])('refuses %d by %j', (total, weights) => {
    expect(() => splitExactly(total, weights)).toThrow(RangeError);
  });
});

describe('splitLines', () => {
  it('carries the rounding: of three equal people nobody always gets the odd one', () => {
    const parts = splitLines(Array.from({ length: 12 }, () => ({ total: 10, weights: [1, 1, 1] })));
    const columns = [0, 1, 2].map((column) =>
      sum(parts.filter((part) => part.column === column).map(({ value }) => value)),
    );
    expect(columns).toEqual([40, 40, 40]);
  });

  it('every line adds up, every part is less than one unit off', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            total: fc.nat(1_000_000),
            weights: fc.array(fc.nat(1000), { minLength: 5, maxLength: 5 }),
          }),
          { maxLength: 12 },
        ),
        (lines) => {
          const parts = splitLines(lines);
          for (const [line, { total, weights }] of lines.entries()) {
            const mine = parts.filter((part) => part.line === line);
            expect(sum(mine.map(({ value }) => value))).toBe(sum(weights) === 0 ? 0 : total);
            for (const part of mine) expect(Math.abs(part.value - part.share)).toBeLessThan(1);
          }
        },
      ),
    );
  });
});

/** Store, two departments, three and two people; people have 1 a month each. */
const small = (): GoalSheet => {
  const parents = [-1, 0, 1, 1, 1, 0, 5, 5];
  const own = parents.flatMap((_, row) =>
    Array.from({ length: monthsOfYear }, () => ([2, 3, 4, 6, 7].includes(row) ? 1 : null)),
  );
  return { kind: 'sum', parents, own, locks: [] };
};
const done = (result: ReturnType<typeof editNode>): readonly CellChange[] => {
  if (result.refusal) throw new Error(result.refusal.reason);
  return result.changes;
};

describe('editNode', () => {
  it('the year set at the top runs down to every person and month', () => {
    const sheet = small();
    const after = changedSheet(
      sheet,
      done(editNode(sheet, { node: { row: 0, span: year }, value: 600, mode: 'topDown' }, setting)),
    );
    expect(totalOf(after, { row: 0, span: year })).toBe(600);
    expect(totalOf(after, { row: 2, span: { from: 0, to: 1 } })).toBe(10);
  });

  it('a first goal is held by the row itself, over the months by their weights', () => {
    const empty = { ...small(), own: small().own.map(() => null) };
    const monthWeights = [22, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23];
    const result = editNode(
      empty,
      { node: { row: 0, span: year }, value: 249, mode: 'topDown' },
      { ...setting, monthWeights },
    );
    expect(done(result).map(({ after }) => after)).toEqual(monthWeights);
  });

  it('top-down keeps the month of the row above, bottom-up moves it, by hand what was not passed on pays', () => {
    const node = { row: 2, span: { from: 2, to: 3 } };
    const above = { row: 1, span: { from: 2, to: 3 } };
    const sheet = small();
    const set = (mode: GoalMode, from = sheet, value = 2): GoalSheet =>
      changedSheet(from, done(editNode(from, { node, value, mode }, setting)));
    expect(totalOf(set('topDown'), above)).toBe(3);
    expect(totalOf(set('bottomUp'), above)).toBe(4);
    expect(editNode(sheet, { node, value: 2, mode: 'hand' }, setting).refusal).toEqual({
      reason: 'goal-over-above',
      at: above,
      limit: 1,
    });
    const held = set('hand', sheet, 0);
    expect([totalOf(held, above), held.own[1 * monthsOfYear + 2]]).toEqual([3, 1]);
    expect(totalOf(set('hand', held, 1), above)).toBe(3);
  });

  it('a locked node stays, a locked total around is kept by the others in it', () => {
    const locked: GoalSheet = { ...small(), locks: [{ row: 2, span: { from: 0, to: 3 } }] };
    const up = changedSheet(
      locked,
      done(editNode(locked, { node: { row: 1, span: year }, value: 100, mode: 'bottomUp' }, setting)),
    );
    expect([totalOf(up, { row: 2, span: { from: 0, to: 3 } }), totalOf(up, { row: 1, span: year })]).toEqual([
      3, 100,
    ]);
    const whole: GoalSheet = { ...small(), locks: [{ row: 0, span: year }] };
    const within = changedSheet(
      whole,
      done(
        editNode(whole, { node: { row: 2, span: { from: 0, to: 1 } }, value: 5, mode: 'bottomUp' }, setting),
      ),
    );
    expect(totalOf(within, { row: 0, span: year })).toBe(60);
  });

  it('says where and how much is possible when locks leave no solution', () => {
    const at = { row: 2, span: year };
    const locked: GoalSheet = { ...small(), locks: [at] };
    const edit = (sheet: GoalSheet, node: GoalNode, value: number, mode: GoalMode = 'bottomUp') =>
      editNode(sheet, { node, value, mode }, setting).refusal;
    expect(edit(locked, at, 13)).toEqual({ reason: 'goal-locked', at, limit: null });
    expect(edit(locked, { row: 1, span: year }, 11)).toEqual({
      reason: 'goal-below-locked',
      at: { row: 1, span: year },
      limit: 12,
    });
    expect(edit(locked, { row: 2, span: { from: 0, to: 1 } }, 13)).toEqual({
      reason: 'goal-lock-short',
      at,
      limit: 12,
    });
    const both: GoalSheet = {
      ...small(),
      locks: [
        { row: 2, span: year },
        { row: 0, span: { from: 0, to: 1 } },
      ],
    };
    expect(edit(both, { row: 2, span: { from: 0, to: 1 } }, 2)).toMatchObject({ reason: 'goal-lock-full' });
    expect(
      edit(
        { ...small(), locks: [{ row: 0, span: year }] },
        { row: 1, span: { from: 0, to: 1 } },
        0,
        'topDown',
      ),
    ).toBeUndefined();
  });

  it('gives nothing to a person who is gone', () => {
    const closed = new Set([2 * monthsOfYear + 5]);
    const node = { row: 2, span: { from: 5, to: 6 } };
    expect(
      editNode(small(), { node, value: 4, mode: 'bottomUp' }, { ...setting, closed }).refusal,
    ).toMatchObject({ reason: 'goal-closed' });
    const sheet = small();
    const after = changedSheet(
      sheet,
      done(
        editNode(
          sheet,
          { node: { row: 1, span: { from: 5, to: 6 } }, value: 6, mode: 'bottomUp' },
          { ...setting, closed },
        ),
      ),
    );
    expect([2, 3, 4].map((row) => after.own[row * monthsOfYear + 5])).toEqual([0, 3, 3]);
  });

  it('rates are not summed: set, they go down or stay alone', () => {
    const rate: GoalSheet = { ...small(), kind: 'rate', own: small().own.map(() => null) };
    const node = { row: 0, span: year };
    const all = changedSheet(rate, done(editNode(rate, { node, value: 8000, mode: 'topDown' }, setting)));
    expect([totalOf(all, node), totalOf(all, { row: 7, span: year })]).toEqual([8000, 8000]);
    const one = changedSheet(rate, done(editNode(rate, { node, value: 8000, mode: 'hand' }, setting)));
    expect([totalOf(one, node), totalOf(one, { row: 7, span: year })]).toEqual([8000, null]);
  });
});

describe('states', () => {
  it('a quarter or year is that of its last month, each row has its own, and setting moves nothing else', () => {
    const state: GoalSheet = { ...small(), kind: 'state', own: small().own.map(() => null) };
    const at = (row: number, from: number, to: number): GoalNode => ({ row, span: { from, to } });
    const set = (sheet: GoalSheet, node: GoalNode, value: number, mode: GoalMode = 'topDown'): GoalSheet =>
      changedSheet(sheet, done(editNode(sheet, { node, value, mode }, setting)));
    const one = set(state, at(0, 0, 12), 80);
    expect([totalOf(one, at(0, 0, 12)), totalOf(one, at(0, 11, 12)), totalOf(one, at(0, 0, 1))]).toEqual([
      80,
      80,
      null,
    ]);
    expect(totalOf(one, at(1, 0, 12))).toBeNull();
    const two = set(set(one, at(1, 0, 3), 30), at(1, 1, 2), 44);
    expect([totalOf(two, at(1, 0, 3)), totalOf(two, at(1, 1, 2)), totalOf(two, at(0, 0, 3))]).toEqual([
      30,
      44,
      null,
    ]);
    const locked: GoalSheet = { ...two, locks: [at(1, 0, 3)] };
    expect(editNode(locked, { node: at(1, 0, 3), value: 31, mode: 'hand' }, setting).refusal).toMatchObject({
      reason: 'goal-locked',
    });
    expect(editNode(locked, { node: at(1, 1, 2), value: 9, mode: 'hand' }, setting).refusal).toMatchObject({
      reason: 'goal-locked',
    });
  });
});

/** Random trees with amounts and locks, and what is done to them. */
const trees = fc
  .record({
    picks: fc.array(fc.nat(1000), { minLength: 1, maxLength: 9 }),
    amounts: fc.array(fc.option(fc.nat(60), { nil: null }), { minLength: 120, maxLength: 120 }),
    locks: fc.array(
      fc.tuple(fc.nat(9), fc.constantFrom('2026', '2026-Q1', '2026-Q3', '2026-02', '2026-08')),
      {
        maxLength: 3,
      },
    ),
  })
  .map(({ picks, amounts, locks }): GoalSheet => {
    const parents = [-1, ...picks.map((pick, at) => pick % (at + 1))];
    return {
      kind: 'sum',
      parents,
      own: amounts.slice(0, parents.length * monthsOfYear),
      locks: locks.map(([row, period]) => ({
        row: row % parents.length,
        span: spanOf(period, 2026) ?? year,
      })),
    };
  });
const steps = fc.array(
  fc.record({
    row: fc.nat(9),
    period: fc.constantFrom('2026', '2026-Q1', '2026-Q2', '2026-02', '2026-03', '2026-11'),
    value: fc.option(fc.nat(900), { nil: null }),
    mode: fc.constantFrom('topDown' as const, 'bottomUp' as const, 'hand' as const),
    kind: fc.constantFrom('edit', 'edit', 'months', 'rows', 'deep'),
    weights: fc.array(fc.nat(9), { minLength: 12, maxLength: 12 }),
  }),
  { minLength: 1, maxLength: 6 },
);

describe('handing goals on', () => {
  it('keeps every sum, carries the rounding, leaves what was before, and says where nobody is employed', () => {
    fc.assert(
      fc.property(
        trees,
        fc.nat(9),
        fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }),
        fc.nat(11),
        (sheet, pick, to, from) => {
          const free = { ...sheet, locks: [] };
          const row = pick % sheet.parents.length;
          const targets = [...new Set(to.map((one) => one % sheet.parents.length))].filter(
            (one) => !isUnder(sheet.parents, one, row),
          );
          if (targets.length === 0) return;
          const result = handOn(free, { row, from, targets }, new Set());
          if (result.refusal) throw new Error(result.refusal.reason);
          const after = changedSheet(free, result.changes);
          for (let month = 0; month < monthsOfYear; month += 1) {
            const one = { from: month, to: month + 1 };
            expect(totalOf(after, { row: 0, span: one }) ?? 0).toBe(
              totalOf(free, { row: 0, span: one }) ?? 0,
            );
            expect(totalOf(after, { row, span: one }) ?? 0).toBe(
              month < from ? (totalOf(free, { row, span: one }) ?? 0) : 0,
            );
          }
        },
      ),
      { numRuns: 100 },
    );
    const even = handOn(small(), { row: 2, from: 6, targets: [3, 4] }, new Set());
    if (even.refusal) throw new Error(even.refusal.reason);
    const after = changedSheet(small(), even.changes);
    // One unit a month for two people: in turns.
    expect([3, 4].map((row) => totalOf(after, { row, span: year }))).toEqual([15, 15]);
    const closed = new Set([3, 4].map((row) => row * monthsOfYear + 8));
    expect(handOn(small(), { row: 2, from: 6, targets: [3, 4] }, closed).refusal).toMatchObject({
      reason: 'goal-closed',
      at: { span: { from: 8, to: 9 } },
    });
    const locked = { ...small(), locks: [{ row: 3, span: year }] };
    expect(handOn(locked, { row: 2, from: 6, targets: [3, 4] }, new Set()).refusal).toMatchObject({
      reason: 'goal-locked',
    });
  });
});

describe('random trees, locks, moves and undo', () => {
  it('sums stay exact, locked totals stay, the node has what was asked, undo gives back the same', () => {
    let applied = 0;
    fc.assert(
      fc.property(trees, steps, (start, moves) => {
        let sheet = start;
        const undo: GoalSheet[] = [];
        const done_: (readonly CellChange[])[] = [];
        for (const move of moves) {
          const node = {
            row: move.row % sheet.parents.length,
            span: spanOf(move.period, 2026) ?? year,
          };
          const result =
            move.kind === 'edit'
              ? editNode(sheet, { node, value: move.value, mode: move.mode }, setting)
              : move.kind === 'months'
                ? distributeMonths(sheet, node, move.weights, setting)
                : distributeRows(sheet, node, (row, month) => move.weights[(row + month) % 12] ?? 0, {
                    deep: move.kind === 'deep',
                    closed: setting.closed,
                  });
          if (result.refusal) continue;
          applied += 1;
          const after = changedSheet(sheet, result.changes);
          for (const value of after.own)
            expect(value === null || (Number.isSafeInteger(value) && value >= 0)).toBe(true);
          for (const lock of sheet.locks) expect(totalOf(after, lock) ?? 0).toBe(totalOf(sheet, lock) ?? 0);
          if (move.kind === 'edit') {
            if (move.value !== null) expect(totalOf(after, node) ?? 0).toBe(move.value);
            const above = sheet.parents[node.row] ?? -1;
            if (move.mode !== 'bottomUp' && above >= 0)
              expect(totalOf(after, { row: above, span: year }) ?? 0).toBe(
                totalOf(sheet, { row: above, span: year }) ?? 0,
              );
          } else expect(totalOf(after, node) ?? 0).toBe(totalOf(sheet, node) ?? 0);
          // Every total is its own amount and the totals below.
          const totals = totalsOf(after);
          for (const [row] of after.parents.entries())
            for (let month = 0; month < monthsOfYear; month += 1) {
              const below = after.parents.flatMap((parent, child) =>
                parent === row ? [totals[child * monthsOfYear + month] ?? 0] : [],
              );
              expect(totals[row * monthsOfYear + month] ?? 0).toBe(
                sum([...below, after.own[row * monthsOfYear + month] ?? 0]),
              );
            }
          undo.push(sheet);
          done_.push(result.changes);
          sheet = after;
        }
        for (const changes of done_.toReversed()) {
          const back = changes.map(({ cell, before, after }) => ({ cell, before: after, after: before }));
          sheet = changedSheet(sheet, back);
          expect(sheet.own).toEqual(undo.pop()?.own);
        }
      }),
      { numRuns: 400 },
    );
    // Most moves have a solution: the property is not about refusals.
    expect(applied).toBeGreaterThan(400);
  });

  it('distributing past a lock leaves it alone, however deep it lies', () => {
    const locked: GoalSheet = { ...small(), locks: [{ row: 3, span: { from: 0, to: 3 } }] };
    const result = distributeRows(locked, { row: 0, span: year }, (row) => row, {
      deep: true,
      closed: setting.closed,
    });
    if (result.refusal) throw new Error(result.refusal.reason);
    const after = changedSheet(locked, result.changes);
    expect([
      totalOf(after, { row: 3, span: { from: 0, to: 3 } }),
      totalOf(after, { row: 0, span: year }),
    ]).toEqual([3, 60]);
    expect(totalOf(after, { row: 7, span: year })).toBeGreaterThan(
      totalOf(after, { row: 6, span: year }) ?? 0,
    );
  });

  it('a row that moves below another takes its amounts along: the whole stays the same', () => {
    fc.assert(
      fc.property(trees, fc.nat(9), (sheet, pick) => {
        const last = sheet.parents.length - 1;
        const parents = sheet.parents.with(last, last === 0 ? -1 : pick % last);
        const moved = { ...sheet, parents };
        expect(totalOf(moved, { row: 0, span: year })).toBe(totalOf(sheet, { row: 0, span: year }));
      }),
    );
  });

  it('brokenLock tells the lock whose total would move', () => {
    const at = { row: 1, span: { from: 0, to: 3 } };
    const sheet: GoalSheet = { ...small(), locks: [at] };
    expect(brokenLock(sheet, [{ cell: 2 * monthsOfYear, before: 1, after: 2 }])?.at).toEqual(at);
    expect(
      brokenLock(sheet, [
        { cell: 2 * monthsOfYear, before: 1, after: 2 },
        { cell: 3 * monthsOfYear, before: 1, after: 0 },
      ]),
    ).toBeUndefined();
  });
});
