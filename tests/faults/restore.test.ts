import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Core } from '#electron/core.ts';
import { checkBackup } from '#electron/kernel/backup-check.ts';
import { listClosedBackups, restoreClosedStore } from '#electron/kernel/backup-rescue.ts';
import { onFaultPoint } from '#electron/kernel/fault-point.ts';
import { isSound, openSqlite } from '#electron/kernel/sqlite.ts';
import { openTestCore, tempFolder, testClock } from '#tests/support/core.ts';
import { failAt, killedAtEveryPoint } from '#tests/support/faults.ts';
import { addPair, growDatabase } from '#tests/support/filled-store.ts';
import { contentHash } from '#tests/support/store-content.ts';

const by = { personId: 1, name: '王总' };
const withoutManifest = false;

const hashOf = (core: Core): string => contentHash(core.database.path);
const leftovers = (folder: string): string[] =>
  readdirSync(folder).filter((name) => /incoming|exchange|part$/u.test(name));

/** A store with content B, and a backup of its earlier content A. */
async function changedStore(): Promise<{ core: Core; backup: string; earlier: string; present: string }> {
  const core = await openTestCore();
  await addPair(core, '甲');
  const { path } = await core.backups.run('manual');
  const earlier = hashOf(core);
  await addPair(core, '乙');
  return { core, backup: path, earlier, present: hashOf(core) };
}

describe('a restore', () => {
  it('that fails at any fault point leaves the present data and a working store, until it goes through', async () => {
    const { core, backup, earlier, present } = await changedStore();
    const struck: string[] = [];
    for (let n = 1; ; n += 1) {
      const fault = failAt(n);
      const restored = await core.restore({ path: backup, withoutManifest, by }).catch(() => undefined);
      onFaultPoint(undefined);
      if (fault.struck === undefined) {
        expect(restored?.undoPath).not.toBe('');
        break;
      }
      struck.push(fault.struck);
      expect(restored, fault.struck).toBeUndefined();
      expect(hashOf(core), fault.struck).toBe(present);
      expect(leftovers(core.dataFolder), fault.struck).toEqual([]);
      expect(await core.call('session.state', {}, {}), fault.struck).toMatchObject({ sample: false });
      core.database.raw.writer.exec('update customer set version = 1');
    }
    expect(struck).toEqual(
      expect.arrayContaining([
        'restore:afterCopy',
        'restore:afterPrepared',
        'backup:afterCopy',
        'restore:afterMarker',
        'restore:afterMoved',
        'restore:afterAside',
        'restore:afterRename',
        'restore:afterReopen',
      ]),
    );
    expect(hashOf(core)).toBe(earlier);
    await addPair(core, '丙');
  });

  it('that is killed at any fault point leaves either the present or the restored data, whole', async () => {
    const { core, backup, earlier, present } = await changedStore();
    const states = await killedAtEveryPoint(core.dataFolder, async () =>
      core.restore({ path: backup, withoutManifest, by }),
    );
    const outcome: string[] = [];
    for (const { point, folder } of states) {
      const again = await openTestCore({ dataFolder: folder });
      const found = hashOf(again);
      expect([earlier, present], point).toContain(found);
      expect(isSound(again.database.raw.reader), point).toBe(true);
      expect(leftovers(folder), point).toEqual([]);
      for (const { file } of await again.backups.list())
        expect(await checkBackup(join(folder, 'backups', file)), point).toMatchObject({ problem: null });
      if (found === earlier) {
        // What was there is kept: aside, and as a backup to return to.
        expect(existsSync(join(folder, 'aside', '20261118-100000', 'desk.db')), point).toBe(true);
        const undo = (await again.backups.list()).find((line) => line.reason === 'before-restore');
        expect(contentHash(undo?.path ?? ''), point).toBe(present);
      }
      await addPair(again, '丙');
      await again.close();
      outcome.push(found === earlier ? 'restored' : 'present');
    }
    expect(outcome.length).toBeGreaterThan(12);
    expect(outcome.filter((kind, index) => kind !== outcome[index - 1])).toEqual(['present', 'restored']);
  });

  it('over a database whose log still holds commits does not mix the two', async () => {
    const { core, backup, earlier } = await changedStore();
    const folder = tempFolder();
    // As a crash leaves it: the last commits stand in the log only.
    cpSync(core.dataFolder, folder, { recursive: true });
    expect(existsSync(join(folder, 'desk.db-wal'))).toBe(true);
    const log = readFileSync(join(folder, 'desk.db-wal'));
    expect(log.length).toBeGreaterThan(0);
    // Unreadable, so that nothing opens it and takes the log in.
    const { size } = statSync(join(folder, 'desk.db'));
    writeFileSync(join(folder, 'desk.db'), Buffer.alloc(size, 0xa5));
    const copied = join(folder, backup.slice(core.dataFolder.length + 1));
    const { asideFolder } = await restoreClosedStore(
      { dataFolder: folder, clock: testClock() },
      { path: copied, withoutManifest, by },
    );
    expect(contentHash(join(folder, 'desk.db'))).toBe(earlier);
    expect(readFileSync(join(asideFolder, 'desk.db-wal')).equals(log)).toBe(true);
    const again = await openTestCore({ dataFolder: folder });
    expect(isSound(again.database.raw.reader)).toBe(true);
    expect(hashOf(again)).toBe(earlier);
  });
});

describe('a damaged database', () => {
  /** Only pages that hold the customers: zeros in the tail of a long text are content to SQLite (a manifest finds them). */
  const zeroed = (path: string): void => {
    const sqlite = openSqlite(path, 'read');
    const pages = sqlite
      .prepare(`select pageno from dbstat where name = 'customer'`)
      .pluck()
      .all() as number[];
    sqlite.close();
    const bytes = readFileSync(path);
    for (const page of pages) bytes.fill(0, (page - 1) * 4096, page * 4096);
    writeFileSync(path, bytes);
  };
  const cut = (path: string): void => writeFileSync(path, readFileSync(path).subarray(0, 4096 * 40));
  const overwritten = (path: string): void => writeFileSync(path, 'this is no database '.repeat(5000));

  it.each([
    ['zeroed pages', zeroed],
    ['a cut end', cut],
    ['other content', overwritten],
  ])('with %s is told, left alone, and a backup takes its place', async (_name, harm) => {
    const core = await openTestCore();
    growDatabase(core, 2);
    await addPair(core, '甲');
    await core.backups.run('scheduled');
    const content = hashOf(core);
    await core.close();
    const path = join(core.dataFolder, 'desk.db');
    harm(path);
    const bytes = readFileSync(path);
    await expect(openTestCore({ dataFolder: core.dataFolder })).rejects.toMatchObject({
      data: { code: 'storage', reason: 'damaged' },
    });
    expect(readFileSync(path).equals(bytes)).toBe(true);
    const closed = { dataFolder: core.dataFolder, clock: testClock() };
    const newest = (await listClosedBackups(closed))[0];
    const { undoPath, asideFolder } = await restoreClosedStore(closed, {
      path: newest?.path ?? '',
      withoutManifest,
      by,
    });
    expect(undoPath).toBe('');
    expect(readFileSync(join(asideFolder, 'desk.db')).equals(bytes)).toBe(true);
    const again = await openTestCore({ dataFolder: core.dataFolder });
    expect(hashOf(again)).toBe(content);
  });

  it('in use turns a failing call into a sentence, and a restore over it keeps its files', async () => {
    const core = await openTestCore();
    growDatabase(core, 4);
    await addPair(core, '甲');
    const { path } = await core.backups.run('manual');
    const content = hashOf(core);
    const sqlite = openSqlite(core.database.path, 'write');
    sqlite.pragma('wal_checkpoint(TRUNCATE)');
    sqlite.close();
    zeroed(core.database.path);
    const { asideFolder } = await core.restore({ path, withoutManifest, by });
    expect(hashOf(core)).toBe(content);
    expect(existsSync(join(asideFolder, 'desk.db'))).toBe(true);
  });
});
