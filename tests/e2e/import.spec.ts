import type { Page } from '@playwright/test';
import { encodeGb18030 } from '#electron/kernel/gb18030.ts';
import { expect, test, type Desk, type Signed } from './support/desk.ts';
import { expectAccessible, lookAt, picture } from './support/look.ts';
import { newCustomer } from '../support/records.ts';

/** As a dealer's system writes it: GBK text named .xls, a title above the headings, a total below the rows. */
const heading = '客户名称,联系电话,客户编号,车牌号,车架号,车型,保险到期日,内部代码';
const vins = ['1M8GDM9AXKP042788', '5GZCZ43D13S812715', 'LVBV3ABB8NE012347'] as const;
const clean = [
  `张伟,13800001111,K1,粤B12345,${vins[0]},德龙牵引车,2026-12-01,x1`,
  `远达物流有限公司,0755-83331234,K2,粤B67890,${vins[1]},解放自卸车,20261202,x2`,
];
const dirty = ['李小四,1380,K3,粤B24680,,欧曼重卡,2026年12月3日,x3', '作废客户,13800009999,K4,,,,,x4'];

const exported = (name: string, rows: readonly string[]) => ({
  name,
  mimeType: 'application/vnd.ms-excel',
  buffer: Buffer.from(encodeGb18030(['客户车辆档案,,,,,,,', heading, ...rows, '合计,,,,,,,'].join('\r\n'))),
});

async function clerkOf(desk: Desk, page: Page): Promise<Signed> {
  const clerk = await desk.addPerson(await desk.setUp(), '小林', ['clerk']);
  await desk.open(page, clerk, '/import');
  return clerk;
}

/** A screen that differs little from one that is looked at in all sizes and colours. */
async function lookOnce(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name);
  await picture(page, name);
}

const choose = (page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> =>
  page.getByTestId('file-input').setInputFiles(files);
const tab = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^${name}\\s*[\\d,]+$`, 'u') });
const line = (page: Page, text: string) => page.getByRole('grid').getByRole('row').filter({ hasText: text });
const total = async (signed: Signed): Promise<number> => (await signed.client.customer.list({})).total;

test('a clerk imports an export: look, check, correct, leave out, import, again unchanged, undo', async ({
  desk,
  page,
}) => {
  test.slow();
  const clerk = await clerkOf(desk, page);
  await expect(page.getByText('把其他系统导出的文件拖到这里')).toBeVisible();
  await lookAt(page, 'import-1-start');

  await choose(page, exported('客户档案.xls', [...clean, ...dirty]));
  await expect(page.getByLabel('数据类别')).toHaveValue('customerVehicle');
  await expect(page.getByLabel('文字编码')).toHaveValue('gb18030');
  await expect(page.getByText('需要的列都有了，7 列导入，1 列不导入。')).toBeVisible();
  await expect(page.getByLabel('把第 2 行作为表头')).toHaveAttribute('aria-pressed', 'true');
  await lookAt(page, 'import-2-check');

  // A wrong guess is seen and taken back: other encoding, other heading row, a column to nowhere.
  await page.getByLabel('文字编码').selectOption('utf-16le');
  await expect(page.getByText('请先选择这个文件是哪一类数据。')).toBeVisible();
  await page.getByLabel('文字编码').selectOption('gb18030');
  await expect(page.getByText('需要的列都有了，7 列导入')).toBeVisible();
  await page.getByLabel('把第 3 行作为表头').click();
  await expect(page.getByText('请先选择这个文件是哪一类数据。')).toBeVisible();
  await page.getByLabel('把第 2 行作为表头').click();
  await page.getByLabel('第 1 列“客户名称”对应').selectOption('');
  await page.getByLabel('第 3 列“客户编号”对应').selectOption('');
  await page.getByLabel('第 4 列“车牌号”对应').selectOption('');
  await page.getByLabel('第 5 列“车架号”对应').selectOption('');
  await expect(page.getByText('还缺少')).toBeVisible();
  await expect(page.getByRole('button', { name: '下一步：预览' })).toBeDisabled();
  await lookOnce(page, 'import-3-missing');
  await page.getByRole('button', { name: '重新自动对应' }).click();
  await page.getByRole('button', { name: '下一步：预览' }).click();

  // What will happen to each row; nothing is written.
  await expect(tab(page, '新建')).toHaveText(/3$/u);
  await expect(tab(page, '拒绝')).toHaveText(/1$/u);
  expect(await total(clerk)).toBe(0);
  await expect(line(page, '张伟')).toContainText('2026年12月1日');
  await expect(line(page, '李小四')).toContainText('电话号码不对');
  await lookOnce(page, 'import-4-preview');

  // Correct a cell by keyboard, leave a row out, check again.
  await line(page, '李小四').getByRole('gridcell').filter({ hasText: '1380' }).click();
  await page.keyboard.press('F2');
  await page.keyboard.type('13800002222');
  await page.keyboard.press('Enter');
  await expect(line(page, '李小四')).toContainText('13800002222');
  await page.getByRole('button', { name: '不导入第 6 行' }).click();
  await expect(page.getByText('已修改 2 行')).toBeVisible();
  await lookAt(page, 'import-5-pending');
  await page.getByRole('button', { name: '重新检查' }).click();
  await expect(tab(page, '新建')).toHaveText(/3$/u);
  await expect(tab(page, '已排除')).toHaveText(/1$/u);
  await expect(tab(page, '拒绝')).toBeDisabled();
  await tab(page, '已排除').click();
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2);

  await page.getByRole('button', { name: '导入 3 行' }).click();
  await expect(page.getByText('导入完成')).toBeVisible();
  await lookAt(page, 'import-6-result');
  const { rows } = await clerk.client.customer.list({ sort: [{ field: 'code', descending: false }] });
  expect(rows.map((row) => [row.code, row.name, row.phone])).toEqual([
    ['K1', '张伟', '13800001111'],
    ['K2', '远达物流有限公司', '0755-83331234'],
    ['K3', '李小四', '13800002222'],
  ]);
  await page.getByRole('link', { name: '查看客户', exact: true }).click();
  await expect(page.getByText('李小四')).toBeVisible();
  await expect(page.getByText('作废客户')).toBeHidden();

  // The same file again changes nothing; a changed one says old and new.
  await desk.open(page, clerk, '/import');
  const renewed = clean[0]?.replace('2026-12-01', '2027-12-01') ?? '';
  await choose(page, exported('客户档案.xls', clean), exported('客户档案-新.xls', [renewed]));
  await expect(page.getByText('已记住列对应').first()).toBeVisible();
  await page.getByRole('button', { name: '下一步：预览' }).click();
  await expect(tab(page, '不变')).toHaveText(/2$/u);
  await expect(page.getByText('与系统中的完全一致')).toBeVisible();
  await page.getByRole('button', { name: /^客户档案-新/u }).click();
  await page.getByRole('button', { name: '下一步：预览' }).click();
  await expect(tab(page, '更新')).toHaveText(/1$/u);
  await expect(line(page, '张伟')).toContainText('2026年12月1日');
  await expect(line(page, '张伟')).toContainText('2027年12月1日');
  await lookOnce(page, 'import-7-changes');

  // History, and the import is taken back.
  await page.getByRole('main').getByRole('link', { name: '导入历史' }).click();
  await expect(page.getByRole('row').filter({ hasText: '客户档案.xls' })).toContainText('小林');
  await lookAt(page, 'import-8-history');
  await page.getByRole('button', { name: '撤销“客户档案.xls”' }).click();
  await expect(page.getByText('导入后有人改过，为了不丢掉这些修改而保留。')).toBeVisible();
  await lookOnce(page, 'import-9-undo');
  await page.getByRole('button', { name: '撤销导入' }).click();
  await expect(page.getByRole('row').filter({ hasText: '客户档案.xls' })).toContainText('已撤销');
  expect(await total(clerk)).toBe(0);
});

test('in English: a row that could be two customers is decided by the person', async ({ desk, page }) => {
  test.slow();
  const owner = await desk.setUp('en');
  for (const code of ['A1', 'A2'])
    await owner.client.customer.create({ values: newCustomer({ name: '张伟', phone: '13800001111', code }) });
  await desk.open(page, owner, '/import');
  await choose(page, exported('客户.csv', ['张伟,13800001111,,粤B12345,,德龙牵引车,,']));
  await expect(page.getByLabel('Kind of data')).toHaveValue('customerVehicle');
  await lookOnce(page, 'import-check-english');
  // The button has the focus already: Enter goes on.
  await expect(page.getByRole('button', { name: 'Next: preview' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(tab(page, 'To decide')).toHaveText(/1$/u);
  await lookAt(page, 'import-ask');
  await page.getByLabel('Which record is this row?').selectOption({ index: 2 });
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(tab(page, 'New')).toHaveText(/1$/u);
  await page.getByRole('button', { name: 'Import 1 row' }).click();
  await expect(page.getByText('1 row read')).toBeVisible();
  await lookOnce(page, 'import-result-english');
  expect(await total(owner)).toBe(2);
  const { rows } = await owner.client.vehicle.list({});
  const second = (await owner.client.customer.list({ search: '张伟' })).rows.find((row) => row.code === 'A2');
  expect(rows[0]?.customerId).toBe(second?.id);
});

/** The next job waits until `end`, as if somebody else had the store's one place for writing. */
function nextJobWaits(desk: Desk): { end(): void } {
  let end = (): void => undefined;
  const stop = desk.core.events.subscribe((event) => {
    if (event.type !== 'job' || event.job.state !== 'running') return;
    stop();
    void desk.core.database.gate.run(() => new Promise<void>((resolve) => (end = resolve)));
  });
  return { end: () => end() };
}

test('a cancelled import leaves nothing', async ({ desk, page }) => {
  test.slow();
  const clerk = await clerkOf(desk, page);
  const many = Array.from(
    { length: 40_000 },
    (_, index) => `客户${index},138${String(index).padStart(8, '0')},N${index},,,,,`,
  );
  await choose(page, exported('大文件.xls', many));
  await expect(page.getByText('1,000 行以上').or(page.getByText('998 行以上'))).toBeVisible();

  const progress = page.getByText(/已处理 [\d,]+ 行 · 每秒 [\d,]+ 行/u).waitFor();
  await page.getByRole('button', { name: '下一步：预览' }).click();
  await progress;
  await expect(tab(page, '新建')).toHaveText(/40,000$/u, { timeout: 60_000 });

  const held = nextJobWaits(desk);
  await page.getByRole('button', { name: '导入 40,000 行' }).click();
  await expect(page.getByRole('button', { name: '取消', exact: true })).toBeEnabled();
  await lookAt(page, 'import-working');
  await page.getByRole('button', { name: '取消', exact: true }).click();
  held.end();
  await expect(page.getByText('已取消，没有写入任何内容。')).toBeVisible();
  expect(await total(clerk)).toBe(0);
  expect((await clerk.client.import.list({})).total).toBe(0);
});

test('files that are no tables say so, and several files come in the order of what refers to what', async ({
  desk,
  page,
}) => {
  await clerkOf(desk, page);
  const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await choose(
    page,
    {
      name: '照片.xlsx',
      mimeType: 'image/png',
      buffer: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    },
    csv('维修项目.csv', '工单号,项目名称,工时,金额\nR1,更换机油,1,80\n'),
    csv('客户.csv', '客户名称,联系电话,客户编号\n张伟,13800001111,K1\n'),
    csv('说不清.csv', '甲,乙\n1,2\n'),
  );
  await expect(page.getByText('这不是表格文件').first()).toBeVisible();
  const names = page.getByRole('region', { name: '文件' }).getByRole('listitem');
  await expect(names).toHaveText([
    /客户\.csv/u,
    /维修项目\.csv/u,
    /照片\.xlsx|说不清\.csv/u,
    /照片\.xlsx|说不清\.csv/u,
  ]);
  await page
    .getByRole('button', { name: /说不清/u })
    .first()
    .click();
  await expect(page.getByText('请先选择这个文件是哪一类数据。')).toBeVisible();
  await lookAt(page, 'import-several');

  // A reload of the window loses nothing.
  await page.reload();
  await expect(names).toHaveCount(4);
  await expect(page.getByText('这不是表格文件').first()).toBeVisible();

  await page.getByRole('button', { name: '全部导入（2）' }).click();
  await page.getByRole('button', { name: '开始导入' }).click();
  await expect(page.getByText('1 行没有导入')).toBeVisible({ timeout: 60_000 });
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载未导入的行' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/u);
});
