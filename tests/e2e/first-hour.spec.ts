import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleTotals } from '#electron/features/sample/sample-totals.ts';
import { writeSampleExports } from '#electron/features/sample/export/sample-exports.ts';
import { httpClient } from '#renderer/transport/client.ts';
import { pdfText } from '../support/pdf-text.ts';
import { expect, ownerName, password, storeName, test } from './support/desk.ts';
import { picture } from './support/look.ts';

/** The issue's own story: a clerk who never saw the program makes the store, drags in the exports, prints this week's minutes. */
test('first run → exports dragged in → the printed minutes of this week, with the figures of the files', async ({
  desk,
  page,
}) => {
  test.slow();
  const options = { customers: 120, years: 1, seed: 11, ownerName, today: desk.clock.today() };
  const folder = join(desk.dataFolder, 'exports');
  const exports = await writeSampleExports(folder, options);
  const truth = sampleTotals(options).weeks.find((week) => week.week === '2026-W47');
  expect(exports).toHaveLength(11);

  // First run.
  await desk.open(page, undefined);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('门店名称').fill(storeName);
  await page.getByLabel('老板姓名').fill(ownerName);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByLabel('再输一次密码').fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(/备份文件夹/u)).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByLabel('我已经抄写或打印好了').check();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: /导入文件/ }).click();

  // All files at once, all imported in the order of what refers to what.
  await page.getByTestId('file-input').setInputFiles(readdirSync(folder).map((name) => join(folder, name)));
  await page.getByRole('button', { name: '全部导入（11）' }).click({ timeout: 60_000 });
  await page.getByRole('button', { name: '开始导入' }).click();
  const { token } = (await desk.core.call('session.signIn', { login: ownerName, password }, {})) as {
    token: string;
  };
  const client = httpClient(desk.url.replace(/\/$/u, ''), () => token);
  await expect.poll(async () => (await client.import.list({})).total, { timeout: 120_000 }).toBe(11);
  await picture(page, 'first-hour-imported');
  const imports = (await client.import.list({})).rows;
  for (const { kind, rows, broken } of exports) {
    const done = imports.find((line) => line.kind === kind)?.counts;
    expect([kind, done?.read, done?.refused]).toEqual([kind, rows + broken, broken]);
  }

  // This week's meeting, filled from the files.
  await page.goto(`${desk.url}meeting`);
  await page
    .getByRole('button', { name: /本周例会/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: /第 47 周例会/u })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: '打开例会' }).click();
  await expect(page.getByRole('tab', { name: '周完成进度' })).toBeVisible();
  const { id } = (await client.meeting.find({ week: '2026-W47' })) ?? { id: 0 };
  const pack = await client.meeting.pack({ week: '2026-W47' });
  const figure = (indicator: string): number | null =>
    pack.progress.find((line) => line.indicator === indicator)?.week.value ?? null;
  expect({
    deliveries: figure('deliveries'),
    leads: figure('leads'),
    serviceVisits: figure('serviceVisits'),
    serviceRevenue: figure('serviceRevenue'),
    cashIn: figure('cashIn'),
    // A small store may have no payment near this week: then the figure is not supplied, and the truth is nothing.
    receivablesCollected: figure('receivablesCollected') ?? 0,
  }).toEqual({
    deliveries: truth?.deliveries,
    leads: truth?.leads,
    serviceVisits: (truth?.serviceVisits ?? 0) - (truth?.internalVisits ?? 0),
    serviceRevenue: (truth?.serviceRevenueFen ?? 0) - (truth?.internalRevenueFen ?? 0),
    cashIn: truth?.cashInFen,
    receivablesCollected: truth?.receivablesCollectedFen,
  });
  await picture(page, 'first-hour-meeting');

  // The printed minutes.
  const { jobId } = await client.meeting.print({ id, format: 'pdf' });
  await expect
    .poll(async () => (await client.job.get({ id: jobId })).state, { timeout: 60_000 })
    .toBe('done');
  const file = await client.job.file({ id: jobId });
  const path = join(desk.dataFolder, 'minutes.pdf');
  writeFileSync(path, new Uint8Array(await file.arrayBuffer()));
  const text = pdfText(new Uint8Array(await file.arrayBuffer()));
  expect(text.join('')).toContain(storeName);
  expect(text.join('').replaceAll(/\s/gu, '')).toContain('周例会纪要');
});
