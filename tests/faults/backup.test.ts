import { appendFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { checkBackup } from '#electron/kernel/backup-check.ts';
import { openSqlite } from '#electron/kernel/sqlite.ts';
import { onFaultPoint } from '#electron/kernel/fault-point.ts';
import { openTestCore, tempFolder } from '#tests/support/core.ts';
import { failAt } from '#tests/support/faults.ts';
import { addPair, growDatabase } from '#tests/support/filled-store.ts';
import { contentHash } from '#tests/support/store-content.ts';

/** Pairs in a database; throws when one is torn. */
function pairsIn(path: string): number {
  const sqlite = openSqlite(path, 'read');
  try {
    const counts = sqlite.prepare('select count(*) from customer group by name').pluck().all();
    expect(counts.every((count) => count === 2)).toBe(true);
    return counts.length;
  } finally {
    sqlite.close();
  }
}

describe('a backup that was changed afterwards', () => {
  it('is found by its manifest at every turned bit, cut, added byte and rewritten number', async () => {
    const core = await openTestCore();
    await addPair(core, '甲');
    const { path } = await core.backups.run('manual', tempFolder());
    const whole = readFileSync(path);
    const manifestPath = path.replace(/db$/u, 'json');
    const manifest = readFileSync(manifestPath, 'utf8');
    const problem = async (): Promise<string | null> => (await checkBackup(path)).problem;
    expect(await problem()).toBeNull();
    for (let n = 0; n < 64; n += 1) {
      const bad = Buffer.from(whole);
      const at = Math.floor((n / 64) * whole.length) + n;
      bad[at] = (bad[at] ?? 0) ^ (1 << (n % 8));
      writeFileSync(path, bad);
      expect(await problem(), `bit of byte ${at}`).toBe('backup-changed');
    }
    writeFileSync(path, whole);
    truncateSync(path, whole.length - 4096);
    expect(await problem()).toBe('backup-changed');
    writeFileSync(path, whole);
    appendFileSync(path, 'x');
    expect(await problem()).toBe('backup-changed');
    writeFileSync(path, whole);
    writeFileSync(manifestPath, manifest.replace('"customer": 2', '"customer": 3'));
    expect(await problem()).toBe('backup-changed');
    writeFileSync(manifestPath, manifest.slice(0, 100));
    expect(await problem()).toBe('backup-no-manifest');
    writeFileSync(manifestPath, manifest);
    expect(await problem()).toBeNull();
  });
});

describe('a backup while writing goes on', () => {
  it('ends, is one moment of the store, and holds everything confirmed before it', async () => {
    const core = await openTestCore();
    growDatabase(core, 40);
    await addPair(core, '先');
    const load = { running: true };
    let pairs = 1;
    const loading = (async () => {
      while (load.running) {
        await addPair(core, `客户${pairs}`);
        pairs += 1;
        await nextTurn();
      }
    })();
    const before = pairs;
    const { path } = await core.backups.run('scheduled');
    const after = pairs;
    load.running = false;
    await loading;
    expect(after - before, 'commits while it ran').toBeGreaterThan(3);
    const held = pairsIn(path);
    expect(held).toBeGreaterThanOrEqual(before);
    expect(held).toBeLessThanOrEqual(after + 1);
    expect(await checkBackup(path)).toMatchObject({ problem: null });
  });

  it('ends though another connection commits without pause: the writers then wait for it', async () => {
    const core = await openTestCore();
    growDatabase(core, 40);
    const worker = openSqlite(core.database.path, 'write');
    const insert = worker.prepare('insert or replace into setting values (?, ?)');
    const load = { running: true };
    let commits = 0;
    const loading = (async () => {
      while (load.running) {
        await core.database.gate.run(async () => {
          insert.run('worker', String((commits += 1)));
        });
        await nextTurn();
      }
    })();
    const { path } = await core.backups.run('manual');
    load.running = false;
    await loading;
    worker.close();
    expect(commits).toBeGreaterThan(3);
    expect(await checkBackup(path)).toMatchObject({ problem: null });
  });

  it('begins between transactions, never inside one', async () => {
    const core = await openTestCore();
    await addPair(core, '甲');
    let made: Promise<{ path: string }> | undefined;
    await core.database.write(async (writer) => {
      await writer.insertInto('setting').values({ key: 'half', value: '1' }).execute();
      made = core.backups.run('manual');
      await new Promise((resolve) => setTimeout(resolve, 150));
      await writer.insertInto('setting').values({ key: 'whole', value: '1' }).execute();
    });
    const { path } = (await made) ?? { path: '' };
    expect(contentHash(path)).toBe(contentHash(core.database.path));
    expect(pairsIn(path)).toBe(1);
  });
});

it('a backup that fails at any fault point leaves no file, harms nothing, and the next one works', async () => {
  const core = await openTestCore();
  await addPair(core, '甲');
  await core.backups.run('manual');
  const folder = join(core.dataFolder, 'backups');
  const second = tempFolder();
  await core.database.write((writer) =>
    writer.insertInto('setting').values({ key: 'backupFolder', value: second }).execute(),
  );
  const struck: string[] = [];
  for (let n = 1; ; n += 1) {
    const before = readdirSync(folder);
    const fault = failAt(n);
    const made = await core.backups.run('manual').catch(() => undefined);
    onFaultPoint(undefined);
    if (fault.struck === undefined) {
      expect(made?.failure).toBeNull();
      break;
    }
    struck.push(fault.struck);
    if (made) expect(made.failure, fault.struck).toMatchObject({ place: 'second' });
    else expect(readdirSync(folder), fault.struck).toEqual(before);
    expect(readdirSync(second).filter((name) => name.endsWith('.part'))).toEqual([]);
    await addPair(core, `after ${fault.struck}`);
  }
  expect(struck).toEqual([
    'backup:afterCopy',
    'backup:afterReadBack',
    'backup:afterHash',
    'backup:afterRename',
    'backup:afterManifest',
    'backup:afterSecondCopy',
  ]);
  for (const { path } of await core.backups.list())
    expect(await checkBackup(path)).toMatchObject({ problem: null });
});
