import { expect, test } from './support/desk.ts';
import { lookAt, picture } from './support/look.ts';

test('the owner takes a decision in the meeting that replaces another, finds it, and prints it', async ({
  desk,
  page,
}) => {
  const owner = await desk.openSample();
  await desk.open(page, owner, '/meeting/2026-W47');
  await page.getByRole('button', { name: '打开例会' }).click();
  await page.getByRole('tab', { name: '纪要与决议' }).click();
  await page.getByLabel('决议内容').fill('试驾车由三台轮换');
  await page.getByRole('button', { name: '主导思想' }).or(page.getByText('六个方面')).first().click();
  await page.getByLabel('主导思想').fill('客户来了就要开得到车');
  await page.getByLabel('决议内容').press('Control+Enter');
  const number = page.getByRole('link', { name: '2026-D006', exact: true });
  await expect(number).toBeVisible();
  await number.click();
  await expect(page.getByRole('heading', { level: 1, name: '2026-D006' })).toBeVisible();
  await expect(page.getByText('客户来了就要开得到车')).toBeVisible();

  // An older one is found by its words and replaced; itself is refused beside the field.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /搜索/u }).first().fill('提前 10 天锁定');
  await page
    .getByRole('option', { name: /2026-D005/u })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: '2026-D005' })).toBeVisible();
  await page.getByRole('button', { name: '由新决议替代' }).click();
  const dialog = page.getByRole('dialog');
  const successor = dialog.getByRole('combobox', { name: '替代它的决议' });
  const choose = async (name: string): Promise<void> => {
    await successor.fill(name);
    await page.getByRole('option', { name }).first().click();
    await dialog.getByRole('button', { name: '保存' }).click();
  };
  await choose('2026-D005');
  await expect(dialog.getByText('决议不能替代它自己，请选另一项。')).toBeVisible();
  await picture(page, 'decision-itself');
  await choose('2026-D006');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('2026年11月18日 起由 2026-D006 替代')).toBeVisible();
  await lookAt(page, 'decision');
  await page.keyboard.press('Control+p');
  await expect(page.locator('object[type="application/pdf"]')).toHaveAttribute('data', /^blob:/u);
  await page.keyboard.press('Escape');

  // The minutes that held it say so, the register shows both.
  await page.getByRole('link', { name: '2026-W46' }).click();
  await page.getByRole('tab', { name: '纪要与决议' }).click();
  await expect(page.getByRole('link', { name: '2026年11月18日 起由 2026-D006 替代' })).toBeVisible();
  await page.getByRole('link', { name: '决策登记' }).click();
  await expect(page.getByRole('row', { name: /2026-D005.*已被替代.*2026-D006/u })).toBeVisible();
  await picture(page, 'decision-register');
});

test('a manager compares the channels of a month and a year, and plans a week', async ({ desk, page }) => {
  const owner = await desk.openSample();
  await desk.open(page, owner, '/channel-plan/month');
  const table = page.getByRole('table', { name: '渠道工作计划' });
  const event = table.getByRole('row', { name: /^活动/u });
  await expect(event).toContainText('含活动支出 ¥25,840.00');
  await lookAt(page, 'channel-month');
  await page.getByText('一年逐月').click();
  await page.getByLabel('渠道', { exact: true }).selectOption('event');
  const year = page.getByRole('table', { name: '一年逐月' });
  await expect(year.getByRole('row')).toHaveCount(14);
  await picture(page, 'channel-year');
  await year.getByRole('link', { name: '2026年11月' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '2026年11月 · 活动' })).toBeVisible();
  await page.getByRole('button', { name: '添加行动' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('要做什么').fill('回电双十一线索');
  await dialog.getByLabel('到期日').fill('2025-11-20');
  await dialog.getByLabel('检查方式').fill('看通话记录');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog.getByText(/不在这个月的计划里/u)).toBeVisible();
  await dialog.getByLabel('到期日').fill('2026-11-20');
  await dialog.getByLabel('到期日').fill('月底前');
  await dialog.getByLabel('到期日').press('Enter');
  await expect(dialog.getByText(/看不懂这个日期/u)).toBeVisible(); // the day before it is not saved
  await dialog.getByLabel('到期日').fill('2026-11-20');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog).toBeHidden();
  const weeks = page.getByRole('region', { name: '每周行动' });
  await expect(weeks.getByText('回电双十一线索')).toBeVisible();
  await lookAt(page, 'channel-plan');
});
