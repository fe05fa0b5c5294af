import { addDays } from '#shared/kernel/day.ts';
import { importedOrder, newCustomer } from '#tests/support/records.ts';
import { expect, test, type Desk, type Signed } from './support/desk.ts';
import { lookAt } from './support/look.ts';

const today = '2026-11-18';

/** Three deliveries: day 7 two days late, and two of yesterday. */
async function deliveries(desk: Desk, owner: Signed, consultantId: number): Promise<number> {
  const customers = [
    ['张建国', '13800001111', 9],
    ['远达物流有限公司', '13900002222', 1],
    ['李海', '13700003333', 1],
  ] as const;
  let first = 0;
  for (const [name, phone, daysAgo] of customers) {
    const { id: customerId } = await owner.client.customer.create({ values: newCustomer({ name, phone }) });
    first ||= customerId;
    await importedOrder(desk.core, {
      number: `DD2026${customerId}`,
      orderedOn: '2026-10-20',
      customerId,
      customerName: name,
      model: '龙行 J6P 牵引车',
      state: 'delivered',
      deliveredOn: addDays(today, -daysAgo),
      consultantId,
    });
  }
  return first;
}

test('customer care calls by keyboard alone: one reached, one not, a low score becomes a complaint', async ({
  desk,
  page,
}) => {
  test.slow();
  const owner = await desk.setUp();
  const care = await desk.addPerson(owner, '周客服', ['customerCare']);
  const seller = await desk.addPerson(owner, '陈销售', ['salesConsultant']);
  const customerId = await deliveries(desk, owner, seller.personId);

  // From the desk to the list; the own call is the late one of day 7.
  await desk.open(page, care, '/');
  await page.getByRole('link', { name: /张建国 交车七日/ }).focus();
  await lookAt(page, 'follow-up-desk');
  await page.getByRole('link', { name: /张建国 交车七日/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '交车回访' })).toBeVisible();
  await expect(page.getByText('应访 3 个，逾期 1 个')).toBeVisible();
  await expect(page.getByText('138****1111')).toBeVisible();
  await expect(page.getByText(/张建国您好，我是南岭商用车客服周客服/)).toBeVisible();
  await lookAt(page, 'follow-up-due');

  // Enter begins, the arrow keys choose result and score, Ctrl+S saves and goes on.
  const rows = page.getByRole('list', { name: '应回访的客户' }).getByRole('button');
  await rows.first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: '接通', exact: true })).toBeFocused();
  await page.getByRole('radio', { name: '未评' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: '2', exact: true })).toBeChecked();
  await page.getByRole('textbox', { name: '客户原话' }).fill('交车等了三小时');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('张建国 评分低，已自动登记投诉 2026-T001')).toBeVisible();
  await expect(rows).toHaveCount(2);
  await expect(page.getByRole('heading', { level: 2, name: '远达物流有限公司' })).toBeVisible();
  await expect(page.getByRole('radio', { name: '接通', exact: true })).toBeFocused();

  // Not reached: counted, stays due, goes behind; the next one comes.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 2, name: '李海' })).toBeVisible();
  await expect(rows.last()).toContainText('未接通 1 次');
  await expect(rows.last()).toContainText('今天打过');
  await page.getByRole('radio', { name: '约定再访' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('textbox', { name: '说明' }).fill('在开车，后天再打');
  await page.keyboard.press('Control+s');
  await expect(rows).toHaveCount(1);

  // The complaint names the call, the customer's page the whole plan.
  await desk.open(page, owner, '/complaint/1');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('交车回访低分');
  await page.getByRole('link', { name: '2026年11月18日' }).click();
  await expect(page.getByRole('textbox', { name: '回访内容' })).toHaveValue('交车等了三小时');
  await desk.open(page, owner, `/customer/${customerId}`);
  await page.getByRole('tab', { name: '回访信息' }).click();
  await expect(page.getByRole('region', { name: '交车回访' })).toContainText('交车七日 已访');
  await lookAt(page, 'follow-up-customer');
});

test('the consultant sees the own deliveries; the rules stand on the page of rules, in English', async ({
  desk,
  page,
}) => {
  const owner = await desk.setUp('en');
  const seller = await desk.addPerson(owner, 'Chen', ['salesConsultant']);
  await deliveries(desk, owner, owner.personId);
  await desk.open(page, seller, '/follow-up/due');
  await expect(page.getByText(/Nobody is to be called today|今天没有要回访的客户/)).toBeVisible();
  await desk.open(page, owner, '/rule');
  await expect(page.getByRole('link', { name: /Follow-ups after delivery/ })).toContainText('2 to check');
  await expect(
    page.getByRole('link', { name: /When vehicles in stock|Repeat|checked again/i }),
  ).toBeVisible();
  await page.getByRole('link', { name: /Follow-ups after delivery/ }).click();
  await expect(page.getByRole('grid')).toContainText('Routine call');
  await desk.open(page, owner, '/follow-up/due');
  // The consultant's own ones first, all by one stroke.
  await expect(page.getByText('2 due, 0 late')).toBeVisible();
  await page.getByRole('radiogroup', { name: 'Whose calls' }).getByText('All').click();
  await expect(page.getByText('3 due, 1 late')).toBeVisible();
  await lookAt(page, 'follow-up-due-en');
});
