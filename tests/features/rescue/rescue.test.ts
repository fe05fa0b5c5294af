import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDesk, type Desk } from '#electron/desk.ts';
import {
  carriers,
  openTestCore,
  openWindow,
  ownerWindow,
  password,
  tempFolder,
  testClock,
  testCost,
} from '#tests/support/core.ts';
import { closeWhole, makeNewer, zeroPages } from '#tests/support/damage.ts';
import { addPair } from '#tests/support/filled-store.ts';
import { failure } from '#tests/support/refusal.ts';

const fine = { code: 'rule-violated', reason: 'store-is-fine' };

async function openTestDesk(dataFolder: string): Promise<Desk> {
  const desk = await openDesk({ dataFolder, clock: testClock(), passwordCost: testCost, ballastBytes: 0 });
  onTestFinished(() => desk.close());
  return desk;
}

/** A closed store with 40 customers, a backup, and 260 more customers that are in no backup. */
async function filledStore(): Promise<{ dataFolder: string; backupPath: string }> {
  const core = await openTestCore();
  await ownerWindow(core, 'port');
  for (let n = 0; n < 20; n += 1) await addPair(core, `备份前${n}`);
  const { path } = await core.backups.run('manual');
  for (let n = 0; n < 130; n += 1) await addPair(core, `备份后${n}`);
  await closeWhole(core);
  return { dataFolder: core.dataFolder, backupPath: path };
}

describe.each(carriers)('over %s', (carrier) => {
  it('a damaged store: says so, restores a backup, and goes on with the store without a new start', async () => {
    const { dataFolder, backupPath } = await filledStore();
    const damaged = zeroPages(dataFolder, 'customer', 2);
    const desk = await openTestDesk(dataFolder);
    const window = await openWindow(desk, carrier);
    const { client } = window;

    expect(desk.core).toBeUndefined();
    expect(await client.session.state({})).toMatchObject({
      stage: 'rescue',
      problem: { reason: 'damaged' },
      me: null,
    });
    const state = await client.rescue.state({});
    expect(state).toMatchObject({ actions: ['restore', 'salvage'], dataFolder, otherFolderFound: null });
    expect(state.backups).toEqual([
      expect.objectContaining({ path: backupPath, reason: 'manual', place: 'data', check: 'sound' }),
    ]);
    // Nothing else answers, and nothing is told to who has no session.
    const login = { login: '王总', password };
    expect(await failure(client.session.signIn(login))).toEqual({ code: 'storage', reason: 'damaged' });
    expect(await failure(client.customer.list({}))).toEqual({ code: 'storage', reason: 'damaged' });
    expect(await failure(client.rescue.retry({}))).toEqual({ code: 'storage', reason: 'damaged' });
    expect(await failure(client.rescue.restore({ path: '' }))).toMatchObject({
      code: 'invalid-input',
      issues: [{ field: 'path', issue: 'required' }],
    });
    expect(readFileSync(join(dataFolder, 'desk.db')).equals(damaged)).toBe(true);

    const { asideFolder } = await client.rescue.restore({ path: backupPath });
    expect(readFileSync(join(asideFolder, 'desk.db')).equals(damaged)).toBe(true);
    expect(desk.core).toBeDefined();
    expect(await client.session.state({})).toMatchObject({ stage: 'signed-out', storeName: '测试商用车' });
    window.token = (await client.session.signIn(login)).token;
    expect((await client.customer.list({})).total).toBe(40);
    expect(await client.backup.verify({})).toMatchObject({ ok: true });
    for (const call of [
      client.rescue.state({}),
      client.rescue.retry({}),
      client.rescue.restore({ path: backupPath }),
      client.rescue.salvage({}),
    ])
      expect(await failure(call)).toEqual(fine);
  });

  it('a damaged store without a backup: what can be read is salvaged', async () => {
    const { dataFolder, backupPath } = await filledStore();
    for (const path of [backupPath, backupPath.replace('.db', '.json')]) renameSync(path, `${path}.gone`);
    const damaged = zeroPages(dataFolder, 'customer', 1);
    const desk = await openTestDesk(dataFolder);
    const window = await openWindow(desk, carrier);
    expect((await window.client.rescue.state({})).backups).toEqual([]);
    expect(await failure(window.client.rescue.restore({ path: backupPath }))).toEqual({
      code: 'rule-violated',
      reason: 'backup-missing',
    });

    const { asideFolder, rows, incomplete } = await window.client.rescue.salvage({});
    expect(readFileSync(join(asideFolder, 'desk.db')).equals(damaged)).toBe(true);
    expect(incomplete).toEqual(['customer']);
    expect(rows).toBeGreaterThan(200);
    window.token = (await window.client.session.signIn({ login: '王总', password })).token;
    const { total } = await window.client.customer.list({});
    expect(total).toBeGreaterThan(200);
    expect(total).toBeLessThan(300);
  });

  it('a newer database: a plain state without any action, and the file is not touched', async () => {
    const { dataFolder, backupPath } = await filledStore();
    const newer = makeNewer(dataFolder);
    const before = readdirSync(dataFolder).sort();
    const { client } = await openWindow(await openTestDesk(dataFolder), carrier);
    expect(await client.session.state({})).toMatchObject({
      stage: 'rescue',
      problem: { reason: 'newer-database' },
    });
    expect(await client.rescue.state({})).toMatchObject({ actions: [], backups: [], dataFolder });
    const refused = { code: 'storage', reason: 'newer-database' };
    expect(await failure(client.rescue.restore({ path: backupPath }))).toEqual(refused);
    expect(await failure(client.rescue.salvage({}))).toEqual(refused);
    expect(await failure(client.rescue.retry({}))).toEqual(refused);
    expect(readFileSync(join(dataFolder, 'desk.db')).equals(newer)).toBe(true);
    expect(
      readdirSync(dataFolder)
        .filter((name) => !/^desk\.db-(?:wal|shm)$/u.test(name))
        .sort(),
    ).toEqual(before);
  });
});

it('a folder that another process holds stays refused', async () => {
  const core = await openTestCore();
  await expect(openTestDesk(core.dataFolder)).rejects.toMatchObject({
    data: { code: 'unavailable', reason: 'data-folder-in-use' },
  });
});

it('backups are read back: a changed one is named as such, one elsewhere is found', async () => {
  const { dataFolder, backupPath } = await filledStore();
  const stick = join(tempFolder(), 'stick');
  mkdirSync(stick);
  for (const path of [backupPath, backupPath.replace('.db', '.json')])
    writeFileSync(join(stick, basename(path)), readFileSync(path));
  const bytes = readFileSync(backupPath);
  bytes.fill(0, 8192, 8200);
  writeFileSync(backupPath, bytes);
  zeroPages(dataFolder, 'customer', 1);
  const { client } = await openWindow(await openTestDesk(dataFolder), 'port');
  const state = await client.rescue.state({ folder: stick });
  expect(state.otherFolderFound).toBe(true);
  expect(Object.fromEntries(state.backups.map(({ place, check }) => [place, check]))).toEqual({
    data: 'backup-changed',
    other: 'sound',
  });
  expect((await client.rescue.state({ folder: join(stick, 'none') })).otherFolderFound).toBe(false);
  expect(await failure(client.rescue.restore({ path: backupPath }))).toMatchObject({
    reason: 'backup-changed',
  });
  expect(await client.session.state({})).toMatchObject({ stage: 'rescue' });
  await client.rescue.restore({ path: join(stick, basename(backupPath)) });
  expect(await client.session.state({})).toMatchObject({ stage: 'signed-out' });
});

it('a store that is whole again is opened, and nothing is put in its place', async () => {
  const { dataFolder, backupPath } = await filledStore();
  const whole = readFileSync(join(dataFolder, 'desk.db'));
  zeroPages(dataFolder, 'customer', 1);
  const desk = await openTestDesk(dataFolder);
  // Somebody repaired it by another program meanwhile.
  writeFileSync(join(dataFolder, 'desk.db'), whole);
  const { client } = await openWindow(desk, 'port');
  expect(await failure(client.rescue.restore({ path: backupPath }))).toEqual(fine);
  expect(desk.core).toBeDefined();
  expect(existsSync(join(dataFolder, 'aside'))).toBe(false);
});

it('a problem of another kind is tried again once its cause is gone', async () => {
  const { dataFolder } = await filledStore();
  const path = join(dataFolder, 'desk.db');
  renameSync(path, `${path}.kept`);
  mkdirSync(path);
  const desk = await openTestDesk(dataFolder);
  const { client } = await openWindow(desk, 'http');
  expect(await client.rescue.state({})).toMatchObject({
    problem: { reason: 'cannot-open' },
    actions: ['retry'],
  });
  expect(await failure(client.rescue.salvage({}))).toEqual({ code: 'storage', reason: 'cannot-open' });
  renameSync(path, `${path}.folder`);
  renameSync(`${path}.kept`, path);
  expect(await client.rescue.retry({})).toEqual({});
  expect(await client.session.state({})).toMatchObject({ stage: 'signed-out' });
});

it('one attempt at a time', async () => {
  const { dataFolder, backupPath } = await filledStore();
  zeroPages(dataFolder, 'customer', 1);
  const { client } = await openWindow(await openTestDesk(dataFolder), 'port');
  const [first, second] = await Promise.all([
    failure(client.rescue.restore({ path: backupPath })),
    failure(client.rescue.restore({ path: backupPath })),
  ]);
  expect([first, second]).toEqual([undefined, { code: 'unavailable', reason: 'busy' }]);
  expect(readdirSync(join(dataFolder, 'aside'))).toHaveLength(1);
});
