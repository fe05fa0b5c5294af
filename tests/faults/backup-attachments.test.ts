import { readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Core } from '#electron/core.ts';
import type { AttachmentStore } from '#electron/kernel/attachment-store.ts';
import { attachmentFaultsOfBackups, attachmentsOfFolder } from '#electron/kernel/backup-attachments.ts';
import { restoreClosedStore } from '#electron/kernel/backup-rescue.ts';
import { onFaultPoint } from '#electron/kernel/fault-point.ts';
import { addPhoto, damagePhoto } from '#tests/support/attachments.ts';
import { openTestCore, ownerWindow, tempFolder, testClock } from '#tests/support/core.ts';
import { closeWhole, zeroPages } from '#tests/support/damage.ts';
import { failAt, killedAtEveryPoint } from '#tests/support/faults.ts';
import { growDatabase } from '#tests/support/filled-store.ts';

const by = { personId: 1, name: '王总' };
const order = (path: string) => ({ path, withoutManifest: false, by });
const backupsOf = (core: Core): AttachmentStore => attachmentsOfFolder(join(core.dataFolder, 'backups'));
const sound = { missing: [], changed: [] };

async function setSecondFolder(core: Core, folder: string): Promise<void> {
  await core.database.write((writer) =>
    writer.insertInto('setting').values({ key: 'backupFolder', value: folder }).execute(),
  );
}

describe('a backup', () => {
  it('brings each photo once, into the second folder too, and only what is new the next time', async () => {
    const core = await openTestCore();
    const second = tempFolder();
    await setSecondFolder(core, second);
    const first = await addPhoto(core, '一');
    await core.attachments.put(Buffer.from('kept, but used by no record'));
    expect(await core.backups.run('manual')).toMatchObject({
      failure: null,
      attachments: { files: 1, bytes: 3, missing: 0 },
    });
    const next = await addPhoto(core, '二二');
    // Immutable: what is there is not copied again.
    const old = new Date('2026-01-01T00:00:00Z');
    utimesSync(backupsOf(core).path(first), old, old);
    const made = await core.backups.run('manual');
    expect(made.attachments).toEqual({ files: 2, bytes: 9, missing: 0 });
    for (const folder of [join(core.dataFolder, 'backups'), second]) {
      expect(await attachmentsOfFolder(folder).list()).toEqual([first, next].sort());
      expect(await attachmentFaultsOfBackups()(join(folder, made.file))).toEqual(sound);
    }
    expect((await core.backups.state()).attachments).toEqual({ files: 2, bytes: 9 });
  });

  it('is made though a photo is lost or damaged, says so, and takes it from the first folder for the second', async () => {
    const core = await openTestCore();
    const [good, gone, changed] = [
      await addPhoto(core, 'good'),
      await addPhoto(core, 'gone'),
      await addPhoto(core, 'changed'),
    ];
    await core.backups.run('manual');
    rmSync(core.attachments.path(gone));
    damagePhoto(core.attachments, changed);
    const bare = await core.backups.run('manual', tempFolder());
    expect(bare.attachments).toMatchObject({ files: 3, missing: 2 });
    expect(await attachmentsOfFolder(dirname(bare.path)).list()).toEqual([good]);
    const second = tempFolder();
    await setSecondFolder(core, second);
    // The store's own folder of backups has all three: nothing is lost there, nor in the second.
    expect(await core.backups.run('manual')).toMatchObject({ failure: null, attachments: { missing: 0 } });
    expect(await attachmentsOfFolder(second).list()).toHaveLength(3);
    const lost = await addPhoto(core, 'lost');
    rmSync(core.attachments.path(lost));
    const failure = { place: 'second', reason: 'attachments-lost', at: core.clock.now() };
    expect(await core.backups.run('manual')).toMatchObject({ failure, attachments: { missing: 1 } });
    expect((await core.backups.state()).lastError).toEqual(failure);
  });

  it('that is killed at any fault point: whatever has a manifest has its photos', async () => {
    const core = await openTestCore();
    await addPhoto(core, '一');
    await core.backups.run('manual');
    await addPhoto(core, '二');
    await addPhoto(core, '三');
    const states = await killedAtEveryPoint(core.dataFolder, () => core.backups.run('manual'));
    expect(states.map(({ point }) => point).filter((point) => point === 'attachment:afterCopy')).toHaveLength(
      2,
    );
    for (const { point, folder } of states) {
      const again = await openTestCore({ dataFolder: folder });
      const faultsOf = attachmentFaultsOfBackups();
      for (const { path } of await again.backups.list()) expect(await faultsOf(path), point).toEqual(sound);
      expect(
        readdirSync(join(folder, 'backups', 'attachments'), { recursive: true, encoding: 'utf8' }).filter(
          (name) => name.endsWith('.part'),
        ),
        point,
      ).toEqual([]);
      expect((await again.backups.run('manual')).attachments, point).toMatchObject({ files: 3, missing: 0 });
      await again.close();
    }
  });

  it('that fails at any fault point harms no photo, and the next one works', async () => {
    const core = await openTestCore();
    const struck: string[] = [];
    for (let n = 1; ; n += 1) {
      await addPhoto(core, `photo ${n}`);
      const fault = failAt(n);
      await core.backups.run('manual').catch(() => undefined);
      onFaultPoint(undefined);
      if (fault.struck === undefined) break;
      struck.push(fault.struck);
      const faultsOf = attachmentFaultsOfBackups();
      for (const { path } of await core.backups.list())
        expect(await faultsOf(path), fault.struck).toEqual(sound);
    }
    expect(struck).toContain('attachment:afterCopy');
    expect(await backupsOf(core).list()).toEqual(await core.attachments.list());
  });
});

describe('a restore', () => {
  it('brings missing and damaged photos back, and its undo has the later ones again', async () => {
    const core = await openTestCore();
    const [gone, changed] = [await addPhoto(core, 'gone'), await addPhoto(core, 'changed')];
    const { path } = await core.backups.run('manual');
    const later = await addPhoto(core, 'later');
    rmSync(core.attachments.path(gone));
    damagePhoto(core.attachments, changed);
    const { undoPath, lostAttachments } = await core.restore(order(path));
    expect(lostAttachments).toBe(0);
    for (const hash of [gone, changed]) expect(await core.attachments.check(hash)).toBe('sound');
    rmSync(core.attachments.path(later));
    expect(await core.restore(order(undoPath))).toMatchObject({ lostAttachments: 0 });
    expect(await core.attachments.check(later)).toBe('sound');
  });

  it('on a new computer finds the photos beside the backup, and counts those that were not copied along', async () => {
    const core = await openTestCore();
    const [kept, left] = [await addPhoto(core, 'kept'), await addPhoto(core, 'left behind')];
    const { path } = await core.backups.run('manual', tempFolder());
    rmSync(attachmentsOfFolder(dirname(path)).path(left));
    const fresh = await openTestCore();
    expect(await fresh.restore(order(path))).toMatchObject({ lostAttachments: 1 });
    expect(await fresh.attachments.list()).toEqual([kept]);
  });

  it('of a damaged store that is not open brings them too', async () => {
    const core = await openTestCore();
    growDatabase(core, 2);
    const photo = await addPhoto(core, 'photo');
    const { path } = await core.backups.run('manual');
    await closeWhole(core);
    rmSync(core.attachments.folder, { recursive: true });
    zeroPages(core.dataFolder, 'person_setting', 2);
    const closed = { dataFolder: core.dataFolder, clock: testClock() };
    expect(await restoreClosedStore(closed, order(path))).toMatchObject({ lostAttachments: 0 });
    expect(await core.attachments.check(photo)).toBe('sound');
  });
});

it('verify names the lost and the changed ones, of the store and of each backup, over a window', async () => {
  const core = await openTestCore();
  const { client } = await ownerWindow(core, 'port');
  const [gone, changed] = [await addPhoto(core, 'gone'), await addPhoto(core, 'changed')];
  const { path } = await client.backup.run({});
  expect(await client.backup.verify({})).toMatchObject({
    ok: true,
    attachments: { files: 2, ...sound },
    backups: [{ path, attachments: sound }],
  });
  rmSync(core.attachments.path(gone));
  damagePhoto(core.attachments, changed);
  const faults = { missing: [gone], changed: [changed] };
  expect(await client.backup.verify({})).toMatchObject({
    ok: false,
    attachments: { files: 2, ...faults },
    backups: [{ path, problem: null, attachments: sound }],
  });
  await core.attachments.put(Buffer.from('gone'));
  await core.attachments.put(Buffer.from('changed'));
  rmSync(backupsOf(core).path(gone));
  damagePhoto(backupsOf(core), changed);
  expect(await client.backup.verify({})).toMatchObject({
    ok: false,
    attachments: { files: 2, ...sound },
    backups: [{ path, problem: null, attachments: faults }],
  });
  expect(await client.backup.check({ path })).toMatchObject({ problem: null, attachments: faults });
});

describe('thinning', () => {
  const age = (store: AttachmentStore, hash: string): void => {
    const old = new Date('2026-01-01T00:00:00Z');
    utimesSync(store.path(hash), old, old);
  };

  /** A store whose first backup has a photo that no later one has. */
  async function withDroppedPhoto(): Promise<{
    core: Core;
    clock: ReturnType<typeof testClock>;
    hashes: string[];
  }> {
    const clock = testClock();
    const core = await openTestCore({ clock });
    const [dropped, kept] = [await addPhoto(core, 'dropped'), await addPhoto(core, 'kept')];
    await core.backups.run('scheduled');
    await core.database.write((writer) =>
      writer.deleteFrom('attachment').where('hash', '=', dropped).execute(),
    );
    await core.backups.run('scheduled');
    for (const hash of [dropped, kept]) age(backupsOf(core), hash);
    return { core, clock, hashes: [dropped, kept] };
  }

  it('removes photos with the last backup that needs them, never one that a backup needs or that is a day old', async () => {
    const { core, clock, hashes } = await withDroppedPhoto();
    const [dropped, kept] = hashes as [string, string];
    await core.backups.run('scheduled');
    expect(await backupsOf(core).list()).toEqual([dropped, kept].sort());
    const { hash: young } = await backupsOf(core).put(Buffer.from('another store is copying this'));
    // Eight days on only the newest backup of the 18th is left.
    clock.set('2026-11-26T02:00:00.000Z');
    const now = new Date('2026-11-25T12:00:00Z');
    utimesSync(backupsOf(core).path(young), now, now);
    await core.backups.run('scheduled');
    expect((await core.backups.list()).map(({ sequence }) => sequence)).toEqual([4, 3]);
    expect(await backupsOf(core).list()).toEqual([kept, young].sort());
    // The store's own files are never thinned.
    expect(await core.attachments.list()).toEqual([dropped, kept].sort());
  });

  it('removes nothing while a backup in the folder cannot be asked', async () => {
    const { core, clock, hashes } = await withDroppedPhoto();
    const unread = join(core.dataFolder, 'backups', 'dealer-desk-20261118-090000-manual.db');
    writeFileSync(unread, Buffer.alloc(8192, 1));
    clock.set('2026-11-26T02:00:00.000Z');
    await core.backups.run('scheduled');
    expect(await backupsOf(core).list()).toEqual([...hashes].sort());
  });

  it('that is killed at any fault point: every backup that is left has its photos', async () => {
    const { core, clock } = await withDroppedPhoto();
    clock.set('2026-11-26T02:00:00.000Z');
    const states = await killedAtEveryPoint(core.dataFolder, () => core.backups.run('scheduled'));
    expect(states.map(({ point }) => point)).toEqual(expect.arrayContaining(['attachment:afterRemoved']));
    for (const { point, folder } of states) {
      const faultsOf = attachmentFaultsOfBackups();
      for (const name of readdirSync(join(folder, 'backups')).filter((one) => one.endsWith('.db')))
        expect(await faultsOf(join(folder, 'backups', basename(name))), point).toEqual(sound);
    }
  });
});
