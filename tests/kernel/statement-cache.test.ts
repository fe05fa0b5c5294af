import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { withKeptStatements } from '#electron/kernel/statement-cache.ts';

let sqlite: BetterSqlite.Database;
beforeEach(() => {
  sqlite = new BetterSqlite(':memory:');
  sqlite.exec(
    'create table thing (id integer primary key, name text); insert into thing (name) values (1), (2), (3)',
  );
});
afterEach(() => sqlite.close());

const names = 'select name from thing where id >= ? order by id';

it('prepares a text once and answers with what is there now, for each set of parameters', () => {
  const prepare = vi.spyOn(sqlite, 'prepare');
  const handle = withKeptStatements(sqlite);
  expect(handle.prepare(names).all([3])).toEqual([{ name: '3' }]);
  const insert = 'insert into thing (name) values (?)';
  expect(handle.prepare(insert).reader).toBe(false);
  expect(handle.prepare(insert).run(['4'])).toMatchObject({ changes: 1, lastInsertRowid: 4 });
  expect(handle.prepare(insert).run(['5'])).toMatchObject({ changes: 1, lastInsertRowid: 5 });
  expect(handle.prepare(names).all([4])).toEqual([{ name: '4' }, { name: '5' }]);
  expect(prepare.mock.calls).toEqual([[names], [insert]]);
});

it('lets the same text be asked while its rows are walked through', () => {
  const handle = withKeptStatements(sqlite);
  const seen: unknown[] = [];
  for (const row of handle.prepare(names).iterate([1])) seen.push([row, handle.prepare(names).all([3])]);
  expect(seen).toEqual(['1', '2', '3'].map((name) => [{ name }, [{ name: '3' }]]));
});

it('keeps two hundred texts and lets go of the one not asked for longest', () => {
  const prepare = vi.spyOn(sqlite, 'prepare');
  const handle = withKeptStatements(sqlite);
  const ask = (number: number): unknown => handle.prepare(`select ${number} as n`).all([]);
  for (let number = 0; number < 200; number++) expect(ask(number)).toEqual([{ n: number }]);
  ask(0);
  ask(200);
  expect(prepare).toHaveBeenCalledTimes(201);
  ask(0);
  ask(199);
  expect(prepare).toHaveBeenCalledTimes(201);
  ask(1);
  expect(prepare).toHaveBeenCalledTimes(202);
});
