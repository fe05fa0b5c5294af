import { expect, test } from './support/desk.ts';
import { lookAt, picture } from './support/look.ts';

test('a manager makes an event from a template, moves its date, takes a lead on the day and closes with a review', async ({
  desk,
  page,
}) => {
  const owner = await desk.setUp();
  const manager = await desk.addPerson(owner, '赵经理', ['manager']);
  await owner.client.meeting.open({ week: '2026-W47' });

  await desk.open(page, manager, '/event');
  await page.getByRole('button', { name: '用模板新建' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /店头活动/u }).check();
  await dialog.getByLabel('名称').fill('冬季团购会');
  await dialog.getByLabel('开始日期').fill('月底前');
  await dialog.getByRole('button', { name: '新建', exact: true }).click();
  await expect(dialog.getByText(/看不懂这个日期/u)).toBeVisible(); // and nothing is made of today, which stood there before
  await dialog.getByLabel('开始日期').fill('2026-11-20');
  await page.keyboard.press('Tab');
  await picture(page, 'event-template');
  await dialog.getByRole('button', { name: '新建', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '冬季团购会' })).toBeVisible();

  // The date moves to today: what moves along is told before it is saved.
  await page.getByLabel('开始日期').fill('2026-11-18');
  await page.keyboard.press('Tab');
  await expect(page.getByText(/项未完成的任务跟着改期/u)).toBeVisible();
  await picture(page, 'event-moves');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/项未完成的任务跟着改期/u)).toBeHidden();
  await page.getByRole('tab', { name: '任务' }).click();
  const day = page.getByRole('region', { name: '现场执行' });
  await expect(day.getByText('T+0').first()).toBeVisible();
  await expect(day.getByText('2026年11月18日').first()).toBeVisible();
  await lookAt(page, 'event-tasks');
  await page.getByRole('tab', { name: '预算与支出' }).click();
  await page.getByRole('button', { name: '添加' }).click();
  await picture(page, 'event-cost');
  await page.keyboard.press('Escape');

  // On the day: telephone, name, model by keyboard; the same number is told.
  await page.getByRole('tab', { name: '现场登记' }).click();
  const form = page.getByRole('form', { name: '现场登记' });
  await form.getByLabel('电话').focus();
  await page.keyboard.type('13800138000');
  await page.keyboard.press('Enter');
  await page.keyboard.type('孙师傅');
  await page.keyboard.press('Enter');
  await page.keyboard.type('远途 X9');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: '孙师傅' })).toBeVisible();
  await expect(form.getByLabel('电话')).toBeFocused();
  await page.keyboard.type('13800138000');
  await expect(form.getByText(/已在本活动登记过/u)).toBeVisible();
  await form.getByLabel('现场下订').check();
  await picture(page, 'event-capture');

  await page.getByRole('tab', { name: '总结分析' }).click();
  await expect(page.getByText('还没有支出').first()).toBeVisible();
  await page.getByLabel('做得好的').fill('电话邀约到位，当天留资及时。');
  await page.keyboard.press('Control+s');
  await page.getByRole('button', { name: '提交周例会' }).click();
  await expect(page.getByText('已提交会议 2026-W47').first()).toBeVisible();
  await lookAt(page, 'event-review');
  await desk.open(page, manager, '/meeting/2026-W47');
  await expect(page.getByText('活动总结：冬季团购会').first()).toBeVisible();
});
