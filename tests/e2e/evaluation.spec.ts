import type { Page } from '@playwright/test';
import { personFields } from '#shared/features/person/person.fields.ts';
import { postFields } from '#shared/features/post/post.fields.ts';
import { repairFields } from '#shared/features/repair/repair.fields.ts';
import { newValues } from '#tests/support/records.ts';
import { expect, password, test, type Desk } from './support/desk.ts';
import { lookAt, picture } from './support/look.ts';
import { watchPage } from './support/watch.ts';

/** A store whose service adviser finished two repairs. */
async function workshop(desk: Desk) {
  const owner = await desk.setUp();
  const { client } = owner;
  const { id: postId } = await client.post.create({ values: newValues(postFields, { name: '服务顾问' }) });
  const { id: adviserId } = await client.person.create({
    values: newValues(personFields, { name: '李顾问', postId }),
  });
  const values = (number: string) =>
    newValues(repairFields, { number, checkedInOn: '2026-11-18', state: 'done', adviserId });
  const first = await client.repair.create({ values: values('GD-1') });
  const second = await client.repair.create({ values: values('GD-2') });
  return { owner, first: first.id, second: second.id };
}

/** Scores a question by keyboard: the arrows of its row of numbers. */
async function score(page: Page, question: RegExp | string, value: string): Promise<void> {
  const choice = page
    .getByRole('radiogroup', { name: question })
    .getByRole('radio', { name: value, exact: true });
  await choice.focus();
  await page.keyboard.press('Space');
  await expect(choice).toBeChecked();
}

test('a customer scans, is content with little, and the complaint is there at once', async ({
  desk,
  page,
  context,
}) => {
  const { owner, first, second } = await workshop(desk);
  const care = await desk.addPerson(owner, '陈客服', ['customerCare']);
  await desk.open(page, care, `/repair/${first}`);
  const part = page.getByRole('region', { name: '客户即时评价' });
  await part.getByRole('button', { name: '请客户评价' }).click();
  const dialog = page.getByRole('dialog', { name: '请客户评价' });
  await expect(dialog.getByRole('img', { name: /扫码/u })).toBeVisible();
  await lookAt(page, 'evaluation-ask');
  const address = await dialog.getByRole('link').getAttribute('href');
  await page.keyboard.press('Escape');

  // The customer's telephone: no session, its own page only.
  const phone = await context.newPage();
  const problems = watchPage(phone);
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.goto(address ?? '');
  await expect(phone.getByRole('heading', { name: '请评价我们的服务' })).toBeVisible();
  await phone.getByRole('button', { name: '提交评价' }).click();
  await expect(phone.getByRole('alert')).toContainText('还没有评价任何一项');
  await score(phone, /出迎/u, '5');
  await score(phone, /说明项目、费用/u, '1');
  await score(phone, /推荐/u, '4');
  await phone.getByRole('textbox').fill('加了项目没有先说');
  await lookAt(phone, 'evaluation-rate');
  await phone.setViewportSize({ width: 390, height: 844 });
  await picture(phone, 'evaluation-phone');
  await phone.getByRole('button', { name: '提交评价' }).click();
  await expect(phone.getByRole('heading', { name: '谢谢您的评价！' })).toBeVisible();
  await phone.goto(address ?? '');
  await expect(phone.getByRole('heading', { name: '这个评价码不能用了' })).toBeVisible();
  expect(problems, 'errors on the telephone').toEqual([]);
  await phone.close();

  // The desk hears of it by itself.
  await expect(part).toContainText('平均 3.00 分');
  await part.getByRole('link', { name: '查看投诉' }).click();
  await expect(page.getByText('加了项目没有先说').first()).toBeVisible();
  await page.goBack();
  await part.getByRole('link', { name: '查看评价' }).click();
  await expect(page.getByText('4/10', { exact: true })).toBeVisible();
  await lookAt(page, 'evaluation-answered');
  await desk.open(page, care, '/evaluation/figures');
  await expect(page.getByRole('table', { name: '按人员' })).toContainText('李顾问');
  await lookAt(page, 'evaluation-figures');

  // The same on a screen of the store: the program is locked before the customer has it.
  await desk.open(page, care, `/repair/${second}`);
  await part.getByRole('button', { name: '请客户评价' }).click();
  await dialog.getByRole('button', { name: '交给客户在本机作答' }).click();
  await score(page, /出迎/u, '5');
  await page.getByRole('button', { name: '提交评价' }).click();
  await page.getByRole('button', { name: '交还设备' }).click();
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
