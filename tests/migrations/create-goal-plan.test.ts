import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrate } from '#electron/kernel/migrate.ts';
import { openSqlite } from '#electron/kernel/sqlite.ts';
import { tempFolder } from '#tests/support/core.ts';
import { firstMigrations, migrationNames } from '#tests/support/old-store.ts';

const index = migrationNames.indexOf('0016_create_goal_plan');
const at = '2026-11-01T00:00:00.000Z';

describe('0016_create_goal_plan', () => {
  it('carries goals of years and months over into the tree of their year; weeks stay records', async () => {
    const path = join(tempFolder(), 'a.db');
    await migrate(path, firstMigrations(index));
    const sqlite = openSqlite(path, 'write');
    const run = (statement: string, ...values: unknown[]): void =>
      void sqlite.prepare(statement).run(...values);
    for (const [id, parent] of [
      [1, null],
      [2, 1],
    ])
      run(
        'insert into department values (?, 1, ?, ?, null, ?, null, ?, null, null)',
        id,
        at,
        at,
        `部${id}`,
        parent,
      );
    run(
      'insert into person (id, created_at, updated_at, name, department_id) values (7, ?, ?, ?, 2)',
      at,
      at,
      '甲',
    );
    const goal = (
      kind: string,
      period: string,
      level: string,
      department: number | null,
      person: number | null,
      value: number,
      removed: string | null = null,
    ): void =>
      run(
        `insert into goal (created_at, updated_at, removed_at, indicator, period_kind, period, level, department_id, person_id, value)
          values (?, ?, ?, 'orders', ?, ?, ?, ?, ?, ?)`,
        at,
        at,
        removed,
        kind,
        period,
        level,
        department,
        person,
        value,
      );
    goal('month', '2026-03', 'store', null, null, 99); // an older one for the same thing
    goal('month', '2026-03', 'store', null, null, 20);
    goal('month', '2026-03', 'department', 1, null, 12);
    goal('month', '2026-03', 'person', null, 7, 5);
    goal('month', '2026-04', 'person', 2, 7, 9); // no goal above
    goal('month', '2026-04', 'store', null, null, 4); // less than the people below
    goal('month', '2026-05', 'store', null, null, 50, at); // in the bin
    goal('year', '2025', 'store', null, null, 26);
    goal('week', '2026-W12', 'store', null, null, 3);
    sqlite.close();
    await migrate(path, firstMigrations(index + 1));

    const after = openSqlite(path, 'read');
    const read = (statement: string): unknown[] => after.prepare(statement).raw().all();
    expect(read('select year, edition, state from goal_plan order by year')).toEqual([
      [2025, 1, 'inForce'],
      [2026, 1, 'inForce'],
    ]);
    expect(
      read(`select row_key, period, given, department_id, person_id from goal_cell join goal_plan on goal_plan.id = plan_id
        where year = 2026 order by period, row_key`),
    ).toEqual([
      ['d1', '2026-03', 7, 1, null],
      ['d2.p7', '2026-03', 5, 2, 7],
      ['store', '2026-03', 8, null, null],
      ['d2.p7', '2026-04', 9, 2, 7],
    ]);
    expect(
      read(
        `select given from goal_cell join goal_plan on goal_plan.id = plan_id where year = 2025 order by period`,
      ),
    ).toEqual([3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2].map((value) => [value]));
    expect(read('select count(*) from goal')).toEqual([[9]]);
    after.close();
  });
});
