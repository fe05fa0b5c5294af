import { mkdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { migrate } from '#electron/kernel/migrate.ts';
import { openSqlite, type Sqlite } from '#electron/kernel/sqlite.ts';
import { storeFiles } from '#electron/kernel/store-file.ts';
import { ownerActor } from '#tests/support/actor.ts';
import { openTestCore, tempFolder } from '#tests/support/core.ts';
import { firstMigrations, migrationNames } from '#tests/support/old-store.ts';

const before = firstMigrations(migrationNames.indexOf('0006_create_post'));
const after = firstMigrations(migrationNames.indexOf('0006_create_post') + 1);
const at = '2026-11-01T00:00:00.000Z';

const view = {
  columns: [
    { field: 'name', width: 120 },
    { field: 'post', width: 90 },
  ],
  pageSize: 50,
  views: [
    {
      name: '顾问',
      search: '',
      sort: [{ field: 'post', descending: true }],
      filters: [
        { field: 'post', operator: 'contains', value: '销售' },
        { field: 'leftOn', operator: 'empty' },
      ],
      columns: null,
    },
  ],
  defaultView: null,
};

/** A store of the schema before, whose people have texts as their posts. */
function fill(sqlite: Sqlite): void {
  const run = (statement: string, ...values: unknown[]): void =>
    void sqlite.prepare(statement).run(...values);
  for (const [id, name] of [
    [1, '销售部'],
    [2, '售后部'],
  ])
    run('insert into department (id, created_at, updated_at, name) values (?, ?, ?, ?)', id, at, at, name);
  const people: readonly (readonly [string, number | null, string | null, string | null])[] = [
    ['甲', 1, '销售顾问', null],
    ['乙', 1, '销售顾问', null],
    ['丙', 2, '主管', null],
    ['丁', 1, '主管', null],
    ['戊', null, '主管', null],
    ['己', 2, null, null],
    ['庚', 2, '钣金 / 喷漆（外协）', '2026-10-01T00:00:00.000Z'], // in the bin
  ];
  for (const [name, departmentId, post, removedAt] of people)
    run(
      'insert into person (created_at, updated_at, removed_at, name, department_id, post) values (?, ?, ?, ?, ?, ?)',
      at,
      at,
      removedAt,
      name,
      departmentId,
      post,
    );
  run(
    `insert into import (id, kind, file_name, file_hash, person_name, at, state, counts)
     values (1, 'person', 'a.csv', '', '甲', ?, 'done', '{}')`,
    at,
  );
  const change = 'insert into import_change values (1, ?, ?, 2, ?, ?)';
  run(
    change,
    'person',
    1,
    JSON.stringify({ name: '甲', departmentId: 2, post: '前台', note: null }),
    JSON.stringify({ name: '甲', departmentId: 1, post: '销售顾问', note: null }),
  );
  run(change, 'person', 6, null, JSON.stringify({ name: '己', post: null }));
  run(change, 'contact', 1, null, JSON.stringify({ name: '会计', post: '出纳' }));
  run(
    `insert into import_shape (shape, kind, mapping, at) values ('s', 'person', ?, ?)`,
    JSON.stringify({ 姓名: 'person.name', 岗位: 'person.post' }),
    at,
  );
  run('insert into person_setting values (1, ?, ?)', 'views.person', JSON.stringify(view));
}

const all = (sqlite: Sqlite, statement: string): unknown[] => sqlite.prepare(statement).all();

describe('0006_create_post', () => {
  it('carries every text of a post over, with what speaks of it elsewhere', async () => {
    const { path } = storeFiles(tempFolder(), 'desk');
    await migrate(path, before);
    const old = openSqlite(path, 'write');
    fill(old);
    const texts = all(old, 'select id, post from person order by id');
    const departments = all(old, 'select id, department_id from person order by id');
    old.close();
    await migrate(path, after);

    const sqlite = openSqlite(path, 'read');
    expect(
      all(
        sqlite,
        'select p.id, post.name as post from person p left join post on post.id = p.post_id order by p.id',
      ),
    ).toEqual(texts);
    expect(all(sqlite, 'select id, department_id from person order by id')).toEqual(departments);
    expect(
      all(
        sqlite,
        'select name, department_id, planned_headcount, removed_at, version, created_at from post order by id',
      ),
    ).toEqual(
      (
        [
          ['销售顾问', 1],
          ['主管', 2],
          ['主管', 1],
          ['主管', null],
          ['钣金 / 喷漆（外协）', 2],
          ['前台', 2],
        ] as const
      ).map(([name, department_id]) => ({
        name,
        department_id,
        planned_headcount: null,
        removed_at: null,
        version: 1,
        created_at: at,
      })),
    );
    // A person's post is of the same department.
    expect(
      all(
        sqlite,
        'select 1 from person join post on post.id = person.post_id where post.department_id is not person.department_id',
      ),
    ).toEqual([]);

    const changes = all(sqlite, 'select feature, record_id, before, after from import_change') as {
      before: string | null;
      after: string;
    }[];
    expect(changes.map((change) => [JSON.parse(change.before ?? 'null'), JSON.parse(change.after)])).toEqual([
      [null, { name: '会计', post: '出纳' }],
      [
        { name: '甲', departmentId: 2, postId: 6, note: null },
        { name: '甲', departmentId: 1, postId: 1, note: null },
      ],
      [null, { name: '己', postId: null }],
    ]);
    expect(all(sqlite, 'select mapping from import_shape')).toEqual([
      { mapping: JSON.stringify({ 姓名: 'person.name', 岗位: 'post.name' }) },
    ]);
    const kept = sqlite.prepare('select value from person_setting').pluck().get() as string;
    expect(JSON.parse(kept)).toEqual({
      ...view,
      columns: [
        { field: 'name', width: 120 },
        { field: 'postId', width: 90 },
      ],
      views: [
        {
          ...view.views[0],
          sort: [{ field: 'postId', descending: true }],
          filters: [
            { field: 'postId', operator: 'oneOf', value: [1] },
            { field: 'leftOn', operator: 'empty' },
          ],
        },
      ],
    });
    sqlite.close();
  });

  it('is found by its words as soon as the store is open', async () => {
    const dataFolder = tempFolder();
    mkdirSync(dataFolder, { recursive: true });
    const { path } = storeFiles(dataFolder, 'desk');
    await migrate(path, before);
    const old = openSqlite(path, 'write');
    fill(old);
    old.close();
    const core = await openTestCore({ dataFolder });
    const found = (text: string) => core.call('search.find', { text, limit: 10 }, { actor: ownerActor });
    expect(await found('xsgw')).toEqual([{ feature: 'post', id: 1, title: '销售顾问', detail: '' }]);
    expect(await core.call('post.choose', { search: 'zhuguan' }, { actor: ownerActor })).toEqual([
      { id: 4, label: '主管', detail: '' },
      { id: 3, label: '主管', detail: '销售部' },
      { id: 2, label: '主管', detail: '售后部' },
    ]);
  });
});
