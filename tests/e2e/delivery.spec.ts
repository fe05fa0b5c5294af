import type { Page } from '@playwright/test';
import { orderFields } from '#shared/features/order/order.fields.ts';
import { newStock, passPdi } from '#tests/support/inspection.ts';
import { importedRepair, newCustomer, newValues } from '#tests/support/records.ts';
import { expect, password, test } from './support/desk.ts';
import { expectAccessible, lookAt, picture } from './support/look.ts';

/** A stroke with the mouse across the field of a dialog. */
async function drawSignature(page: Page): Promise<void> {
  const box = await page.getByRole('img', { name: /签名处/ }).boundingBox();
  if (!box) throw new Error('no field to sign in');
  const at = (across: number, down: number): [number, number] => [
    box.x + box.width * across,
    box.y + box.height * down,
  ];
  await page.mouse.move(...at(0.15, 0.6));
  await page.mouse.down();
  for (let step = 1; step <= 12; step += 1)
    await page.mouse.move(...at(0.15 + step * 0.05, step % 2 === 0 ? 0.3 : 0.7));
  await page.mouse.up();
}

test('a delivery from its order to both signatures, the second on a tablet', async ({ desk, page }) => {
  test.slow();
  const owner = await desk.setUp();
  const seller = await desk.addPerson(owner, '赵顾问', ['salesConsultant']);
  const { id: customerId } = await owner.client.customer.create({
    values: newCustomer({ name: '鲁运物流', kind: 'company' }),
  });
  const stock = newStock({ colour: '珠光白', engineNumber: 'WP12-88' });
  const { id: stockId } = await owner.client.stock.create({ values: stock });
  const { id: orderId } = await owner.client.order.create({
    values: newValues(orderFields, {
      number: 'DD-2026-118',
      orderedOn: '2026-11-10',
      customerId,
      customerName: '鲁运物流',
      kind: 'tractor',
      model: 'T7H 牵引车',
      stockId,
      consultantId: seller.personId,
    }),
  });
  await importedRepair(desk.core, {
    number: 'GD-77',
    vin: stock.vin,
    type: 'internal',
    state: 'done',
    checkedInOn: '2026-11-12',
    fault: '运输中左门划伤，补漆一面',
  });

  // Planned from the order, with what the order knows.
  await desk.open(page, seller, `/order/${orderId}`);
  await page.getByRole('link', { name: '安排交车' }).click();
  await expect(page.getByRole('combobox', { name: '订单' })).toHaveValue('DD-2026-118');
  await page.getByLabel('时间').fill('15:30');
  await page.getByLabel('地点').fill('交车大厅');
  await page.getByLabel('贺词').fill('恭喜提车，一路平安。');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 1, name: /2026-J001 鲁运物流/ })).toBeVisible();
  const ready = page.getByRole('region', { name: '交车前' });
  await expect(ready.getByRole('listitem')).toHaveCount(6);
  await lookAt(page, 'delivery-planned');

  // The preparation check begins from here.
  await page.getByRole('button', { name: /开始：车辆准备/ }).click();
  await expect(page).toHaveURL(/\/inspection\/\d+/u);
  await passPdi(desk.core, stockId, ['arrival', 'departure', 'quality', 'preparation']);

  // Everything ready, the repair told, the customer's acknowledgement.
  await desk.open(page, seller, '/delivery/1');
  await page.getByRole('button', { name: '全部备齐' }).click();
  await expect(page.getByText(/(\d+) \/ \1 项备齐/u)).toBeVisible();
  await page.getByRole('button', { name: '保存告知内容' }).click();
  await expect(page.getByText('已保存，客户按这些话确认。')).toBeVisible();
  await page.getByRole('button', { name: '客户确认' }).click();
  await lookAt(page, 'delivery-acknowledge');
  await page.getByLabel('签字人').fill('李师傅');
  await expect(page.getByRole('button', { name: '签字完成' })).toBeDisabled();
  await drawSignature(page);
  await page.getByRole('button', { name: '签字完成' }).click();
  await expect(page.getByText(/李师傅 已于 .* 签字确认/u)).toBeVisible();
  await expect(ready.getByText('全部就绪，可以签字。')).toBeVisible();

  // The store signs; the number stands, nothing can be changed any more.
  await page.getByRole('button', { name: '本店签字' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page, 'delivery-store-signs');
  await picture(page, 'delivery-store-signs');
  await page.getByLabel('密码').fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '交接单 2026-P001' })).toBeVisible();
  await expect(page.getByRole('button', { name: '添加项目' })).toBeHidden();

  // The customer signs on a tablet.
  await page.setViewportSize({ width: 800, height: 1100 });
  await page.getByRole('button', { name: '客户签字' }).click();
  await page.getByLabel('签字人').fill('李师傅');
  await drawSignature(page);
  await picture(page, 'delivery-customer-signs-800');
  await page.getByRole('button', { name: '签字并交车' }).click();
  await expect(page.getByText('签字有效')).toBeVisible();
  await picture(page, 'delivery-done-800');
  await page.setViewportSize({ width: 1366, height: 768 });
  await lookAt(page, 'delivery-done');

  // Ctrl+P shows the sheet in two copies.
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('dialog', { name: '打印预览：2026-P001' })).toBeVisible();
  await page.keyboard.press('Escape');
  const order = await owner.client.order.get({ id: orderId });
  expect(order.record).toMatchObject({ state: 'delivered', deliveredOn: '2026-11-18' });
});
