import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Core } from '#electron/core.ts';
import { threadFeed, type ReadingCalls } from '#electron/features/import/feed/feed-thread.ts';
import type { ImportOrder } from '#electron/features/import/import-order.ts';
import { runImport } from '#electron/features/import/import-run.ts';
import { onFaultPoint } from '#electron/kernel/fault-point.ts';
import { createWorkerHost } from '#electron/workers/worker-host.ts';
import { readRows } from '#electron/features/import/feed/row-feed.ts';
import { createImports } from '#electron/features/import/import-service.ts';
import { undoImport, type UndoOrder } from '#electron/features/import/import-undo.ts';
import type { Actor } from '#electron/kernel/handler.ts';
import { unfinishedOf } from '#shared/features/job/job.contract.ts';
import type { ImportResult } from '#shared/features/import/import.contract.ts';
import { DeskError } from '#shared/rpc/desk-error.ts';
import { openTestCore, openWindow, ownerWindow, tempFolder, type Window } from '#tests/support/core.ts';
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
    if (!fault.struck?.startsWith('backup:')) {
      // The first place after the backup lies behind the commit.
      expect(fault.struck).toBe('import:mapping');
      expect(job).toMatchObject({ state: 'done', error: null });
      // The places of a backup: fewer would mean that it is not made before the import.
      expect(point).toBeGreaterThan(4);
      break;
    }
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
  agreed: { create: 0, update: 0 },
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

const mixed = (): File =>
  new File(['客户名称,联系电话,客户编号\n张三,13800001111,K1\n坏行,1,K2\n'], '客户.csv');

async function importMixed(window: Window): Promise<Awaited<ReturnType<typeof jobEnd>>> {
  const { fileId } = await window.client.import.upload({ file: mixed() });
  return jobEnd(window, (await window.client.import.run({ fileId, reading: {} })).jobId);
}

describe('what fails after the rows are written leaves an import done in part, never a failed one', () => {
  it.each(['import:mapping', 'import:refusedFile'])('at %s', async (place) => {
    const window = await ownerWindow(await openTestCore(), 'port');
    onFaultPoint((name) => {
      if (name === place) throw new Error(`fault at ${name}`);
    });
    onTestFinished(() => onFaultPoint(undefined));
    const job = await importMixed(window);
    const part = place.slice('import:'.length);
    expect([job.state, job.error, unfinishedOf(job)]).toEqual(['done', null, [part]]);
    expect(job.result).toMatchObject({ importId: 1, keptOut: 1, counts: { create: 1, refused: 1 } });
    expect(job.fileName).toBe(part === 'refusedFile' ? null : '客户-refused.xlsx');
    expect(await left(window)).toEqual([1, 1, 1]);

    // What was missing comes with the same file again, and nothing comes twice.
    onFaultPoint(undefined);
    const again = await importMixed(window);
    expect([unfinishedOf(again), again.fileName]).toEqual([[], '客户-refused.xlsx']);
    expect(again.result).toMatchObject({ counts: { create: 0, unchanged: 1, refused: 1 } });
  });

  it('when the thread ends between its commit and its answer, for an import and for its undo', async () => {
    const core = await openTestCore();
    const window = await ownerWindow(core, 'port');
    const gone = new DeskError({ code: 'unavailable', reason: 'worker-exited' });
    const quiet = {
      progress: () => undefined,
      checkpoint: async () => undefined,
      cleared: async () => undefined,
    };
    const imports = createImports({
      ...core,
      log: { write: () => undefined },
      folder: tempFolder(),
      worker: {
        async call(name, order) {
          if (name === 'run') await runImport(order as ImportOrder, quiet, readRows);
          else await undoImport(order as UndoOrder, quiet);
          throw gone;
        },
        warm: () => undefined,
        close: async () => undefined,
      },
      backUp: () => ({ copied: Promise.resolve(), made: Promise.resolve(undefined as never) }),
    });
    const actor = { personId: null, name: '王总', roles: ['owner'], language: 'zh-CN' } as unknown as Actor;
    const job = { signal: new AbortController().signal, progress: () => undefined };
    const { fileId } = await imports.take(mixed());
    const { result, file: refused } = await imports.run(fileId, {}, 'run', actor, job);
    expect(result).toEqual({
      counts: expect.objectContaining({ create: 1, refused: 1 }),
      problems: [],
      importId: 1,
      keptOut: 1,
      unfinished: ['details'],
    } satisfies ImportResult);
    expect(existsSync(refused?.path ?? '')).toBe(true);
    expect(await imports.undo(1, actor, job)).toEqual({ undone: 1, keptBecauseEdited: 0, failed: 0 });
    expect((await window.client.import.list({})).rows[0]).toMatchObject({ state: 'undone' });
    // A thread that ends before its commit has done nothing.
    await expect(imports.undo(1, actor, job)).rejects.toMatchObject({
      data: { reason: 'import-undone-already' },
    });
  });

  it('when the program ends before the job does; what had written nothing has failed', async () => {
    const dataFolder = tempFolder();
    const core = await openTestCore({ dataFolder });
    const window = await ownerWindow(core, 'port');
    const run = await importMixed(window);
    const undo = await jobEnd(window, (await window.client.import.undo({ id: 1 })).jobId);
    core.database.raw.writer.exec(
      `update job set state = 'running', percent = 40, ended_at = null, result = null, file_name = null;
       insert into job (kind, subject, person_id, state, percent, step, started_at)
       values ('import_run', '别的.csv', 1, 'running', 3, 'importing', '2026-11-18T02:00:00.000Z')`,
    );
    await core.close();
    const next = await openTestCore({ dataFolder });
    const again = Object.assign(await openWindow(next, 'port'), { token: window.token });
    const jobs = await again.client.job.list({});
    expect(jobs.map(({ id, state, error }) => [id, state, error])).toEqual([
      [undo.id + 1, 'failed', { code: 'unavailable', reason: 'interrupted' }],
      [undo.id, 'done', null],
      [run.id, 'done', null],
    ]);
    expect(jobs.map(unfinishedOf)).toEqual([[], [], ['details', 'refusedFile']]);
    expect(jobs[1]?.result).toEqual(undo.result);
    expect(jobs[2]?.result).toMatchObject({ importId: 1, counts: { create: 1, refused: 1 } });
  });
});
