import { expect, test } from './support/desk.ts';
import { lookAt } from './support/look.ts';
import { newCustomer } from '#tests/support/records.ts';

test('the owner sets a fee and a package, an adviser enrols with the fee and sells the package at the price that was seen', async ({
  desk,
  page,
}) => {
  const owner = await desk.setUp();
  const adviser = await desk.addPerson(owner, '李顾问', ['serviceAdviser']);
  const { id } = await owner.client.customer.create({ values: newCustomer({ name: '张建国' }) });

  await desk.open(page, owner, '/membership/design');
  await page.getByLabel('银卡 会费').fill('298');
  await page.getByRole('button', { name: '加一种套餐' }).click();
  await page.getByLabel('套餐 1').fill('保养三次');
  await page.getByLabel('次数 1').fill('3');
  await page.getByLabel('每次原价 1').fill('580');
  await page.getByLabel('售价 1').fill('1800');
  await page.keyboard.press('Tab');
  await expect(page.getByText('比单买（¥1,740.00）还贵，请改低售价。')).toBeVisible();
  await page.getByLabel('售价 1').fill('1200');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: '保存为新版本' }).click();
  await expect(page.getByText('现行：第 1 版')).toBeVisible();
  await lookAt(page, 'membership-prices');

  await desk.open(page, adviser, `/customer/${id}`);
  await page.getByRole('button', { name: '入会' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('等级').selectOption('银卡');
  await dialog.getByLabel('凭证号').fill('HF-1');
  // The price goes up while the dialog is open: nothing is charged that nobody was told.
  const { content } = await owner.client.membership.design({});
  const dearer = content.tiers.map((tier) => (tier.name === '银卡' ? { ...tier, priceFen: 39_800 } : tier));
  await owner.client.membership.saveDesign({
    fromDay: desk.core.clock.today(),
    content: { ...content, tiers: dearer },
    note: null,
  });
  await dialog.getByRole('button', { name: '已收款并入会' }).click();
  await expect(dialog.getByText('“银卡”现在的价格是 ¥398.00')).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: '入会' }).click();
  await dialog.getByLabel('等级').selectOption('银卡');
  await dialog.getByRole('button', { name: '已收款并入会' }).click();
  await expect(page.getByText(/^会费至 /u)).toBeVisible();

  await page.getByText('售套餐', { exact: true }).click();
  await expect(page.getByLabel('买什么')).toBeVisible();
  await page.keyboard.press('F2');
  await expect(page.getByLabel('买什么')).toBeFocused();
  await page.getByRole('button', { name: '记账' }).click();
  await expect(page.getByText('还可用 3 次')).toBeVisible();
  await page.getByRole('button', { name: '退款试算' }).click();
  await expect(page.getByText(/交“银卡”会费 ¥398.00$/u)).toBeVisible();
  await expect(page.getByRole('dialog').getByText('¥1,598.00')).toBeVisible();
});
