import { customerRecord } from '#electron/features/customer/customer.record.ts';
import { orderRecord } from '#electron/features/order/order.record.ts';
import { customerFields } from '#shared/features/customer/customer.fields.ts';
import { orderFields } from '#shared/features/order/order.fields.ts';
import { newCustomer, newValues } from '#tests/support/records.ts';
import type { Page } from '@playwright/test';
import { addRecords } from '#tests/support/filled-store.ts';
import { expect, test, type Desk } from './support/desk.ts';
import { lookAt } from './support/look.ts';

/** Lists and forms of the store's records, as a person uses them. */

const vin = '1M8GDM9AXKP042788';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

const manyCustomers = (desk: Desk, count: number): Promise<number> =>
  addRecords(
    desk.core,
    customerRecord,
    numbers(count).map((n) =>
      newCustomer({
        name: `客户${String(n).padStart(3, '0')}`,
        kind: n % 4 === 0 ? 'company' : 'person',
        code: `K${String(n).padStart(3, '0')}`,
        region: n % 2 === 0 ? '深圳' : '东莞',
      }),
    ),
  );

const rows = (page: Page) => page.getByRole('grid').locator('tbody tr');
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

test('a customer with a vehicle is entered by keyboard only', async ({ desk, page }) => {
  const owner = await desk.setUp();
  await desk.open(page, owner, '/customer');
  await expect(page.getByText('还没有客户')).toBeVisible();
  await page.keyboard.press('Control+n');
  await expect(field(page, '客户名称')).toBeFocused();

  // Saving too early goes to the field that is missing.
  await page.keyboard.press('Control+s');
  await expect(page.getByText('请填写这一项。')).toBeVisible();
  await expect(field(page, '客户名称')).toBeFocused();

  await page.keyboard.type('南岭物流有限公司');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('客户类型')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ｋ１００');
  await page.keyboard.press('Shift+Enter');
  await expect(page.getByLabel('客户类型')).toBeFocused();
  await field(page, '首次接触').focus();
  await page.keyboard.type('3/5');
  await page.keyboard.press('Enter');
  await expect(field(page, '首次接触')).toHaveValue('2026年3月5日');
  await expect(field(page, '电话')).toBeFocused();
  await page.keyboard.type('12345');
  await page.keyboard.press('Enter');
  await expect(page.getByText('电话号码不对，手机为 11 位，座机带区号。')).toBeVisible();
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('１３９１２３４５６７８');
  await page.keyboard.press('Control+s');

  await expect(page).toHaveURL(/\/customer\/1$/u);
  await expect(page.getByRole('heading', { name: '南岭物流有限公司' })).toBeVisible();
  expect((await owner.client.customer.get({ id: 1 })).record).toMatchObject({
    kind: 'company',
    code: 'K100',
    phone: '13912345678',
    firstContactOn: '2026-03-05',
  });

  const addVehicle = page.getByRole('link', { name: '新建车辆' });
  await addVehicle.focus();
  await page.keyboard.press('Enter');
  await expect(field(page, '车牌号')).toBeFocused();
  await page.keyboard.type('粤b·12345');
  await page.keyboard.press('Enter');
  await page.keyboard.type('1M8GDM9A1KP042788');
  await page.keyboard.press('Enter');
  await expect(page.getByText('校验位不符，请核对车架号。')).toBeVisible();
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(vin.toLowerCase());
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { name: '粤B12345' })).toBeVisible();
  expect((await owner.client.vehicle.list({})).rows).toMatchObject([
    { plate: '粤B12345', vin, customerId: 1 },
  ]);
});

test('a list is searched, filtered, sorted, paged and kept as a view', async ({ desk, page }) => {
  const owner = await desk.setUp();
  await manyCustomers(desk, 60);
  await desk.open(page, owner, '/customer');
  await expect(page.getByTestId('list-count')).toHaveText('第 1–50 条，共 60 条');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('k012');
  await expect(page.getByTestId('list-count')).toHaveText('第 1–1 条，共 1 条');
  await expect(page).toHaveURL(/q=k012/u);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(page.getByTestId('list-count')).toHaveText('第 1–50 条，共 60 条');

  await page.getByRole('button', { name: '客户编号' }).click();
  await expect(rows(page).first()).toContainText('K001');
  await page.getByRole('button', { name: '客户编号' }).press('Enter');
  await expect(rows(page).first()).toContainText('K060');
  await expect(page.getByRole('columnheader', { name: '客户编号' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );

  await page.getByRole('button', { name: '下一页' }).click();
  await expect(page.getByTestId('list-count')).toHaveText('第 51–60 条，共 60 条');
  await expect(rows(page)).toHaveCount(10);
  // The keys stay in the rows from page to page.
  await rows(page).first().focus();
  await page.keyboard.press('PageUp');
  await expect(rows(page)).toHaveCount(50);
  await expect(rows(page).first()).toBeFocused();
  await page.keyboard.press('PageDown');
  await expect(rows(page)).toHaveCount(10);
  await expect(rows(page).first()).toBeFocused();
  await page.keyboard.press('PageUp');
  await expect(page.getByTestId('list-count')).toHaveText('第 1–50 条，共 60 条');

  await page.getByRole('button', { name: '筛选', exact: true }).click();
  await page.getByPlaceholder('查找字段').fill('类型');
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: '单位' }).check();
  await expect(page.getByTestId('list-count')).toHaveText('第 1–15 条，共 15 条');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '客户类型：单位' })).toBeVisible();

  await page.getByRole('button', { name: '视图' }).click();
  await page.getByLabel('视图名称').fill('车队');
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: '打开时使用' }).check();
  await page.keyboard.press('Escape');

  // The view is there again in a window opened anew, and is what the plain address opens.
  await desk.open(page, owner, '/customer');
  await expect(page.getByTestId('list-count')).toHaveText('第 1–15 条，共 15 条');
  await expect(page.getByRole('button', { name: '车队' })).toBeVisible();
  await expect(rows(page).first()).toContainText('K060');

  // From a record back to the same list, and through it.
  await rows(page).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 / 15')).toBeVisible();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.getByRole('heading', { name: '客户056' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('list-count')).toHaveText('第 1–15 条，共 15 条');

  // The row of the record that was seen last has the keys; F2 opens it as Enter does.
  await expect(rows(page).nth(1)).toBeFocused();
  await page.keyboard.press('F2');
  await expect(page.getByRole('heading', { name: '客户056' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rows(page).nth(1)).toBeFocused();

  // Ctrl+P prints the list itself, on its own sheet.
  await page.evaluate(
    () => (window.print = () => document.body.setAttribute('data-printed', document.title)),
  );
  await page.keyboard.press('Control+p');
  await expect(page.locator('body[data-printed]')).toHaveCount(1);
});

test('Enter takes no record that answers an earlier word', async ({ desk, page }) => {
  const owner = await desk.setUp();
  await addRecords(desk.core, customerRecord, [newCustomer({ name: '张三' }), newCustomer({ name: '李四' })]);
  await desk.open(page, owner, '/order/new');
  const customer = page.getByRole('combobox', { name: '客户', exact: true });
  await customer.fill('张');
  await expect(page.getByRole('option', { name: '张三' })).toBeVisible();

  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/rpc/customer/choose', async (route) => {
    await held;
    await route.continue();
  });
  await customer.fill('李');
  await page.keyboard.press('Enter');
  await expect(customer).toHaveValue('李');
  release();
  await expect(page.getByRole('option', { name: '李四' })).toBeVisible();
  await expect(page.getByRole('option', { name: '张三' })).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(customer).toHaveValue('李四');
});

test('totals are the sums of all pages, in money', async ({ desk, page }) => {
  const owner = await desk.setUp();
  await addRecords(
    desk.core,
    orderRecord,
    numbers(60).map((n) =>
      newValues(orderFields, {
        number: `DD${n}`,
        orderedOn: '2026-11-18',
        customerName: '张三',
        model: 'J6P',
        vehicleFen: 10_000_01,
      }),
    ),
  );
  await desk.open(page, owner, '/order');
  await expect(page.getByRole('grid').locator('tfoot')).toContainText('¥600,000.60');
  await expect(page.getByRole('grid').locator('tfoot')).toContainText('60');
});

test('a stale edit is told, and both people’s work is kept', async ({ desk, page, context }) => {
  const owner = await desk.setUp();
  const clerk = await desk.addPerson(owner, '陈会计', ['clerk']);
  const { id } = await owner.client.customer.create({
    values: newCustomer({ name: '张三', region: '深圳' }),
  });
  await desk.open(page, owner, `/customer/${id}`);
  await field(page, '客户名称').fill('张三丰');
  await field(page, '地区').fill('惠州');

  const other = await context.newPage();
  await other.clock.setFixedTime('2026-11-18T02:00:00.000Z');
  await desk.open(other, clerk, `/customer/${id}`);
  await field(other, '地区').fill('广州');
  await field(other, '行业').fill('冷链');
  await other.keyboard.press('Control+s');
  await expect(other.getByText('已保存')).toBeVisible();

  // The first window hears of it while the person is still typing, and nothing of theirs is touched.
  await expect(page.getByText('陈会计 刚刚修改了这条记录')).toBeVisible();
  await expect(field(page, '客户名称')).toHaveValue('张三丰');
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: '这条记录已被 陈会计 修改' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('row', { name: /地区/u })).toContainText('双方都改了');
  await expect(dialog.getByRole('radio', { name: '地区 我的' })).toBeChecked();
  await dialog.getByRole('radio', { name: '地区 对方的' }).check();
  await dialog.getByRole('button', { name: '合并并保存' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByTestId('unsaved')).toBeHidden();
  expect((await owner.client.customer.get({ id })).record).toMatchObject({
    name: '张三丰',
    region: '广州',
    trade: '冷链',
  });

  await page.getByRole('button', { name: '修改历史' }).click();
  const history = page.getByRole('dialog', { name: '修改历史' });
  await expect(history).toContainText('陈会计');
  await expect(history).toContainText('广州');
});

test('what was typed survives a killed page', async ({ desk, context }) => {
  const owner = await desk.setUp();
  const { id } = await owner.client.customer.create({ values: newCustomer({ name: '李四' }) });
  const open = async (): Promise<Page> => {
    const page = await context.newPage();
    await desk.open(page, owner, `/customer/${id}`);
    return page;
  };
  const first = await open();
  await field(first, '地址').fill('南山区科技园 1 号');
  // Shortly after the last stroke, and with nothing said to the core.
  await expect
    .poll(() => first.evaluate(() => Object.values(window.localStorage).join('\n')))
    .toContain('南山区科技园 1 号');
  const crashed = first.waitForEvent('crash');
  await first.goto('chrome://crash').catch(() => undefined);
  await crashed;
  await first.close();

  const again = await open();
  await expect(again.getByText('尚未保存的内容')).toBeVisible();
  await expect(field(again, '地址')).toHaveValue('南山区科技园 1 号');
  await again.keyboard.press('Control+s');
  await expect(again.getByTestId('unsaved')).toBeHidden();
  await again.reload();
  await expect(field(again, '地址')).toHaveValue('南山区科技园 1 号');
  await expect(again.getByText('尚未保存的内容')).toBeHidden();
});

test('leaving with something unsaved asks', async ({ desk, page }) => {
  const owner = await desk.setUp();
  const { id } = await owner.client.customer.create({ values: newCustomer({ name: '王五' }) });
  await desk.open(page, owner, `/customer/${id}`);
  await field(page, '地区').fill('佛山');
  await page.keyboard.press('Escape');
  const dialog = page.getByRole('dialog', { name: '还有未保存的内容' });
  await dialog.getByRole('button', { name: '继续填写' }).click();
  await expect(field(page, '地区')).toHaveValue('佛山');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: '保存并离开' }).click();
  await expect(page).toHaveURL(/\/customer$/u);
  await expect(rows(page).first()).toContainText('佛山');
});

test('the bin takes and gives back', async ({ desk, page }) => {
  const owner = await desk.setUp();
  await manyCustomers(desk, 3);
  await desk.open(page, owner, '/customer');
  await rows(page).first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: '移入回收站' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '移入回收站' }).click();
  await expect(page.getByTestId('list-count')).toHaveText('第 1–1 条，共 1 条');
  await page.getByRole('button', { name: '回收站', exact: true }).click();
  await expect(page.getByTestId('list-count')).toHaveText('第 1–2 条，共 2 条');

  await rows(page).first().click();
  await expect(page.getByText('这条记录在回收站里')).toBeVisible();
  await page.getByRole('button', { name: '恢复' }).click();
  await expect(page.getByText('这条记录在回收站里')).toBeHidden();
  expect((await owner.client.customer.list({})).total).toBe(2);
});

test('removing many asks for their number and backs up first', async ({ desk, page }) => {
  const owner = await desk.setUp();
  await manyCustomers(desk, 110);
  await desk.open(page, owner, '/customer');
  await page.getByRole('checkbox', { name: '选择本页' }).check();
  await page.getByRole('button', { name: '选择全部 110 条' }).click();
  await page.getByRole('button', { name: '移入回收站' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: '移入回收站' })).toBeDisabled();
  await dialog.getByRole('textbox').fill('110');
  await page.keyboard.press('Enter');
  await expect(page.getByText('还没有客户')).toBeVisible();
  expect((await owner.client.customer.list({ bin: true })).total).toBe(110);
});

test('a service adviser sees telephones masked and reveals one with its purpose', async ({ desk, page }) => {
  const owner = await desk.setUp();
  const { id } = await owner.client.customer.create({
    values: newValues(customerFields, { name: '赵六', phone: '13912345678' }),
  });
  const adviser = await desk.addPerson(owner, '小李', ['serviceAdviser']);
  await desk.open(page, adviser, '/customer');
  await expect(rows(page).first()).toContainText('139****5678');
  await expect(page.getByRole('button', { name: '导出' })).toBeHidden();
  await rows(page).first().click();
  await expect(field(page, '电话')).toHaveValue('139****5678');
  await page.getByRole('button', { name: '查看完整内容 电话' }).click();
  await page.getByLabel('用途').fill('预约回访');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByText('13912345678')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click();

  // Saving something else leaves the hidden number as it is.
  await field(page, '地区').fill('珠海');
  await page.keyboard.press('Control+s');
  await expect(page.getByTestId('unsaved')).toBeHidden();
  expect((await owner.client.customer.get({ id })).record).toMatchObject({
    phone: '13912345678',
    region: '珠海',
  });
  expect((await owner.client.audit.list({ call: 'customer.reveal' })).rows[0]?.personName).toBe('小李');
});

test('lines, parts and payments are written in place', async ({ desk, page }) => {
  const owner = await desk.setUp();
  await desk.open(page, owner, '/repair/new');
  await expect(field(page, '工单号')).toBeFocused();
  await page.keyboard.type('GD1');
  await page.keyboard.press('Control+s');
  await expect(page).toHaveURL(/\/repair\/1$/u);
  const parts = page.getByRole('region', { name: '配件' });
  await parts.getByRole('button', { name: '添加' }).click();
  // Code, name, quantity, price; amount, origin, supplier, voucher and consent stay as they are.
  for (const text of ['P-1', '机油滤清器', '2.5', '40', '', '', '', '', '']) {
    if (text !== '') {
      await page.keyboard.press('Control+a');
      await page.keyboard.type(text);
    }
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Enter'); // the last cell: saves, and opens the next line
  await expect(parts.getByRole('row').filter({ hasText: '机油滤清器' })).toContainText('¥100.00');
  await expect(parts.getByLabel('配件编码')).toBeFocused();
  await page.keyboard.press('Escape');
  await parts.getByRole('button', { name: '改为明细合计' }).click();
  await page.keyboard.press('Control+s');
  await expect(page.getByLabel('合计', { exact: true })).toHaveText('¥100.00');
});

test('lists and forms look right and pass axe', async ({ desk, page }) => {
  test.slow();
  const owner = await desk.setUp();
  await manyCustomers(desk, 60);
  await owner.client.vehicle.create({
    values: newValues((await import('#shared/features/vehicle/vehicle.fields.ts')).vehicleFields, {
      plate: '粤B12345',
      vin,
      customerId: 4,
      annualTestDueOn: '2026-11-01',
    }),
  });
  await desk.open(page, owner, '/customer');
  await expect(rows(page).first()).toBeVisible();
  await lookAt(page, 'customer-list');
  await desk.open(page, owner, '/customer/4');
  await expect(page.getByRole('link', { name: '粤B12345' })).toBeVisible();
  await lookAt(page, 'customer-form');
  await desk.open(page, owner, '/repair/new');
  await expect(field(page, '工单号')).toBeVisible();
  await page.keyboard.press('Control+s');
  await lookAt(page, 'repair-form');
  await desk.open(page, owner, '/receivable');
  await expect(page.getByText('还没有应收账款')).toBeVisible();
  await lookAt(page, 'empty-list');
});
