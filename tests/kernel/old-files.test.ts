import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { removeOldFiles } from '#electron/kernel/old-files.ts';
import { fixedClock } from '#electron/kernel/clock.ts';
import { errorData } from '#renderer/transport/client.ts';
import {
  carriers,
  openTestCore,
  openWindow,
  ownerWindow,
  tempFolder,
  testClock,
} from '#tests/support/core.ts';
import { jobEnd } from '#tests/support/jobs.ts';

const now = '2026-11-18T02:00:00.000Z';
const id = '0b5c1d7e-4a53-4f0e-9f3a-1d2c3b4a5f60';
const minutesBefore = (minutes: number): Date => new Date(Date.parse(now) - minutes * 60_000);
const day = 24 * 60;

function put(folder: string, name: string, age: number): void {
  writeFileSync(join(folder, name), 'x');
  utimesSync(join(folder, name), minutesBefore(age), minutesBefore(age));
}

describe('old files of the data folder', () => {
  it.each<[string, number, 'goes' | 'stays']>([
    [`${id}~客户.xls`, 2 * day + 1, 'goes'],
    [`${id}~客户.xls`, 2 * day, 'stays'],
    [`${id}.stage`, 2 * day + 1, 'goes'],
    [`${id}.stage-wal`, 2 * day + 1, 'goes'],
    [`${id}.stage-shm`, 2 * day - 1, 'stays'],
    [`${id}.xlsx`, 2 * day + 1, 'stays'],
    [`${id}.xlsx`, 30 * day, 'stays'],
    [`${id}.xlsx`, 30 * day + 1, 'goes'],
    [`${id}-refused.xlsx`, 29 * day, 'stays'],
    [`${id}-2026-W47.pdf`, 31 * day, 'goes'],
    // A sheet whose own name holds what uploads have in theirs.
    [`${id}-a~b.pdf`, 3 * day, 'stays'],
    ['from-tomorrow.csv', -day, 'stays'],
  ])('%s of %i minutes %s', async (name, age, what) => {
    const folder = tempFolder();
    put(folder, name, age);
    expect(await removeOldFiles(folder, now)).toEqual(what === 'goes' ? [name] : []);
    expect(readdirSync(folder)).toEqual(what === 'goes' ? [] : [name]);
  });

  it('folders are left alone, and a missing folder is no trouble', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, `${id}.stage`));
    utimesSync(join(folder, `${id}.stage`), minutesBefore(90 * day), minutesBefore(90 * day));
    expect(await removeOldFiles(folder, now)).toEqual([]);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(await removeOldFiles(join(folder, 'none'), now)).toEqual([]);
  });

  it.each(carriers)('go when the program starts; the job of one says so over %s', async (carrier) => {
    const dataFolder = tempFolder();
    const clock = testClock();
    const core = await openTestCore({ dataFolder, clock });
    const owner = await ownerWindow(core, carrier);
    const { jobId } = await owner.client.export.start({
      feature: 'customer',
      list: { filters: [], sort: [] },
      columns: ['name'],
      format: 'csv',
    });
    await jobEnd(owner, jobId);
    expect((await owner.client.job.file({ id: jobId })).size).toBeGreaterThan(0);

    const files = join(dataFolder, 'files');
    const old = minutesBefore(31 * day);
    for (const name of readdirSync(files)) utimesSync(join(files, name), old, old);
    await core.close();
    const again = await openTestCore({ dataFolder, clock });
    expect(readdirSync(files)).toEqual([]);
    const { token } = owner;
    const window = Object.assign(await openWindow(again, carrier), { token });
    expect(await window.client.job.file({ id: jobId }).catch(errorData)).toEqual({
      code: 'not-found',
      feature: 'file',
      id: jobId,
    });
  });
});

it('an import of more than 30 days ago no longer quotes the cells of its file; its counts stay', async () => {
  const dataFolder = tempFolder();
  const core = await openTestCore({ dataFolder, clock: testClock() });
  const owner = await ownerWindow(core, 'port');
  const file = new File(['客户名称,联系电话\n张三,13800001111\n坏行,1380000\n'], '客户.csv');
  const { fileId } = await owner.client.import.upload({ file });
  const { jobId } = await owner.client.import.run({ fileId, reading: {} });
  const job = await jobEnd(owner, jobId);
  expect(job.result?.['problems']).toMatchObject([{ value: '1380000' }]);
  await core.close();

  const quoted = async (at: string): Promise<string> => {
    const later = await openTestCore({ dataFolder, clock: fixedClock(at) });
    const row = await later.database.reader
      .selectFrom('job')
      .select(['result', 'filePath', 'fileName'])
      .where('id', '=', jobId)
      .executeTakeFirstOrThrow();
    await later.close();
    return JSON.stringify(row);
  };
  expect(await quoted('2026-12-18T02:00:00.000Z')).toContain('1380000');
  const { problems: _problems, ...rest } = job.result ?? {};
  expect(await quoted('2026-12-18T02:00:00.001Z')).toBe(
    JSON.stringify({ result: JSON.stringify(rest), filePath: null, fileName: null }),
  );
});
