import { appendFileSync, mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { importHandlers } from '#electron/features/import/import.handlers.ts';
import { doneFolder, watchFolder, type WatchFolder } from '#electron/features/import/watch-folder.ts';
import type { Core } from '#electron/core.ts';
import { onFaultPoint } from '#electron/kernel/fault-point.ts';
import { silentLog } from '#electron/kernel/log.ts';
import { errorData } from '#renderer/transport/client.ts';
import { openTestCore, ownerWindow, tempFolder, type Window } from '#tests/support/core.ts';
import { jobEnd } from '#tests/support/jobs.ts';

const csv = (name: string, phone: string): string =>
  `客户名称,联系电话,客户编号\n${name},${phone},${phone}\n`;

async function watched(): Promise<{ folder: string; window: Window; core: Core; watch: WatchFolder }> {
  const core = await openTestCore();
  const window = await ownerWindow(core, 'port');
  const folder = join(tempFolder(), '导出');
  mkdirSync(folder);
  const { dataFolder: _, ...settings } = await window.client.setting.get({});
  await window.client.setting.save({ values: { ...settings, watchFolder: folder } });
  const actor = {
    personId: 0,
    name: '经营台',
    roles: ['clerk' as const],
    language: 'zh-CN' as const,
    sessionKey: '',
  };
  const { database, imports, jobs, clock } = core;
  const watch = watchFolder({ database, imports, jobs, clock, actor, log: silentLog });
  onTestFinished(() => watch.close());
  return { folder, window, core, watch };
}

const left = (folder: string): string[] => readdirSync(folder).filter((name) => name !== doneFolder);

it('an unknown shape waits for a person; once taught, files of that shape go by themselves', async () => {
  const { folder, window, watch } = await watched();
  const { client } = window;
  writeFileSync(join(folder, '一.csv'), csv('张三', '13800001111'));
  await watch.look();
  expect(watch.waiting()).toEqual([]); // still being written, perhaps
  await watch.look();
  expect(watch.waiting()).toEqual([{ fileName: '一.csv', reason: 'unknown-shape' }]);
  expect((await client.customer.list({})).total).toBe(0);

  const { fileId } = await client.import.upload({ file: new File([csv('李四', '13800002222')], '二.csv') });
  await jobEnd(window, (await client.import.run({ fileId, reading: {} })).jobId);
  writeFileSync(join(folder, '三.csv'), csv('王五', '13800003333'));
  await watch.look();
  await watch.look();
  expect([left(folder), watch.waiting()]).toEqual([[], []]);
  expect(readdirSync(join(folder, doneFolder))).toHaveLength(2);
  expect((await client.customer.list({})).rows.map((row) => row.name).sort()).toEqual(
    ['张三', '李四', '王五'].sort(),
  );
  expect((await client.import.list({})).rows.map((row) => [row.personName, row.fileName])).toContainEqual([
    '经营台',
    '三.csv',
  ]);
});

it('a broken file waits with its reason, and is tried again only when it changed', async () => {
  const { folder, watch } = await watched();
  writeFileSync(join(folder, '图.xls'), '%PDF-1.7');
  await watch.look();
  await watch.look();
  await watch.look();
  expect(watch.waiting()).toEqual([{ fileName: '图.xls', reason: 'file-not-a-table' }]);
  writeFileSync(join(folder, '图.xls'), csv('赵六', '13800004444'));
  await watch.look();
  await watch.look();
  expect(watch.waiting()).toEqual([{ fileName: '图.xls', reason: 'unknown-shape' }]);
});

it('a file that would change many records waits for a person, and goes once it was imported by hand', async () => {
  const { folder, window, watch } = await watched();
  const { client } = window;
  const rows = (region: string): string =>
    [
      '客户名称,联系电话,地区',
      ...Array.from({ length: 201 }, (_, at) => `客户${at},${13_900_000_000 + at},${region}`),
    ].join('\n');
  const byHand = async (text: string, update: number): Promise<unknown> => {
    const { fileId } = await client.import.upload({ file: new File([text], '客户.csv') });
    const agreed = { create: 0, update };
    return jobEnd(window, (await client.import.run({ fileId, reading: {}, agreed })).jobId);
  };
  await byHand(rows('深圳'), 0);
  writeFileSync(join(folder, '客户.csv'), rows('广州'));
  for (let look = 0; look < 4; look++) await watch.look();
  expect(watch.waiting()).toEqual([{ fileName: '客户.csv', reason: 'too-much-by-itself' }]);
  // Tried once, not at every look.
  expect((await client.job.list({})).filter((job) => job.subject === '客户.csv')).toHaveLength(2);

  expect(await byHand(rows('广州'), 201)).toMatchObject({ state: 'done' });
  await watch.look();
  expect([watch.waiting(), left(folder)]).toEqual([[], []]);
});

it('what waits is told with its folder and taken in by name; nothing else of the disk is', async () => {
  const { folder, window, core, watch } = await watched();
  writeFileSync(join(folder, '一.csv'), csv('张三', '13800001111'));
  await watch.look();
  await watch.look();
  const handlers = importHandlers(core.imports, core.jobs, watch);
  const context = { reader: core.database.reader } as never; // all that these two handlers look at
  expect(await handlers.waiting({}, context)).toEqual({
    folder,
    files: [{ fileName: '一.csv', reason: 'unknown-shape' }],
  });
  const { fileId, fileName } = await handlers.takeWaiting({ fileName: '一.csv' }, context);
  expect(fileName).toBe('一.csv');
  await jobEnd(window, (await window.client.import.run({ fileId, reading: {} })).jobId);
  expect((await window.client.customer.list({})).rows.map((row) => row.name)).toEqual(['张三']);
  for (const other of ['二.csv', '../导出/一.csv', join(folder, '一.csv')])
    await expect(window.client.import.takeWaiting({ fileName: other }).catch(errorData)).resolves.toEqual({
      code: 'not-found',
      feature: 'upload',
      id: other,
    });
});

it('no folder, or one that is gone, is no trouble', async () => {
  const { folder, window, watch } = await watched();
  const { dataFolder: _, ...settings } = await window.client.setting.get({});
  rmdirSync(folder);
  await watch.look();
  await window.client.setting.save({ values: { ...settings, watchFolder: '' } });
  await watch.look();
  expect(watch.waiting()).toEqual([]);
});

it('a file that cannot be moved away is imported once, and moved when it can be', async () => {
  const { folder, window, core, watch } = await watched();
  const { client } = window;
  const { fileId } = await client.import.upload({ file: new File([csv('李四', '13800002222')], '二.csv') });
  await jobEnd(window, (await client.import.run({ fileId, reading: {} })).jobId);
  await client.import.drop({ fileId });
  writeFileSync(join(folder, doneFolder), ''); // a file where the folder should be
  writeFileSync(join(folder, '三.csv'), csv('王五', '13800003333'));
  for (let nth = 0; nth < 4; nth++) await watch.look();
  expect(watch.waiting()).toContainEqual({ fileName: '三.csv', reason: 'file-in-use' });
  expect((await client.import.list({})).total).toBe(2);
  // What was taken in is not kept for ever.
  expect(readdirSync(join(core.dataFolder, 'files'))).toEqual([]);
  rmSync(join(folder, doneFolder));
  await watch.look();
  expect([left(folder), watch.waiting()]).toEqual([[], []]);
  expect((await client.import.list({})).total).toBe(2);
});

it('a file that another program goes on writing during its import stays, and is imported again once it is still', async () => {
  const { folder, window, watch } = await watched();
  const { client } = window;
  const { fileId } = await client.import.upload({ file: new File([csv('甲', '13800001111')], '一.csv') });
  await jobEnd(window, (await client.import.run({ fileId, reading: {} })).jobId);
  const path = join(folder, '二.csv');
  writeFileSync(path, csv('乙', '13800002222'));
  onTestFinished(() => onFaultPoint(undefined));
  onFaultPoint((name) => {
    if (name === 'import:mapping') appendFileSync(path, '丙,13800003333,13800003333\n');
  });
  await watch.look();
  await watch.look();
  onFaultPoint(undefined);
  expect([left(folder), (await client.customer.list({})).total]).toEqual([['二.csv'], 2]);
  await watch.look();
  expect([left(folder), (await client.customer.list({})).total]).toEqual([[], 3]);
});
