import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { describe, expect, it } from 'vitest';
import { migrations } from '#migrations/all.ts';
import { checkBackup } from '#electron/kernel/backup-check.ts';
import { listBackups } from '#electron/kernel/backup-folder.ts';
import { knownMigrations, migrate, planMigration } from '#electron/kernel/migrate.ts';
import { isSound, openSqlite } from '#electron/kernel/sqlite.ts';
import { openStoreFile, storeFiles } from '#electron/kernel/store-file.ts';
import { killedAtEveryPoint } from '#tests/support/faults.ts';
import { openTestCore, tempFolder, testClock } from '#tests/support/core.ts';
import { addPair } from '#tests/support/filled-store.ts';
import { oldStore, rowsOf, tablesOf } from '#tests/support/old-store.ts';
import { contentHash } from '#tests/support/store-content.ts';

const at = '2026-11-18T02:00:00.000Z';

/** Changes much, then fails. */
const failing: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table surprise (id integer primary key, text text) strict`.execute(db);
    await sql`update customer set name = 'spoilt'`.execute(db);
    await sql`drop table lead`.execute(db);
    throw new Error('planted');
  },
};
/** Leaves a reference that leads nowhere. */
const dangling: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`delete from person`.execute(db);
  },
};

describe('an upgrade', () => {
  it.each([
    ['fails', failing],
    ['leaves a dangling reference', dangling],
  ])(
    'that %s leaves the old file working, with one backup however often it is tried',
    async (_name, step) => {
      const core = await openTestCore();
      await addPair(core, '甲');
      if (step === dangling)
        await core.database.write(async (writer) => {
          await sql`insert into person (id, created_at, updated_at, name) values (7, '', '', '乙')`.execute(
            writer,
          );
          await sql`insert into search_entry (feature, record_id, title, detail) values ('person', 7, '乙', '')`.execute(
            writer,
          );
          await sql`update customer set consultant_id = 7`.execute(writer);
        });
      const content = contentHash(core.database.path);
      await core.close();
      const files = storeFiles(core.dataFolder, 'desk');
      for (let attempt = 0; attempt < 3; attempt += 1) {
        await expect(
          openStoreFile(files, at, { ...migrations, '9999_fail_here': step }),
        ).rejects.toMatchObject({
          data: { code: 'storage', reason: 'migration-failed' },
        });
        expect(contentHash(files.path)).toBe(content);
      }
      const made = await listBackups(files.backupFolder, 'data');
      expect(made.map(({ reason, schemaVersion }) => [reason, schemaVersion])).toEqual([
        ['before-migration', knownMigrations.at(-1)],
      ]);
      expect(await checkBackup(made[0]?.path ?? '')).toMatchObject({ problem: null });
      expect(contentHash(made[0]?.path ?? '')).toBe(content);
      const again = await openTestCore({ dataFolder: core.dataFolder });
      expect(contentHash(again.database.path)).toBe(content);
      await addPair(again, '丙');
    },
  );

  it('that is killed at any fault point is either not begun or done, and the next start finishes it', async () => {
    const folder = tempFolder();
    await oldStore(join(folder, 'desk.db'), 1);
    const old = openSqlite(join(folder, 'desk.db'), 'read');
    const tables = tablesOf(old);
    old.close();
    const rows = rowsOf(join(folder, 'desk.db'), tables);
    const states = await killedAtEveryPoint(folder, () => openStoreFile(storeFiles(folder, 'desk'), at));
    const outcome: string[] = [];
    for (const [index, { point, folder: killed }] of states.entries()) {
      const files = storeFiles(killed, 'desk');
      const { from, pending } = planMigration(files.path);
      expect([knownMigrations[0], knownMigrations.at(-1)], point).toContain(from);
      expect(rowsOf(files.path, tables), point).toEqual(rows);
      outcome.push(pending > 0 ? 'old' : 'new');
      // Between two migrations all states are one and the same file: of ten one is started anew.
      if (point.startsWith('migrate:after:') && index % 10 > 0) continue;
      await openStoreFile(files, at);
      expect(planMigration(files.path).pending, point).toBe(0);
      expect(rowsOf(files.path, tables), point).toEqual(rows);
      const made = await listBackups(files.backupFolder, 'data');
      expect(
        made.map(({ schemaVersion }) => schemaVersion),
        point,
      ).toEqual([knownMigrations[0]]);
      expect(await checkBackup(made[0]?.path ?? ''), point).toMatchObject({ problem: null });
    }
    expect(outcome.length).toBeGreaterThan(7);
    expect(outcome.filter((kind, index) => kind !== outcome[index - 1])).toEqual(['old', 'new']);
  });
});

describe('a database of a newer program', () => {
  it.each(['closed', 'left by a crash'])('%s is refused and not touched', async (state) => {
    const core = await openTestCore();
    await addPair(core, '甲');
    await core.close();
    const path = join(core.dataFolder, 'desk.db');
    const newer = openSqlite(path, 'write');
    newer.prepare("insert into kysely_migration values ('9999_later', '2027')").run();
    const folder = tempFolder();
    if (state === 'closed') newer.close();
    for (const name of ['desk.db', 'desk.db-wal'].filter((n) => readdirSync(core.dataFolder).includes(n)))
      cpSync(join(core.dataFolder, name), join(folder, name));
    if (newer.open) newer.close();
    const bytes = (): Record<string, string> =>
      Object.fromEntries(
        readdirSync(folder)
          .filter((name) => /^desk\.db(?:-wal)?$/u.test(name))
          .map((name): [string, string] => [name, readFileSync(join(folder, name)).toString('base64')])
          .filter(([, content]) => content !== ''),
      );
    const before = bytes();
    expect(Object.keys(before)).toHaveLength(state === 'closed' ? 1 : 2);
    for (let attempt = 0; attempt < 2; attempt += 1)
      await expect(openTestCore({ dataFolder: folder })).rejects.toMatchObject({
        data: { code: 'storage', reason: 'newer-database' },
      });
    expect(bytes()).toEqual(before);
    expect(readdirSync(folder)).not.toContain('backups');
  });

  it('is refused as a backup too, and the store stays open', async () => {
    const core = await openTestCore();
    const { path } = await core.backups.run('manual', tempFolder());
    const newer = openSqlite(path, 'write');
    newer.prepare("insert into kysely_migration values ('9999_later', '2027')").run();
    newer.pragma('journal_mode = DELETE');
    newer.close();
    cpSync(path, path.replace('.db', '-bare.db'));
    await expect(
      core.restore({
        path: path.replace('.db', '-bare.db'),
        withoutManifest: true,
        by: { personId: 1, name: '甲' },
      }),
    ).rejects.toMatchObject({ data: { code: 'rule-violated', reason: 'backup-newer' } });
    await addPair(core, '甲');
  });
});

it('a backup of an older schema is restored and brought to the present one', async () => {
  const folder = tempFolder();
  await oldStore(join(folder, 'old.db'), 1);
  const old = openSqlite(join(folder, 'old.db'), 'write');
  old.pragma('journal_mode = DELETE');
  old.close();
  const core = await openTestCore({ clock: testClock() });
  await core.restore({
    path: join(folder, 'old.db'),
    withoutManifest: true,
    by: { personId: 1, name: '甲' },
  });
  expect(isSound(core.database.raw.reader)).toBe(true);
  expect(planMigration(core.database.path).pending).toBe(0);
  await addPair(core, '甲');
});

it('an upgrade without room on the disk says so and leaves the old file working', async () => {
  const path = join(tempFolder(), 'a.db');
  await oldStore(path, 1);
  const full: Migration = {
    async up(db: Kysely<unknown>) {
      await sql`pragma max_page_count = 1`.execute(db);
      await sql`create table large (text text) strict`.execute(db);
      await sql`insert into large values (zeroblob(100000))`.execute(db).catch(async () => undefined);
      await sql`insert into large values (${'x'.repeat(1_000_000)})`.execute(db);
    },
  };
  await expect(
    migrate(path, {
      [knownMigrations[0] ?? '']: migrations[knownMigrations[0] ?? ''] as Migration,
      '9999_full': full,
    }),
  ).rejects.toMatchObject({
    data: { code: 'storage', reason: 'disk-full' },
  });
  expect(planMigration(path, [knownMigrations[0] ?? '']).pending).toBe(0);
});
