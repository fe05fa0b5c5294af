import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { salvageStore } from '#electron/kernel/salvage.ts';
import { openSqlite } from '#electron/kernel/sqlite.ts';
import { allRecords } from '#electron/records.ts';
import { ownerActor } from '#tests/support/actor.ts';
import { openTestCore, ownerWindow, testClock } from '#tests/support/core.ts';
import { addPair } from '#tests/support/filled-store.ts';
import { contentHash } from '#tests/support/store-content.ts';

it('a damaged store without a backup is salvaged: what can be read lives on, is found, and the damaged file is kept', async () => {
  const core = await openTestCore();
  await ownerWindow(core, 'port');
  for (let n = 0; n < 150; n += 1) await addPair(core, `客户${n}`);
  const { writer } = core.database.raw;
  writer.pragma('wal_checkpoint(TRUNCATE)');
  // Pages of the customers' own rows, in the middle of the table.
  const pages = writer
    .prepare(`select pageno from dbstat where name = 'customer' and pagetype = 'leaf' order by path`)
    .pluck()
    .all() as number[];
  await core.close();
  const path = join(core.dataFolder, 'desk.db');
  const bytes = readFileSync(path);
  expect(pages.length).toBeGreaterThan(6);
  for (const page of pages.slice(2, 4)) bytes.fill(0xa5, (page - 1) * 4096, page * 4096);
  writeFileSync(path, bytes);
  const closed = { dataFolder: core.dataFolder, clock: testClock() };
  await expect(openTestCore({ dataFolder: core.dataFolder })).rejects.toMatchObject({
    data: { reason: 'damaged' },
  });

  const { asideFolder, tables } = await salvageStore(closed, allRecords);
  expect(readFileSync(join(asideFolder, 'desk.db')).equals(bytes)).toBe(true);
  expect(tables['person']).toEqual({ copied: 1, gaps: false });
  expect(tables['customer']?.gaps).toBe(true);
  const copied = tables['customer']?.copied ?? 0;
  expect(copied).toBeGreaterThan(300 * ((pages.length - 3) / pages.length) - 4);
  expect(copied).toBeLessThan(300);

  const again = await openTestCore({ dataFolder: core.dataFolder });
  const sqlite = openSqlite(again.database.path, 'read');
  expect(sqlite.prepare('select min(id), max(id), count(*) from customer').raw().get()).toEqual([
    1,
    300,
    copied,
  ]);
  sqlite.close();
  expect(await again.call('search.find', { text: '客户149' }, { actor: ownerActor })).toHaveLength(2);
  expect(await again.call('backup.verify', {}, { actor: ownerActor })).toMatchObject({ ok: true });
});

/** The search index without its own numbers, which salvage gives anew. */
function indexed(path: string): unknown[] {
  const sqlite = openSqlite(path, 'read');
  try {
    return sqlite
      .prepare('select feature, record_id, title, detail from search_entry order by feature, record_id')
      .all();
  } finally {
    sqlite.close();
  }
}

it('salvage of a whole store changes nothing in it', async () => {
  const core = await openTestCore();
  await ownerWindow(core, 'port');
  await addPair(core, '甲');
  const content = contentHash(core.database.path, 'search_');
  const found = indexed(core.database.path);
  await core.close();
  const { tables } = await salvageStore({ dataFolder: core.dataFolder, clock: testClock() }, allRecords);
  expect(Object.values(tables).every(({ gaps }) => !gaps)).toBe(true);
  const again = await openTestCore({ dataFolder: core.dataFolder });
  expect(contentHash(again.database.path, 'search_')).toBe(content);
  expect(indexed(again.database.path)).toEqual(found);
});
