import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Core } from '#electron/core.ts';
import { auditHead } from '#electron/kernel/audit.ts';
import { errorData } from '#renderer/transport/client.ts';
import type { DeskClient } from '#renderer/transport/client.ts';
import {
  carriers,
  openTestCore,
  openWindow,
  ownerWindow,
  password,
  personWindow,
  tempFolder,
  testClock,
  type Carrier,
} from '#tests/support/core.ts';
import { newCustomer } from '#tests/support/records.ts';
import { contentHash } from '#tests/support/store-content.ts';

const storeSettings = {
  storeName: '测试商用车',
  language: 'zh-CN',
  idleMinutes: 15,
  watchFolder: '',
  ageBuckets: '30,60,90',
} as const;

const addCustomer = async (client: DeskClient, name: string): Promise<number> =>
  (await client.customer.create({ values: newCustomer({ name }) })).id;

async function ownerSignsIn(core: Core, carrier: Carrier): Promise<DeskClient> {
  const window = await openWindow(core, carrier);
  const { token } = await window.client.session.signIn({ login: '王总', password });
  window.token = token;
  return window.client;
}

describe.each(carriers)('backup over %s', (carrier) => {
  it('is made whole, with a manifest that tells what is in it, and read back', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    await addCustomer(client, '单建国');
    const made = await client.backup.run({});
    const head = await auditHead(core.database.reader);
    const folder = join(core.dataFolder, 'backups');
    expect(made).toMatchObject({
      file: 'dealer-desk-20261118-100000-manual.db',
      sequence: 1,
      reason: 'manual',
      createdAt: '2026-11-18T02:00:00.000Z',
      storeName: '测试商用车',
      rowCounts: { customer: 1, person: 1, department: 1, setting: 4 },
      auditSeq: head.seq,
      auditHead: head.hash,
      path: join(folder, 'dealer-desk-20261118-100000-manual.db'),
      failure: null,
    });
    expect(readdirSync(folder).sort()).toEqual([made.file, made.file.replace('.db', '.json')]);
    expect(contentHash(made.path)).toBe(contentHash(core.database.path));
    expect(await client.backup.check({ path: made.path })).toMatchObject({
      problem: null,
      manifest: { file: made.file },
    });
    const state = await client.backup.state({});
    expect(state).toMatchObject({
      folder,
      secondFolder: '',
      dataFolder: core.dataFolder,
      changedSince: false,
      lastError: null,
    });
    expect(state.backups).toEqual([
      expect.objectContaining({ file: made.file, place: 'data', missing: false }),
    ]);
    await addCustomer(client, '乙');
    expect((await client.backup.state({})).changedSince).toBe(true);
    expect(await client.backup.verify({})).toMatchObject({
      ok: true,
      integrity: [],
      danglingReferences: 0,
      audit: { brokenAt: null },
      backups: [{ path: made.path, problem: null, inChain: true }],
    });
  });

  it('is restored, ends the sessions, and the restore is undone to the same content', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    await addCustomer(client, '甲');
    const first = await client.backup.run({});
    const kept = contentHash(core.database.path);
    const id = await addCustomer(client, '乙');
    await client.customer.remove({ ids: [id] });
    await addCustomer(client, '丙');
    const before = contentHash(core.database.path);
    expect(before).not.toBe(kept);

    const { undoPath, asideFolder } = await client.backup.restore({ path: first.path });
    expect(await client.customer.list({}).then(() => undefined, errorData)).toEqual({
      code: 'signed-out',
      reason: 'no-session',
    });
    expect(contentHash(core.database.path)).toBe(kept);
    expect(existsSync(join(asideFolder, 'desk.db'))).toBe(true);
    expect(contentHash(join(asideFolder, 'desk.db'))).toBe(before);

    const again = await ownerSignsIn(core, carrier);
    expect((await again.customer.list({})).rows.map((row) => row.name)).toEqual(['甲']);
    const told = await again.audit.list({ call: 'backup.restore' });
    expect(told.rows).toEqual([
      expect.objectContaining({
        personName: '王总',
        detail: expect.objectContaining({ from: first.path, undo: undoPath, sha256: first.sha256 }),
      }),
    ]);
    expect((await again.audit.verify({})).brokenAt).toBeNull();

    await core.restore({ path: undoPath, withoutManifest: false, by: { personId: 1, name: '王总' } });
    expect(contentHash(core.database.path)).toBe(before);
    const last = await ownerSignsIn(core, carrier);
    expect((await last.customer.list({})).rows.map((row) => row.name).sort()).toEqual(['丙', '甲']);
    expect(await last.backup.verify({})).toMatchObject({ ok: true });
  });

  it('goes to the second folder too; its failure is told and harms nothing', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    const second = tempFolder();
    await client.setting.save({ values: { ...storeSettings, backupFolder: second } });
    const made = await client.backup.run({});
    expect(readFileSync(join(second, made.file))).toEqual(readFileSync(made.path));
    expect((await client.backup.state({})).backups.map(({ place, missing }) => ({ place, missing }))).toEqual(
      [
        { place: 'data', missing: false },
        { place: 'second', missing: false },
      ],
    );
    const failure = { at: '2026-11-18T02:00:00.000Z', place: 'second', reason: 'folder-missing' };
    rmSync(second, { recursive: true });
    const next = await client.backup.run({});
    expect(next.failure).toEqual(failure);
    expect(await client.backup.check({ path: next.path })).toMatchObject({ problem: null });
    expect(existsSync(second)).toBe(false);
    expect((await client.backup.state({})).lastError).toEqual(failure);
    mkdirSync(second);
    expect((await client.backup.run({})).failure).toBeNull();
    expect((await client.backup.state({})).lastError).toBeNull();
  });

  it('goes to a named folder only, and refuses what is no whole path, no backup or changed', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    const folder = join(tempFolder(), 'stick');
    const made = await client.backup.run({ toFolder: folder });
    expect(readdirSync(folder)).toHaveLength(2);
    expect((await client.backup.state({})).backups).toEqual([]);
    const failed = (work: Promise<unknown>): Promise<unknown> => work.then(() => undefined, errorData);
    expect(await failed(client.backup.run({ toFolder: 'stick' }))).toEqual({
      code: 'invalid-input',
      issues: [{ field: 'toFolder', issue: 'not-absolute' }],
    });
    const before = contentHash(core.database.path);
    const foreign = join(folder, 'foreign.db');
    writeFileSync(foreign, 'no database at all');
    const bare = join(folder, 'bare.db');
    writeFileSync(bare, readFileSync(made.path));
    const changed = readFileSync(made.path);
    changed[5000] = (changed[5000] ?? 0) ^ 1;
    writeFileSync(made.path, changed);
    for (const [path, reason] of [
      [join(folder, 'gone.db'), 'backup-missing'],
      [foreign, 'backup-damaged'],
      [bare, 'backup-no-manifest'],
      [made.path, 'backup-changed'],
    ] as const) {
      expect((await client.backup.check({ path })).problem, path).toBe(reason);
      expect(await failed(client.backup.restore({ path })), path).toEqual({ code: 'rule-violated', reason });
    }
    expect(contentHash(core.database.path)).toBe(before);
    expect((await client.session.state({})).stage).toBe('signed-in');
    await client.backup.restore({ path: bare, withoutManifest: true });
    expect((await client.session.state({})).stage).toBe('signed-out');
  });

  it('is the owner’s to restore, a clerk’s to make, nobody else’s to see', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const clerk = await personWindow(core, carrier, owner, '小陈', ['clerk']);
    const technician = await personWindow(core, carrier, owner, '小吴', ['technician']);
    const { path } = await clerk.client.backup.run({});
    const refused = [
      clerk.client.backup.restore({ path }),
      technician.client.backup.run({}),
      technician.client.backup.state({}),
      technician.client.backup.check({ path }),
      technician.client.backup.verify({}),
    ].map((call) => call.then(() => undefined, errorData));
    expect(await Promise.all(refused)).toEqual(
      ['backup.restore', 'backup.run', 'backup.read', 'backup.read', 'backup.read'].map((right) => ({
        code: 'forbidden',
        right,
      })),
    );
  });
});

describe('scheduled backups', () => {
  it('are made every half an hour when something changed, thinned, and ordered by sequence though the clock is set back', async () => {
    const clock = testClock();
    const core = await openTestCore({ clock });
    const { client } = await ownerWindow(core, 'port');
    const look = async (instant: string): Promise<string | undefined> => {
      clock.set(instant);
      return (await core.backups.runWhenDue())?.file;
    };
    expect(await look('2026-11-18T02:00:00.000Z')).toBe('dealer-desk-20261118-100000-scheduled.db');
    expect(await look('2026-11-18T04:00:00.000Z')).toBeUndefined();
    clock.set('2026-11-18T02:10:00.000Z');
    await addCustomer(client, '甲');
    expect(await look('2026-11-18T02:29:00.000Z')).toBeUndefined();
    expect(await look('2026-11-18T02:30:00.000Z')).toBe('dealer-desk-20261118-103000-scheduled.db');
    // The clock is set back by a year: still due, and still the newest.
    clock.set('2025-11-18T02:00:00.000Z');
    core.database.raw.writer.exec('delete from session');
    const back = await ownerSignsIn(core, 'port');
    await addCustomer(back, '乙');
    expect(await look('2025-11-18T02:00:00.000Z')).toBe('dealer-desk-20251118-100000-scheduled.db');
    const lines = await core.backups.list();
    expect(lines.map(({ sequence, rowCounts }) => [sequence, rowCounts['customer']])).toEqual([
      [3, 2],
      [2, 1],
      [1, 0],
    ]);
    // A week later only the newest of each day is left.
    clock.set('2026-11-25T02:00:00.000Z');
    const later = await ownerSignsIn(core, 'port');
    await addCustomer(later, '丙');
    await core.backups.runWhenDue();
    expect((await core.backups.list()).map(({ sequence }) => sequence)).toEqual([4, 3, 2]);
  });

  it('tell a failure, wait five minutes, and try again', async () => {
    const clock = testClock();
    const core = await openTestCore({ clock });
    await ownerWindow(core, 'port');
    const folder = join(core.dataFolder, 'backups');
    writeFileSync(folder, 'in the way');
    expect(await core.backups.runWhenDue()).toBeUndefined();
    expect((await core.backups.state()).lastError).toMatchObject({
      place: 'data',
      reason: 'folder-not-writable',
    });
    rmSync(folder);
    expect(await core.backups.runWhenDue()).toBeUndefined();
    clock.set('2026-11-18T02:05:00.000Z');
    expect(await core.backups.runWhenDue()).toMatchObject({ reason: 'scheduled' });
    expect((await core.backups.state()).lastError).toBeNull();
  });
});

describe('the demonstration store', () => {
  it('lies in a file of its own, ends sessions of the other, and comes and goes with its banner', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, 'http');
    await addCustomer(client, '甲');
    const content = contentHash(core.database.path);
    expect((await client.session.state({})).sample).toBe(false);
    await core.openStore('sample');
    expect(core.store).toBe('sample');
    expect(await client.session.state({})).toMatchObject({ sample: true, stage: 'first-run' });
    expect(await client.customer.list({}).then(() => undefined, errorData)).toEqual({
      code: 'signed-out',
      reason: 'no-session',
    });
    expect(await core.backups.runWhenDue()).toBeUndefined();
    await core.openStore('desk');
    expect(await client.session.state({})).toMatchObject({ sample: false, stage: 'signed-in' });
    expect(contentHash(core.database.path)).toBe(content);
  });

  it('is exchanged only after running calls, and calls that come meanwhile wait for it', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, 'port');
    const running = Promise.all(
      Array.from({ length: 5 }, async (_, index) => addCustomer(client, `客户${index}`)),
    );
    await new Promise((resolve) => setImmediate(resolve));
    const opened = core.openStore('sample');
    const meanwhile = core.call('session.state', {}, {});
    await expect(core.openStore('desk')).rejects.toMatchObject({
      data: { code: 'unavailable', reason: 'busy' },
    });
    await opened;
    expect(await meanwhile).toMatchObject({ sample: true });
    await running.catch(() => undefined);
    expect(core.store).toBe('sample');
  });
});
