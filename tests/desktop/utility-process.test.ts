import { afterEach, expect, it } from 'vitest';
import { inUtilityProcess } from '#electron/desktop/utility-process.ts';
import { createWorkerHost, type WorkerHost } from '#electron/workers/worker-host.ts';
import type { TroubledCalls } from '../support/troubled-worker.ts';

/** Electron's own kind of process, by the stand-in: the binary cannot be had everywhere. */
const url = new URL('../support/troubled-worker.ts', import.meta.url);
let worker: WorkerHost<TroubledCalls>;
const faults: string[] = [];
const start = (memoryLimitBytes?: number): void => {
  worker = createWorkerHost<TroubledCalls>({
    url,
    place: inUtilityProcess,
    onFault: (failure) => faults.push(failure),
    ...(memoryLimitBytes ? { memoryLimitBytes } : {}),
  });
};
afterEach(async () => {
  await worker.close();
  faults.length = 0;
});

it('works, refuses and tells its progress like any other worker', async () => {
  start();
  const seen: number[] = [];
  await expect(worker.call('echo', '你好')).resolves.toBe('你好');
  await expect(worker.call('count', 3, { onProgress: ({ done }) => seen.push(done) })).resolves.toBe(3);
  await expect(worker.call('refuse', null)).rejects.toMatchObject({ data: { reason: 'nothing-to-print' } });
  expect(seen).toEqual([1, 2, 3]);
  expect(await worker.call('whoAmI', null)).not.toBe(`${process.pid}/0`);
  expect(faults).toEqual([]);
});

it('may abort in native code: the call fails with a code, the next one works', async () => {
  start();
  await expect(worker.call('abort', null)).rejects.toMatchObject({ data: { reason: 'worker-exited' } });
  await expect(worker.call('echo', 'x')).resolves.toBe('x');
  expect(faults).toEqual(['worker-exited']);
});

it('gives its memory back when it has grown', async () => {
  start(200 * 1024 * 1024);
  const before = await worker.call('whoAmI', null);
  await worker.call('keep', 250);
  expect(await worker.call('whoAmI', null)).not.toBe(before);
});

it('stops when it is asked to', async () => {
  start();
  const abort = new AbortController();
  const call = worker.call('count', 1_000_000, {
    signal: abort.signal,
    onProgress: ({ done }) => done === 5 && abort.abort(),
  });
  await expect(call).rejects.toMatchObject({ data: { code: 'cancelled' } });
});
