import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { insertMany } from '#electron/kernel/record/many-rows.ts';
import { openSqlite, type Sqlite } from '#electron/kernel/sqlite.ts';
import { tempFolder } from '#tests/support/core.ts';

function store(): Sqlite {
  const sqlite = openSqlite(join(tempFolder(), 'rows.db'), 'write');
  onTestFinished(() => void sqlite.close());
  sqlite.exec(`create table line (id integer primary key, name text, amount integer) strict;
    create virtual table word using fts5 (tokens, content='', contentless_delete=1, detail=none)`);
  return sqlite;
}

it('every row is written once and in order, whatever their number and however often they are flushed', () => {
  for (const number of [0, 1, 99, 100, 101, 250]) {
    const sqlite = store();
    const lines = insertMany(sqlite, 'line (name, amount)', 2);
    const rows = Array.from({ length: number }, (_, at) => [`n${at}`, at % 7 === 0 ? null : at] as const);
    for (const [at, row] of rows.entries()) {
      lines.add(...row);
      if (at === 120) lines.flush();
    }
    lines.flush();
    lines.flush();
    expect(sqlite.prepare('select name, amount from line order by id').raw().all()).toEqual(rows);
  }
});

it('rows of the full-text search are found by their own number', () => {
  const sqlite = store();
  const words = insertMany(sqlite, 'word (rowid, tokens)', 2);
  for (let id = 1; id <= 230; id++) words.add(id, `w${id} ${id % 2 === 0 ? 'even' : 'odd'}`);
  words.flush();
  const found = sqlite.prepare('select rowid from word where word match ? order by rowid').pluck();
  expect(found.all('w1')).toEqual([1]);
  expect(found.all('w200')).toEqual([200]);
  expect(found.all('even')).toHaveLength(115);
});

it('a row that the table refuses is told', () => {
  const sqlite = store();
  const lines = insertMany(sqlite, 'line (id, name)', 2);
  for (let id = 1; id < 100; id++) lines.add(id, 'a');
  expect(() => lines.add(50, 'again')).toThrow(/UNIQUE/u);
  expect(sqlite.prepare('select count(*) from line').pluck().get()).toBe(0);
});
