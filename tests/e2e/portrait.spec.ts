import { importedRepair, newCustomer } from '#tests/support/records.ts';
import { expect, test } from './support/desk.ts';
import { lookAt } from './support/look.ts';
import { tabTo } from './support/tab-to.ts';

test('an owner finds who may be lost and why, and makes a campaign of them, by keyboard alone', async ({
  desk,
  page,
}) => {
  const owner = await desk.setUp();
  const { client } = owner;
  const visits = [
    ['走远的', '2024-06-03'],
    ['久未到店', '2024-07-01'],
    ['常来的', '2026-11-02'],
  ] as const;
  for (const [at, [name, checkedInOn]] of visits.entries()) {
    const { id } = await client.customer.create({ values: newCustomer({ name }) });
    await importedRepair(desk.core, {
      number: `W${at}`,
      customerId: id,
      state: 'handedOver',
      checkedInOn,
      labourFen: 80_000,
    });
  }
  await client.customer.create({ values: newCustomer({ name: '还没来过' }) });

  await desk.open(page, owner, '/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('客户分层');
  await expect(page.getByRole('option', { name: /客户分层/u }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '客户分层' })).toBeVisible();
  const list = page.getByRole('table', { name: '客户', exact: true });
  await expect(list.getByRole('row')).toHaveCount(5);

  const atRisk = page.getByRole('button', { name: /^合计，流失风险高/u });
  await tabTo(page, atRisk);
  await page.keyboard.press('Enter');
  await expect(list.getByRole('row')).toHaveCount(3);
  await expect(list.getByRole('row', { name: /走远的/u })).toContainText('超过流失挽回期');
  await lookAt(page, 'portrait-segments');

  await tabTo(page, page.getByRole('button', { name: '建活动' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '用这份名单建营销活动' });
  await expect(dialog.getByText(/走远的 \(D 沉睡、超过流失挽回期\)/u)).toBeVisible();
  await expect(dialog.getByLabel('活动名称')).toBeFocused();
  await page.keyboard.type('请回老客户');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '请回老客户' })).toBeVisible();
  await tabTo(page, page.getByLabel('优惠内容'));
  await page.keyboard.type('回店检查一次');
  await page.keyboard.press('Control+s');
  await expect(page.getByTestId('unsaved')).toBeHidden();
  const plan = page.getByRole('tab', { name: '计划' });
  await tabTo(page, plan, 'Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('来源：客户分层：流失风险高')).toBeVisible();
  await tabTo(page, page.getByRole('link', { name: '打开这份列表' }));
  await page.keyboard.press('Enter');
  await expect(list.getByRole('row')).toHaveCount(3);
  await expect(atRisk).toHaveAttribute('aria-pressed', 'true');
});
