import { repairFields } from '#shared/features/repair/repair.fields.ts';
import { newCustomer, newValues } from '#tests/support/records.ts';
import { expect, test } from './support/desk.ts';
import { lookAt } from './support/look.ts';

test('an owner makes a campaign of a filter, customer care offers it by keyboard, the owner sees what it brought', async ({
  desk,
  page,
}) => {
  const owner = await desk.setUp();
  const care = await desk.addPerson(owner, '客服小周', ['customerCare']);
  const { client } = owner;
  const ids: number[] = [];
  for (const name of ['甲', '乙', '丙', '丁']) {
    const { id } = await client.customer.create({
      values: newCustomer({ name: `北区${name}`, region: '北区' }),
    });
    ids.push(id);
    await client.membership.enrol({ customerId: id, note: null });
  }
  await client.customer.create({
    values: newCustomer({ name: '北区免打扰', region: '北区', doNotCall: true }),
  });
  await client.customer.create({ values: newCustomer({ name: '南区', region: '南区' }) });

  await desk.open(page, owner, '/customer?filters=[{"field":"region","operator":"is","value":"北区"}]');
  await expect(page.getByText('共 5 条')).toBeVisible();
  await page.getByRole('button', { name: '建活动' }).click();
  const dialog = page.getByRole('dialog', { name: '用这份名单建营销活动' });
  await expect(dialog.getByText('排除：免打扰 1')).toBeVisible();
  const share = dialog.getByLabel('对照组比例（%）');
  await share.fill('150');
  await dialog.getByLabel('活动名称').fill('冬季换油');
  await dialog.getByLabel('活动名称').press('Enter');
  await expect(share).toBeFocused();
  await expect(share).toHaveValue('150');
  await expect(share).toHaveAccessibleDescription('请填 0 到 50 之间的数。');
  await share.fill('25');
  await dialog.getByLabel('活动名称').fill('冬季换油');
  await dialog.getByLabel('活动名称').press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '冬季换油' })).toBeVisible();
  await page.getByLabel('优惠内容').fill('换油券一张');
  await page.getByRole('combobox', { name: '赠送', exact: true }).selectOption('voucher');
  await page.getByLabel('赠送名称').fill('换油券');
  await page.getByLabel('每次价值').fill('100');
  await page.keyboard.press('Control+s');
  await expect(page.getByTestId('unsaved')).toBeHidden();
  await page.getByRole('tab', { name: '名单' }).click();
  await page.getByRole('button', { name: '启动活动' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '启动活动' }).click();
  await expect(page.getByText('对照组 1 人', { exact: true })).toBeVisible();

  await desk.open(page, care, '/campaign/touch');
  await expect(page.getByText('今天 3 位客户')).toBeVisible();
  await lookAt(page, 'campaign-touch');
  const first = await page.getByRole('heading', { level: 2 }).first().innerText();
  await page.getByRole('list', { name: '今日触达' }).getByRole('button').first().click();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${first}：已接受并发放`)).toBeVisible();
  await expect(page.getByText('今天 2 位客户')).toBeVisible();
  await page.keyboard.press('4');
  await page.keyboard.press('Enter');
  await expect(page.getByText('今天 1 位客户')).toBeVisible();

  const customerId = (await client.customer.list({ search: first })).rows[0]?.id ?? 0;
  const { today } = await client.session.state({});
  await client.repair.create({
    values: newValues(repairFields, { number: 'R1', customerId, checkedInOn: today, labourFen: 60_000 }),
  });
  await desk.open(page, owner, '/campaign/1');
  await page.getByRole('tab', { name: '结果' }).click();
  const gain = page.getByRole('region', { name: '回报' });
  await expect(gain.getByText('¥600.00').first()).toBeVisible();
  await expect(gain.getByText('有一组不足 30 人')).toBeVisible();
  await lookAt(page, 'campaign-result');
  await page.getByRole('button', { name: '给优惠 · 到店或下单：明细 1' }).click();
  await expect(page.getByRole('dialog').getByRole('link', { name: 'R1' })).toBeVisible();
});
