import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSound, openSqlite } from '#electron/kernel/sqlite.ts';
import { tempFolder } from '#tests/support/core.ts';

/** Rows of one transaction: it is whole when all of them are there. */
const rowsEach = 30;
const transactions = 14;
const walHeader = 32;
const frameHeader = 24;

/** A database whose transactions all lie in the write-ahead log, as a power loss would leave it. */
function leftByPowerLoss(folder: string): { database: Buffer; wal: Buffer } {
  const path = join(folder, 'a.db');
  const sqlite = openSqlite(path, 'write');
  sqlite.pragma('wal_autocheckpoint = 0');
  sqlite.exec('create table a (id integer primary key, round integer, text text) strict');
  sqlite.exec(
    'create table b (id integer primary key, round integer) strict; create index b_round on b (round)',
  );
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
  const a = sqlite.prepare('insert into a (round, text) values (?, ?)');
  const b = sqlite.prepare('insert into b (round) values (?)');
  for (let round = 1; round <= transactions; round += 1) {
    sqlite.transaction(() => {
      for (let row = 0; row < rowsEach; row += 1) {
        a.run(round, `${round}-${row}`.repeat(40));
        b.run(round);
      }
      sqlite.prepare('update a set text = ? where id % 7 = ?').run(`again ${round}`, round % 7);
    })();
  }
  const copy = join(folder, 'copy.db');
  copyFileSync(path, copy);
  copyFileSync(`${path}-wal`, `${copy}-wal`);
  sqlite.close();
  return { database: readFileSync(copy), wal: readFileSync(`${copy}-wal`) };
}

/** Opens the damaged pair; which rounds are there, and each whole. */
function roundsAfter(database: Buffer, wal: Buffer, path: string): number {
  writeFileSync(path, database);
  writeFileSync(`${path}-wal`, wal);
  const sqlite = openSqlite(path, 'write');
  try {
    expect(isSound(sqlite)).toBe(true);
    const count = (table: string): unknown[] =>
      sqlite.prepare(`select round, count(*) from ${table} group by round order by round`).raw().all();
    const found = count('a');
    const whole = found.map((_, index) => [index + 1, rowsEach]);
    expect(found).toEqual(whole);
    expect(count('b')).toEqual(whole);
    return found.length;
  } finally {
    sqlite.close();
  }
}

describe('a write-ahead log that a power loss cut, tore or garbled', () => {
  const made = mkdtempSync(join(tmpdir(), 'desk-'));
  const { database, wal } = leftByPowerLoss(made);
  rmSync(made, { recursive: true });
  const page = wal.readUInt32BE(8);
  const frame = frameHeader + page;
  const frames = (wal.length - walHeader) / frame;
  /** Transactions committed by the first n frames. */
  const committedBy = (n: number): number => {
    let commits = 0;
    for (let index = 0; index < n; index += 1)
      if (wal.readUInt32BE(walHeader + index * frame + 4) !== 0) commits += 1;
    return commits;
  };
  const at = (n: number): number => walHeader + n * frame;

  it('has frames to try', () => {
    expect(Number.isInteger(frames)).toBe(true);
    expect(frames).toBeGreaterThan(40);
    expect(committedBy(frames)).toBe(transactions);
  });

  it.each([
    ['cut at', (n: number) => wal.subarray(0, at(n))],
    ['torn after half a header behind', (n: number) => wal.subarray(0, at(n) + 11)],
    ['torn in the middle of the page behind', (n: number) => wal.subarray(0, at(n) + frameHeader + page / 2)],
    [
      'with one bit turned behind',
      (n: number) => {
        const bad = Buffer.from(wal);
        const where = at(n) + frameHeader + 100;
        if (n < frames) bad[where] = (bad[where] ?? 0) ^ 1;
        return bad;
      },
    ],
    [
      'with zeros behind',
      (n: number) => Buffer.concat([wal.subarray(0, at(n)), Buffer.alloc(wal.length - at(n))]),
    ],
    [
      'with the page of another frame behind',
      (n: number) => {
        const bad = Buffer.from(wal);
        if (n > 0 && n < frames) wal.copy(bad, at(n) + frameHeader, at(n - 1) + frameHeader, at(n));
        return bad;
      },
    ],
  ] satisfies [string, (n: number) => Buffer][])(
    '%s every frame boundary leaves a prefix of whole transactions',
    (name, harm) => {
      const folder = tempFolder();
      for (let n = 0; n <= frames; n += 1) {
        const harmed = harm(n);
        const expected = harmed.equals(wal) ? transactions : committedBy(n);
        expect(roundsAfter(database, harmed, join(folder, `${n}.db`)), `${name} ${n}`).toBe(expected);
      }
    },
  );
});
