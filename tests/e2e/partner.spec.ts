import { expect, test } from './support/desk.ts';
import { lookAt } from './support/look.ts';
import { newMember } from '#tests/support/membership.ts';

test('the owner makes partner and agreement, a clerk issues two cards, redeems one, the settlement is printed', async ({
  desk,
  page,
}) => {
  const owner = await desk.setUp();
  const clerk = await desk.addPerson(owner, '小刘', ['clerk']);
  await newMember(owner, { name: '张建国', phone: '13900007788' });

  await desk.open(page, owner, '/partner/new');
  await page.getByLabel('商户名称').fill('中石化城东站');
  await page.getByRole('combobox', { name: '类别' }).click();
  await page.getByRole('option', { name: '加油' }).click();
  await page.keyboard.press('Control+s');
  const agreements = page.getByRole('region', { name: '合作协议' });
  await agreements.getByRole('link', { name: /新建/u }).click();
  await page.getByLabel('卡种').fill('加油卡 200 元');
  await page.getByLabel('结束日期').fill('2099-12-31');
  await page.getByLabel('面值').fill('200');
  await page.getByLabel('每月配额（张）').fill('2');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 1, name: '加油卡 200 元' })).toBeVisible();

  await desk.open(page, clerk, '/partner-card/issue');
  await page.getByLabel('发给').fill('7788');
  await page.keyboard.press('Enter');
  await expect(page.getByText('已选 1 位')).toBeVisible();
  await page.getByLabel('每人张数').fill('3');
  await expect(page.getByText('只剩 2 张，不够 3 张')).toBeVisible();
  await page.getByLabel('每人张数').fill('2');
  await lookAt(page, 'partner-issue');
  await page.getByRole('button', { name: '发 2 张' }).click();
  await expect(page.getByText('已发 2 张')).toBeVisible();
  await page.getByRole('link', { name: 'P00000018' }).click();
  // What was refused goes when its field changes.
  await page.getByLabel('核销金额').fill('300');
  await page.keyboard.press('Enter');
  await expect(page.getByText('P00000018 只剩')).toBeVisible();
  await page.getByLabel('核销金额').fill('');
  await expect(page.getByText('P00000018 只剩')).toBeHidden();
  // What is no amount is said and never booked as its readable beginning.
  await page.getByLabel('核销金额').fill('50.555');
  await page.keyboard.press('Enter');
  await expect(page.getByText('看不懂这个金额')).toBeVisible();
  await page.getByLabel('核销金额').fill('50.5');
  await page.keyboard.press('Enter');
  await expect(page.getByText('¥149.50 / ¥200.00')).toBeVisible();
  await lookAt(page, 'partner-card');

  await desk.open(page, owner, '/partner-settlement');
  await page.getByRole('link', { name: /中石化城东站/u }).click();
  await expect(page.getByText('本店应付给中石化城东站')).toBeVisible();
  await lookAt(page, 'partner-settlement');
  await page.getByRole('button', { name: '打印' }).click();
  await expect(page.getByRole('dialog', { name: '打印预览：合作卡结算单' })).toBeVisible();
});
