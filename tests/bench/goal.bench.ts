import { distributeRows } from '../../shared/features/goal/goal-distribute-rows.rules.ts';
import { editNode } from '../../shared/features/goal/goal-edit.rules.ts';
import { indicators } from '../../shared/features/goal/goal.fields.ts';
import { changedSheet, monthsOfYear, type GoalSheet } from '../../shared/features/goal/goal-tree.rules.ts';
import { median, percentile, times, type Bench } from './bench.ts';
import { benchStore } from './store.ts';

const people = 300;
const departments = 10;
const sheetsCount = 20;
const year = { from: 0, to: monthsOfYear };
const setting = {
  monthWeights: Array.from({ length: monthsOfYear }, (_, at) => 20 + (at % 4)),
  closed: new Set<number>(),
};

/** A store of ten departments with thirty people each, every month of everybody set. */
function wideSheet(seed: number): GoalSheet {
  const parents = [-1, ...Array.from({ length: departments }, () => 0)];
  for (let person = 0; person < people; person += 1) parents.push(1 + (person % departments));
  // A row stands after the one above it: departments first, then people.
  const own = parents.flatMap((_, row) =>
    Array.from({ length: monthsOfYear }, (_month, month) =>
      row > departments ? ((row * 31 + month * 17 + seed * 7) % 40) + 1 : null,
    ),
  );
  return { kind: 'sum', parents, own, locks: [{ row: departments + 5, span: { from: 0, to: 3 } }] };
}

/** Goals: redistributing 300 people × 12 months × 20 indicators, reading one grid, setting one cell. */
export const goalBench: Bench = {
  name: 'goal',
  async run(report) {
    const sheets = Array.from({ length: sheetsCount }, (_, seed) => wideSheet(seed));
    const whole = { row: 0, span: year };
    const spread = await times(15, (run) => {
      for (const sheet of sheets) {
        const result = editNode(sheet, { node: whole, value: 100_000 + run, mode: 'topDown' }, setting);
        if (result.refusal || changedSheet(sheet, result.changes).own.length < 3600)
          throw new Error('not spread');
      }
    });
    report({
      name: 'goal.redistribute.72k',
      value: median(spread.slice(3)),
      unit: 'ms',
      limit: 100,
      beside: 'stated limit',
      target: 1,
    });
    const passed = await times(12, (run) => {
      for (const sheet of sheets) {
        const result = distributeRows(sheet, whole, (row, month) => ((row * 13 + month + run) % 9) + 1, {
          deep: true,
          closed: setting.closed,
        });
        if (result.refusal) throw new Error(`not distributed: ${JSON.stringify(result.refusal)}`);
      }
    });
    report({
      name: 'goal.distribute.72k',
      value: median(passed.slice(2)),
      unit: 'ms',
      limit: 100,
      beside: 'stated limit',
      target: 1,
    });

    const store = await benchStore();
    const { writer } = store.core.database.raw;
    const at = '2026-01-01T00:00:00.000Z';
    for (let department = 1; department <= departments; department += 1)
      writer
        .prepare('insert into department (created_at, updated_at, name) values (?, ?, ?)')
        .run(at, at, `部${department}`);
    writer
      .prepare(
        `insert into goal_plan (year, edition, state, reason, created_at, created_by) values (2026, 1, 'draft', '测速', ?, '王总')`,
      )
      .run(at);
    const cell = writer.prepare(
      'insert into goal_cell (plan_id, indicator, row_key, period, department_id, person_id, given) values (1, ?, ?, ?, ?, ?, ?)',
    );
    writer.transaction(() => {
      for (let person = 0; person < people; person += 1) {
        const department = 1 + (person % departments);
        const { lastInsertRowid } = writer
          .prepare('insert into person (created_at, updated_at, name, department_id) values (?, ?, ?, ?)')
          .run(at, at, `人${person}`, department);
        for (const indicator of indicators)
          for (let month = 1; month <= monthsOfYear; month += 1)
            cell.run(
              indicator,
              `d${department}.p${lastInsertRowid}`,
              `2026-${String(month).padStart(2, '0')}`,
              department,
              lastInsertRowid,
              (person + month) % 30,
            );
      }
    })();
    const call = (name: string, input: unknown): Promise<unknown> =>
      store.core.call(name, input, { actor: store.actor });
    const grids = await times(30, () => call('goal.grid', { year: 2026, indicators: ['orders'] }));
    report({
      name: 'goal.grid.300x12.p95',
      value: percentile(grids.slice(5), 0.95),
      unit: 'ms',
      limit: 20,
      beside: 'stated limit',
      target: 1,
    });
    let seen = 0;
    const set = await times(45, (run) => {
      const before = seen;
      seen = run + 1;
      return call('goal.set', {
        planId: 1,
        mode: 'bottomUp',
        cells: [
          { indicator: 'orders', row: 'd1.p2', period: '2026-01', value: seen, seen: run === 0 ? 1 : before },
        ],
      });
    });
    report({
      name: 'goal.set.p95',
      value: percentile(set.slice(5), 0.95),
      unit: 'ms',
      limit: 50,
      beside: 'stated limit',
      target: 1,
    });
    await store.close();
  },
};
