import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import { newCustomer, newValues } from '#tests/support/records.ts';
import { expect, test } from './support/desk.ts';
import { lookAt } from './support/look.ts';

test('two customers that are one are merged by keyboard, and the merge is taken back', async ({
  desk,
  page,
}) => {
  const owner = await desk.setUp();
  const { client } = owner;
  const add = (values: Record<string, unknown>) => client.customer.create({ values: newCustomer(values) });
  await add({ name: '王伟', phone: '13800001234', region: '深圳' });
  const { id } = await add({ name: '王伟', phone: '13800001234', region: '东莞', trade: '物流' });
  await client.vehicle.create({ values: newValues(vehicleFields, { customerId: id, plate: '粤B12345' }) });
  await add({ name: '李四', phone: '13711112222' });
  await add({ name: '李思', phone: '13711112222' });

  await desk.open(page, owner, '/customer');
  await page.getByRole('link', { name: '重复客户' }).click();
  await expect(page.getByText('找到 2 对')).toBeVisible();
  await lookAt(page, 'duplicates');
  const pairs = page.getByRole('main').getByRole('listitem');
  await pairs.filter({ hasText: '李思' }).getByRole('button', { name: '不是同一个' }).click();
  await expect(page.getByText('找到 1 对')).toBeVisible();

  const merge = page.getByRole('button', { name: '看差异并合并' });
  await merge.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '合并客户' });
  const region = dialog.getByRole('radio', { name: '地区：东莞' });
  await region.focus();
  await page.keyboard.press('Space');
  await expect(dialog.getByRole('radio', { name: '行业：物流' })).toBeChecked();
  await expect(dialog.getByText('客户车辆 1 条')).toBeVisible();
  await lookAt(page, 'duplicate-merge');
  await dialog.getByRole('button', { name: '合并', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('没有发现重复的客户。')).toBeVisible();
  await expect(page.getByText('王伟 并入 王伟')).toBeVisible();

  await desk.open(page, owner, `/customer/${id}`);
  await expect(page.getByText('这个客户已并入“王伟”。')).toBeVisible();
  await desk.open(page, owner, '/customer/duplicates');
  await page.getByRole('button', { name: '撤销合并' }).click();
  await page.getByRole('dialog', { name: '撤销合并' }).getByRole('button', { name: '撤销合并' }).click();
  await expect(page.getByText('找到 1 对')).toBeVisible();
  await expect(page.getByText(/已撤销：1 条记录还回/u)).toBeVisible();
});
