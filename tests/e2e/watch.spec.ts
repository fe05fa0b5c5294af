import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './support/desk.ts';
import { lookAt } from './support/look.ts';

const emptyLead = {
  phone: null,
  customerId: null,
  arrivedOn: '2026-11-16',
  channel: null,
  eventId: null,
  visitedOn: null,
  testDrivenOn: null,
  model: null,
  consultantId: null,
  nextContactOn: null,
  closedOn: null,
  lostReason: null,
  note: null,
};

let outside = '';
test.beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'desk-watch-'));
});
test.afterEach(() => rmSync(outside, { recursive: true, force: true }));

test('the owner sets a watch folder; what it cannot import by itself waits on the import page', async ({
  desk,
  page,
}) => {
  test.slow();
  const owner = await desk.setUp();
  await desk.open(page, owner, '/import');
  const card = page.getByRole('region', { name: '监视文件夹' });
  await expect(card).toContainText('还没有设置监视文件夹');
  await card.getByRole('link', { name: '去设置' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible();

  const folder = join(outside, '导出');
  await page.getByLabel('监视文件夹').fill(folder);
  await page.getByLabel('库龄与账龄的分段（天）').fill('90,30');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('请填写 2 到 5 个由小到大的整天数')).toBeVisible();
  await page.getByLabel('库龄与账龄的分段（天）').fill('45，90');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('找不到这个文件夹')).toBeVisible();
  await lookAt(page, 'watch-1-setting');
  mkdirSync(folder);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已保存')).toBeVisible();

  writeFileSync(join(folder, '客户.csv'), '客户名称,联系电话,客户编号\n张三,13800001111,K1\n');
  writeFileSync(join(folder, '扫描件.pdf'), '%PDF-1.7');
  await page.getByRole('link', { name: '导入', exact: true }).click();
  await expect(card.getByText(folder)).toBeVisible();
  // The core takes a file that it saw twice unchanged.
  await expect(card.getByText('第一次见到这种文件')).toBeVisible();
  await expect(card.getByText('这不是表格文件')).toBeVisible();
  await lookAt(page, 'watch-2-waiting');

  await card.getByRole('button', { name: '导入“客户.csv”' }).click();
  await expect(page.getByLabel('数据类别')).toHaveValue('customerVehicle');
  await page.getByRole('button', { name: '监视文件夹 · 2 个文件等待' }).click();
  await expect(page.getByText('已在导入列表中')).toBeVisible();
  await lookAt(page, 'watch-3-in-hand');
});

test('an auditor finds the import history', async ({ desk, page }) => {
  const auditor = await desk.addPerson(await desk.setUp(), '审计', ['auditor']);
  await desk.open(page, auditor, '/');
  await page.getByRole('navigation').getByRole('link', { name: '导入历史' }).click();
  await expect(page.getByRole('heading', { name: '导入历史', level: 1 })).toBeVisible();
});

test('a tile of the desk opens exactly the rows that it counts', async ({ desk, page }) => {
  const owner = await desk.setUp();
  for (const [customerName, state] of [
    ['张三', 'following'],
    ['李四', 'won'],
    ['王五', 'new'],
  ] as const) {
    await owner.client.lead.create({ values: { ...emptyLead, customerName, state } });
  }
  await desk.open(page, owner, '/');
  await page.getByRole('link', { name: '跟进中的线索 2' }).click();
  const grid = page.getByRole('grid');
  await expect(grid.getByText('张三')).toBeVisible();
  await expect(grid.getByText('王五')).toBeVisible();
  await expect(grid.getByText('李四')).toHaveCount(0);
});
