import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Core } from '#electron/core.ts';
import { threadFeed, type ReadingCalls } from '#electron/features/import/feed/feed-thread.ts';
import type { ImportOrder } from '#electron/features/import/import-order.ts';
import { runImport } from '#electron/features/import/import-run.ts';
import { onFaultPoint } from '#electron/kernel/fault-point.ts';
import { createWorkerHost } from '#electron/workers/worker-host.ts';
import { openTestCore, ownerWindow, tempFolder, type Window } from '#tests/support/core.ts';
import { failAt } from '#tests/support/faults.ts';
import { jobEnd } from '#tests/support/jobs.ts';

const file = (): File =>
  new File(['客户名称,联系电话,客户编号\n张三,13800001111,K1\n李四,13800002222,K2\n'], '客户.csv');

async function importOnce(window: Window): Promise<Awaited<ReturnType<typeof jobEnd>>> {
  const { fileId } = await window.client.import.upload({ file: file() });
  return jobEnd(window, (await window.client.import.run({ fileId, reading: {} })).jobId);
}

const left = async (window: Window): Promise<number[]> => [
  (await window.client.customer.list({})).total,
  (await window.client.import.list({})).total,
  (await window.client.search.find({ text: '张三' })).length,
];

it('an import whose backup fails at any place leaves nothing, and the next one works', async () => {
  const window = await ownerWindow(await openTestCore(), 'port');
  for (let point = 1; ; point++) {
    const fault = failAt(point);
    const job = await importOnce(window);
    onFaultPoint(undefined);
    if (fault.struck === undefined) {
      expect(job).toMatchObject({ state: 'done' });
      // The places of a backup: fewer would mean that it is not made before the import.
      expect(point).toBeGreaterThan(4);
      break;
    }
    expect(fault.struck).toMatch(/^backup:/u);
    expect(job).toMatchObject({ state: 'failed', error: { code: 'storage' } });
    expect(await left(window)).toEqual([0, 0, 0]);
  }
  expect(await left(window)).toEqual([2, 1, 1]);
});

const orderOn = (core: Core, filePath: string): ImportOrder => ({
  databasePath: core.database.path,
  filePath,
  fileName: '客户.csv',
  kind: 'customerVehicle',
  mapping: { 0: 'customer.name', 1: 'customer.phone' },
  mode: 'run',
  stagePath: join(tempFolder(), 'stage'),
  by: { personId: null, name: '王总' },
  at: core.clock.now(),
  today: core.clock.today(),
  language: 'zh-CN',
  expectedRows: 0,
});

it('a reading thread that dies in the middle of a file fails the import, which leaves nothing', async () => {
  const core = await openTestCore();
  const window = await ownerWindow(core, 'port');
  const host = createWorkerHost<ReadingCalls>({
    url: new URL('../support/troubled-reading-worker.ts', import.meta.url),
  });
  onTestFinished(() => host.close());
  const path = join(tempFolder(), '客户.csv');
  writeFileSync(path, 'x');
  const rows: number[] = [];
  const run = {
    progress: (done: number) => void rows.push(done),
    checkpoint: async () => undefined,
    cleared: async () => undefined,
  };
  const order = orderOn(core, path);
  await expect(runImport(order, run, threadFeed(host))).rejects.toMatchObject({
    data: { code: 'unavailable', reason: 'worker-exited' },
  });
  expect(rows).toEqual([1]); // it had begun to write
  expect(existsSync(order.stagePath)).toBe(true);
  expect(await left(window)).toEqual([0, 0, 0]);
  expect((await importOnce(window)).state).toBe('done');
});
