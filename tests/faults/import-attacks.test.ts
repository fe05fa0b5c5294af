import { appendFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it, onTestFinished } from 'vitest';
import type { ImportResult } from '#shared/features/import/import.contract.ts';
import { readRows } from '#electron/features/import/feed/row-feed.ts';
import { serveHttp } from '#electron/transports/http.ts';
import { errorData } from '#renderer/transport/client.ts';
import { xlsxOf } from '#tests/features/import/read/table-fixtures.ts';
import { openTestCore, ownerWindow, tempFolder, type Window } from '#tests/support/core.ts';
import { jobEnd } from '#tests/support/jobs.ts';
import { newCustomer } from '#tests/support/records.ts';

const csv = (lines: readonly string[]): File =>
  new File([['客户名称,联系电话,客户编号', ...lines].join('\n')], '客户.csv');
const good = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `客户${i},139${String(i).padStart(8, '0')},K${i}`);
const upload = async (window: Window, file: File): Promise<string> =>
  (await window.client.import.upload({ file })).fileId;
const totals = async ({ client }: Window): Promise<number[]> => [
  (await client.customer.list({})).total,
  (await client.import.list({})).total,
];

it('two imports of one file at once, and a form beside them: one creates, the other finds all as it is', async () => {
  const window = await ownerWindow(await openTestCore(), 'port');
  const { client } = window;
  const ids = [await upload(window, csv(good(300))), await upload(window, csv(good(300)))];
  const started = await Promise.all([
    ...ids.map((fileId) => client.import.run({ fileId, reading: {} })),
    client.customer.create({ values: newCustomer({ name: '柜台客户' }) }),
  ]);
  const jobs = started.flatMap((one) => ('jobId' in one ? [one.jobId] : []));
  const ends = await Promise.all(jobs.map((id) => jobEnd(window, id)));
  const counts = ends.map(({ state, result }) => {
    const { create, unchanged } = (result as ImportResult).counts;
    return `${state} ${create} ${unchanged}`;
  });
  expect(counts.sort()).toEqual(['done 0 300', 'done 300 0']);
  expect(await totals(window)).toEqual([301, 2]);
});

it('wrong rows without end, with cells of any length, leave a result that a window can hold', async () => {
  const window = await ownerWindow(await openTestCore(), 'port');
  const long = '9'.repeat(5000);
  const wrong = [
    ...Array.from({ length: 200 }, (_, i) => `坏${i},${long},`),
    ...Array.from({ length: 9800 }, (_, i) => `坏${i},1,`),
  ];
  const fileId = await upload(window, csv(wrong));
  const { jobId } = await window.client.import.run({ fileId, reading: {} });
  const job = await jobEnd(window, jobId);
  const { counts, problems, keptOut } = job.result as ImportResult;
  expect([job.state, counts.read, counts.refused, keptOut, problems.length]).toEqual([
    'done',
    10_000,
    10_000,
    10_000,
    1000,
  ]);
  expect(JSON.stringify(job).length).toBeLessThan(600_000);
  // The whole cells are in the file of refused rows.
  expect((await window.client.job.file({ id: jobId })).size).toBeGreaterThan(100_000);
  const page = await window.client.import.previewRows({ fileId, page: 200 });
  expect([page.total, page.rows.length]).toEqual([10_000, 50]);
}, 60_000);

it('a file that changed between its preview and its import is told, and nothing is written', async () => {
  const core = await openTestCore();
  const window = await ownerWindow(core, 'port');
  const fileId = await upload(window, csv(good(3)));
  await jobEnd(window, (await window.client.import.preview({ fileId, reading: {} })).jobId);
  const folder = join(core.dataFolder, 'files');
  const stored = readdirSync(folder).find((name) => name.startsWith(`${fileId}~`)) ?? '';
  appendFileSync(join(folder, stored), '\n塞进来的,13900009999,X1');
  const job = await jobEnd(window, (await window.client.import.run({ fileId, reading: {} })).jobId);
  expect(job).toMatchObject({ state: 'failed', error: { code: 'rule-violated', reason: 'file-changed' } });
  expect(await totals(window)).toEqual([0, 0]);
  // Looked at again, it goes.
  await jobEnd(window, (await window.client.import.preview({ fileId, reading: {} })).jobId);
  await jobEnd(window, (await window.client.import.run({ fileId, reading: {} })).jobId);
  expect(await totals(window)).toEqual([4, 1]);
});

it('an upload that is cut off midway leaves no file, and the next one works', async () => {
  const core = await openTestCore();
  const window = await ownerWindow(core, 'http');
  const http = await serveHttp(core, { port: 0, pageFolder: tempFolder() });
  onTestFinished(() => http.close());
  const boundary = 'x'.repeat(20);
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="data"\r\n\r\n{"json":{"file":{}},"meta":[],"maps":[["file"]]}\r\n--${boundary}\r\nContent-Disposition: form-data; name="0"; filename="a.csv"\r\n\r\n`;
  await new Promise<void>((resolve) => {
    const sent = request({
      host: '127.0.0.1',
      port: http.port,
      path: '/rpc/import/upload',
      method: 'POST',
      headers: {
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'content-length': 5_000_000,
        'x-dealer-desk': '1',
        authorization: `Bearer ${window.token ?? ''}`,
      },
    });
    sent.on('error', () => undefined);
    sent.on('close', resolve);
    sent.write(head + '客'.repeat(500_000), () => setTimeout(() => sent.destroy(), 50));
  });
  const folder = join(core.dataFolder, 'files');
  const uploads = (): string[] =>
    existsSync(folder) ? readdirSync(folder).filter((name) => name.includes('~')) : [];
  expect(uploads()).toEqual([]);
  const fileId = await upload(window, csv(good(2)));
  expect(uploads()).toHaveLength(1);
  expect(await jobEnd(window, (await window.client.import.run({ fileId, reading: {} })).jobId)).toMatchObject(
    {
      state: 'done',
    },
  );
});

it('a bomb in a workbook is told at the first look, and at an import that did not look', async () => {
  const window = await ownerWindow(await openTestCore(), 'port');
  const bomb = xlsxOf({ sheetData: '<row r="1"></row>'.repeat(4_500_000) });
  const told = { code: 'rule-violated', reason: 'file-zip-bomb' };
  const fileId = await upload(window, new File([new Uint8Array(bomb)], '客户.xlsx'));
  expect(await window.client.import.look({ fileId }).catch(errorData)).toEqual(told);
  expect(
    await window.client.import
      .run({ fileId, reading: { kind: 'customerVehicle', mapping: { 0: 'customer.name' } } })
      .catch(errorData),
  ).toEqual(told);
  expect(await totals(window)).toEqual([0, 0]);
  const sound = xlsxOf({
    sheetData: '<row r="1"><c r="A1" t="inlineStr"><is><t>客户名称</t></is></c></row>',
  });
  const next = await upload(window, new File([new Uint8Array(sound)], '客户.xlsx'));
  expect((await window.client.import.look({ fileId: next })).headers).toEqual(['客户名称']);
});

it('a million rows of one column are read in little memory', async () => {
  const filePath = join(tempFolder(), '一列.csv');
  const block = Array.from({ length: 10_000 }, (_, i) => `客户${i}`).join('\n');
  writeFileSync(filePath, `客户名称\n${`${block}\n`.repeat(100)}`);
  let [rows, most] = [0, 0];
  const feed = readRows({
    filePath,
    kind: 'customerVehicle',
    mapping: { 0: 'customer.name' },
    corrections: new Map(),
    searched: [],
    choices: new Map(),
  });
  // What is held, not what waits for the collector: when that comes is a matter of chance.
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const held = (): number => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const before = held();
  for await (const batch of feed) {
    rows += batch.rows.length;
    if (rows % 100_000 < 2000) most = Math.max(most, held() - before);
  }
  expect(rows).toBe(1_000_000);
  expect(most).toBeLessThan(40 * 2 ** 20);
}, 60_000);
