import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { httpClient } from '#renderer/transport/client.ts';
import { openTestCore, ownerWindow } from '#tests/support/core.ts';
import { closeWhole, makeNewer, zeroPages } from '#tests/support/damage.ts';
import { addPair } from '#tests/support/filled-store.ts';

const program = fileURLToPath(new URL('../../electron/headless.ts', import.meta.url));

async function filledStore(): Promise<{ dataFolder: string; backupPath: string }> {
  const core = await openTestCore();
  await ownerWindow(core, 'port');
  for (let n = 0; n < 80; n += 1) await addPair(core, `客户${n}`);
  const { path } = await core.backups.run('manual');
  await closeWhole(core);
  return { dataFolder: core.dataFolder, backupPath: path };
}

/** Starts `serve` as a process of its own; resolves with its address once it is ready. */
async function serve(data: string): Promise<{ url: string; told: () => string; stop(): Promise<unknown> }> {
  const child = spawn(process.execPath, [program, 'serve', '--port', '0', '--data', data], {
    env: { ...process.env, LANG: 'zh_CN.UTF-8' },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()));
    child.once('close', () => reject(new Error(told)));
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  return {
    url: line.replace('ready ', '').trim().replace(/\/$/u, ''),
    told: () => told,
    stop: () => (child.kill('SIGTERM'), ended),
  };
}

it(
  'serve on a damaged store says so, and serves the store after a restore',
  { timeout: 60_000 },
  async () => {
    const { dataFolder, backupPath } = await filledStore();
    zeroPages(dataFolder, 'customer', 1);
    const served = await serve(dataFolder);
    expect(served.told()).toContain('数据文件已损坏');
    const client = httpClient(served.url, () => undefined);
    expect(await client.session.state({})).toMatchObject({ stage: 'rescue', problem: { reason: 'damaged' } });
    await client.rescue.restore({ path: backupPath });
    expect(await client.session.state({})).toMatchObject({ stage: 'signed-out', storeName: '测试商用车' });
    expect(await served.stop()).toBe(0);
  },
);

it('serve refuses a folder that is in use, as ever', { timeout: 60_000 }, async () => {
  const core = await openTestCore();
  await expect(serve(core.dataFolder)).rejects.toThrow(/正由/u);
});

it('serve on a newer database has no way to touch it', { timeout: 60_000 }, async () => {
  const { dataFolder } = await filledStore();
  makeNewer(dataFolder);
  const served = await serve(dataFolder);
  expect(served.told()).toContain('请安装新版本');
  const client = httpClient(served.url, () => undefined);
  expect(await client.rescue.state({})).toMatchObject({ actions: [] });
  expect(await served.stop()).toBe(0);
});
