import type { Page } from '@playwright/test';
import { complaintFields } from '#shared/features/complaint/complaint.fields.ts';
import { personFields } from '#shared/features/person/person.fields.ts';
import { postFields } from '#shared/features/post/post.fields.ts';
import { serviceScoreFields } from '#shared/features/standard/standard.fields.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import { newComplaint } from '#tests/support/complaints.ts';
import { newCustomer, newValues } from '#tests/support/records.ts';
import { expect, test } from './support/desk.ts';
import { lookAt as look } from './support/look.ts';

/** Looks at a page with the mouse out of the way: a hint under it is no part of the page. */
async function lookAt(page: Page, name: string): Promise<void> {
  await page.mouse.move(2, 2);
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await look(page, name);
}

/** Takes a step that asks for something: opens its dialog, fills it in, submits by keyboard. */
async function step(
  page: Page,
  button: string,
  fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void>,
): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await fill(dialog);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
}

test('a complaint from a customer’s page to its closing by somebody else', async ({ desk, page }) => {
  test.slow();
  const owner = await desk.setUp();
  const manager = await desk.addPerson(owner, '赵经理', ['manager']);
  const adviser = await desk.addPerson(owner, '李顾问', ['serviceAdviser']);
  const care = await desk.addPerson(owner, '周客服', ['customerCare']);
  const { id: customerId } = await owner.client.customer.create({
    values: newCustomer({ name: '张建国', phone: '13800001111' }),
  });
  await owner.client.vehicle.create({
    values: newValues(vehicleFields, {
      plate: '粤B12345',
      customerId,
      kind: 'car',
      purchasedOn: '2026-01-10',
    }),
  });

  // Intake from the customer's page by the top bar: the customer is filled in.
  await desk.open(page, adviser, `/customer/${customerId}`);
  await expect(page.getByRole('heading', { level: 1, name: '张建国' })).toBeVisible();
  await page.getByRole('button', { name: '登记投诉' }).click();
  await expect(page.getByLabel('投诉人')).toHaveValue('张建国');
  await page.getByLabel('事由').fill('修完第二天又异响');
  await page.getByLabel('类型').selectOption('repairQuality');
  await page.getByLabel('严重程度').selectOption('serious');
  await page.getByLabel('客户原话').fill('刚修好开回家又响了,你们到底修没修');
  await lookAt(page, 'complaint-intake');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 1, name: /2026-T001/ })).toBeVisible();
  await expect(page.getByText('138****1111')).toBeVisible();

  // In hand, paused, resumed, an extension asked for.
  await page.getByRole('button', { name: '受理', exact: true }).press('Enter');
  await expect(page.getByRole('button', { name: '暂停时限' })).toBeVisible();
  await step(page, '暂停时限', async (dialog) => {
    await dialog.getByText('等配件').click();
    await dialog.getByLabel('说明').fill('等卡箍到货');
  });
  await expect(page.getByRole('status').filter({ hasText: '暂停，剩 2 个工作日' })).toBeVisible();
  await lookAt(page, 'complaint-paused');
  await step(page, '恢复时限', async () => undefined);
  await expect(page.getByRole('status').filter({ hasText: '还剩 2 个工作日' })).toBeVisible();
  await step(page, '申请延期', async (dialog) => {
    await dialog.getByLabel('原因').fill('配件厂家缺货');
  });
  await expect(page.getByText('等批准')).toBeVisible();
  await expect(page.getByRole('button', { name: '批复延期' })).toBeHidden();

  // The manager finds it on the desk and approves.
  await desk.open(page, manager, '/');
  await page
    .getByRole('link', { name: /2026-T001/ })
    .first()
    .click();
  await step(page, '批复延期', async (dialog) => {
    await expect(dialog).toContainText('李顾问');
    await dialog.getByLabel('批复意见').fill('同意');
  });
  await expect(page.getByText('已批准', { exact: true })).toBeVisible();

  // Cause, remedy and answer by the handler, who cannot make the call-back.
  await desk.open(page, adviser, '/complaint/1');
  await page.getByLabel('原因', { exact: true }).fill('卡箍漏装');
  await page.getByLabel('处理办法').fill('重新装配并路试');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('未保存')).toBeHidden();
  await step(page, '答复客户', async (dialog) => {
    await dialog.getByLabel('对客户的答复').fill('卡箍漏装,已免费重新装配并路试');
  });
  await expect(page.getByRole('button', { name: '回访客户' })).toHaveAttribute('aria-disabled', 'true');
  await lookAt(page, 'complaint-answered');

  // Called back and closed by customer care.
  await desk.open(page, care, '/complaint/1');
  await step(page, '回访客户', async (dialog) => {
    await dialog.getByLabel('客户原话').fill('不响了,可以');
  });
  await step(page, '关闭', async (dialog) => {
    await expect(dialog.getByLabel('客户的最后意见(原话)').or(dialog.getByRole('textbox'))).toHaveValue(
      '不响了,可以',
    );
  });
  await expect(page.getByRole('button', { name: '重新打开' })).toBeVisible();
  await lookAt(page, 'complaint-closed');
});

test('an overdue complaint comes to the owner’s desk by itself and hangs on the wall', async ({
  desk,
  page,
}) => {
  test.slow();
  const owner = await desk.setUp();
  const { complaint } = owner.client;
  await complaint.create({
    values: newComplaint({
      subject: '交车时间一拖再拖',
      kind: 'delivery',
      receivedOn: '2026-11-09',
      plate: '粤B12345',
    }),
  });
  await complaint.create({
    values: newValues(complaintFields, { ...newComplaint(), customerName: '远达物流有限公司' }),
  });
  await desk.open(page, owner, '/');
  await expect(page.getByText('升级到您')).toBeVisible();
  await expect(page.getByRole('link', { name: /2026-T001.*逾期 4 天/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /2026-T002/ })).toBeHidden();
  await lookAt(page, 'complaint-desk');

  await page.getByRole('link', { name: '打开看板' }).click();
  const rows = page.getByRole('table').getByRole('row');
  await expect(rows.nth(1)).toContainText('逾期 4 天');
  await expect(rows.nth(1)).toContainText('粤B***45');
  await expect(rows.nth(2)).toContainText('远达**公司');
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeHidden();
  await lookAt(page, 'complaint-wall');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1, name: '投诉' })).toBeVisible();
  await lookAt(page, 'complaint-list');

  await desk.open(page, owner, '/rule');
  await expect(page.getByRole('link', { name: /投诉时限/ })).toContainText('1 条请核对');
  await lookAt(page, 'rules');
});

test('a spot check beside a customer’s low score, which raises a complaint by itself', async ({
  desk,
  page,
}) => {
  test.slow();
  const owner = await desk.setUp();
  const { id: postId } = await owner.client.post.create({
    values: newValues(postFields, { name: '服务顾问' }),
  });
  const { id: personId } = await owner.client.person.create({
    values: newValues(personFields, { name: '李顾问', postId }),
  });
  await desk.open(page, owner, '/spot-check/new');
  await page.getByRole('combobox', { name: '抽查谁' }).fill('李顾问');
  await page.getByRole('option', { name: /李顾问/ }).click();
  await expect(page.getByRole('radiogroup')).toHaveCount(7);
  for (const choice of await page.getByRole('radiogroup').all())
    await choice.getByText('做到', { exact: true }).click();
  const first = page.getByRole('radiogroup').first();
  await first.getByText('没做到').click();
  await page.getByRole('textbox', { name: /SA-01/ }).fill('进店没人迎');
  await lookAt(page, 'spot-check');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('90%', { exact: true })).toBeVisible();
  await lookAt(page, 'spot-check-saved');

  await owner.client.serviceScore.create({
    values: newValues(serviceScoreFields, {
      scoredOn: '2026-11-18',
      personId,
      score: 2,
      words: '等了两小时',
    }),
  });
  await desk.open(page, owner, '/standard/service');
  await expect(page.getByRole('row', { name: /李顾问/ })).toContainText('90%');
  await expect(page.getByRole('row', { name: /李顾问/ })).toContainText('抽查高而评分低');
  await lookAt(page, 'service-quality');
  await page.getByRole('link', { name: '1 个低分' }).first().click();
  await expect(page.getByRole('grid')).toContainText('2026-T001');
});
