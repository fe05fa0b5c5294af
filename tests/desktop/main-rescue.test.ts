import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openCore } from '#electron/core.ts';
import { portClient, type DeskClient } from '#renderer/transport/client.ts';
import { app, asked, ipcMain } from '#tests/support/electron-stand-in.ts';
import { password, testCost } from '#tests/support/core.ts';
import { closeWhole, zeroPages } from '#tests/support/damage.ts';
import { addPair } from '#tests/support/filled-store.ts';

/** main.ts on a damaged store: the window opens with the rescue, and goes on with the store in the same process. */
const folder = mkdtempSync(join(tmpdir(), 'desk-main-'));
let backupPath = '';
let damaged: Buffer = Buffer.alloc(0);

beforeAll(async () => {
  const core = await openCore({ dataFolder: folder, passwordCost: testCost, ballastBytes: 0 });
  await core.call('session.setUp', { storeName: '测试商用车', ownerName: '王总', password }, {});
  for (let n = 0; n < 100; n += 1) await addPair(core, `客户${n}`);
  backupPath = (await core.backups.run('manual')).path;
  await closeWhole(core);
  damaged = zeroPages(folder, 'customer', 1);
  process.env['DESK_DATA'] = folder;
  await import('#electron/main.ts');
  await vi.waitFor(() => expect(asked.windows).toHaveLength(1), { timeout: 10_000 });
});
afterAll(() => {
  app.emit('will-quit', { preventDefault: () => undefined });
  rmSync(folder, { recursive: true, force: true });
});

function windowClient(): { client: DeskClient; close(): void } {
  const { port1, port2 } = new MessageChannel();
  ipcMain.emit('desk-port', { senderFrame: { url: 'app://desk/', parent: null }, ports: [port1] });
  return { client: portClient(port2, () => undefined), close: () => port2.close() };
}

it('shows the window instead of an error box, and restores', async () => {
  expect([asked.errors, asked.quits]).toEqual([[], 0]);
  const before = windowClient();
  expect(await before.client.session.state({})).toMatchObject({
    stage: 'rescue',
    problem: { reason: 'damaged' },
    language: 'zh-CN',
  });
  expect(readFileSync(join(folder, 'desk.db')).equals(damaged)).toBe(true);
  const { asideFolder } = await before.client.rescue.restore({ path: backupPath });
  expect(readFileSync(join(asideFolder, 'desk.db')).equals(damaged)).toBe(true);
  // The window's own port, and that of a window opened afterwards.
  const after = windowClient();
  for (const { client } of [before, after])
    expect(await client.session.state({})).toMatchObject({ stage: 'signed-out', storeName: '测试商用车' });
  const signed = await after.client.session.signIn({ login: '王总', password });
  expect(signed.me.name).toBe('王总');
  before.close();
  after.close();
});
