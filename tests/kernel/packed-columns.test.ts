import BetterSqlite from 'better-sqlite3';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayFromNumber } from '#shared/kernel/day.ts';
import { packedSql, unpacked } from '#electron/kernel/packed-columns.ts';

const none = -1;
const read = (text: string, count: number): number[] => [...unpacked(Buffer.from(text), count, none)];
const firstDay = -719_162; // 0001-01-01
const lastDay = 2_932_896; // 9999-12-31

const cell = fc.option(fc.integer({ min: 0, max: 2_147_483_647 }));
const day = fc.option(fc.integer({ min: firstDay, max: lastDay }));

it.each([
  ['part of a number', '3500.5,7,2026-03-05', [3500, 7, 20_517]],
  ['a negative number', '-5,7,2026-03-05', [none, 7, 20_517]],
  ['a number of its own before a dash', '12-3,7,2026-03-05', [12, 7, 20_517]],
  ['nothing at both ends', ',7,', [none, 7, none]],
])('what is no value moves none after it: %s', (_, text, expected) => {
  expect(read(text, 3)).toEqual(expected);
});

it('columns that SQLite packs are read as they stand, in the order that is asked for', () => {
  const sqlite = new BetterSqlite(':memory:');
  sqlite.exec('create table part (id integer primary key, place integer, amount integer, on_day text)');
  const insert = sqlite.prepare('insert into part (place, amount, on_day) values (?, ?, ?)');
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, day), { maxLength: 30 }), (rows) => {
      sqlite.exec('delete from part');
      for (const [index, [amount, on]] of rows.entries())
        insert.run(rows.length - index, amount, on === null ? null : dayFromNumber(on));
      const columns = ['amount', 'on_day'];
      const packed = (order?: string): readonly number[][] => {
        const [count, ...texts] = sqlite
          .prepare<[], [number, ...(Uint8Array | null)[]]>(packedSql(columns, 'from part', order))
          .raw()
          .get() as [number, ...(Uint8Array | null)[]]; // an aggregate always answers one row
        return texts.map((text) => [...unpacked(text ?? new Uint8Array(), count, none)]);
      };
      const expected = columns.map((_, column) => rows.map((row) => row[column] ?? none));
      expect(packed()).toEqual(expected);
      expect(packed('place desc')).toEqual(expected);
      expect(packed('place')).toEqual(expected.map((values) => values.toReversed()));
    }),
    { numRuns: 300 },
  );
  sqlite.close();
});
