import type { Page } from '@playwright/test';
import { expect, test } from './support/desk.ts';
import { lookAt } from './support/look.ts';
import { newMember } from '#tests/support/membership.ts';

/** A scanner types like a person, only faster: at its own pace, however busy the machine is. */
const scan = (page: Page, code: string): Promise<void> =>
  page.evaluate((text) => {
    for (const key of [...Array.from(text), 'Enter'])
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      );
  }, code);

test('an adviser books by card and keyboard, a manager takes one back', async ({ desk, page }) => {
  const owner = await desk.setUp();
  const adviser = await desk.addPerson(owner, '李顾问', ['serviceAdviser']);
  const manager = await desk.addPerson(owner, '赵经理', ['manager']);
  const { id } = await newMember(owner, { name: '张建国' });
  const { cardNumber } = await owner.client.membership.view({ id });

  // Read anywhere on the page, with the Enter at the end.
  await desk.open(page, adviser, '/membership');
  await expect(page.getByText(cardNumber)).toBeVisible();
  await page.getByRole('heading', { level: 1 }).click();
  await scan(page, cardNumber);
  await expect(page.getByRole('heading', { level: 1, name: '张建国' })).toBeVisible();

  // F2, amount, Enter; the next one begins where the last ended.
  await page.keyboard.press('F2');
  await page.keyboard.type('1234.56');
  await expect(page.getByText('可得 1234 分（普通）')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('可抵 ¥12.34')).toBeVisible();
  await page.getByText('兑换', { exact: true }).click();
  await page.keyboard.press('F2');
  // What is no value is never booked as its readable beginning.
  await page.getByLabel('积分数').fill('1.5');
  await page.keyboard.press('Enter');
  await expect(page.getByText('积分只能是整数。')).toBeVisible();
  await expect(page.getByLabel('积分数')).toHaveValue('1.5');
  await page.getByLabel('积分数').fill('1300');
  await page.keyboard.press('Enter');
  const refusal = page.getByText('要用 1300 分，只有 1234 分可用');
  await expect(refusal).toBeVisible();
  await page.getByLabel('积分数').fill('1000');
  await page.keyboard.press('Enter');
  await expect(page.getByText('可抵 ¥2.34')).toBeVisible();
  await expect(refusal).toBeHidden();
  await page.getByText('充值', { exact: true }).click();
  await page.keyboard.press('F2');
  await page.getByLabel('实付金额').fill('5000');
  await page.keyboard.press('Enter');
  await expect(page.getByText('本金 ¥5,000.00，赠送 ¥250.00')).toBeVisible();
  await expect(page.getByRole('button', { name: '冲正' })).toHaveCount(0);
  await lookAt(page, 'membership-page');

  // The manager takes the redemption back and sees what a refund would be.
  await desk.open(page, manager, `/membership/${id}`);
  const redeemed = page.getByRole('row').filter({ hasText: '积分兑换' });
  await redeemed.getByRole('button', { name: '冲正' }).click();
  await page.getByRole('dialog').getByLabel('原因').fill('输错人了');
  await page.getByRole('dialog').getByRole('button', { name: '冲正' }).click();
  await expect(page.getByText('可抵 ¥12.34')).toBeVisible();
  await expect(redeemed.getByText('已被第 4 笔冲正')).toBeVisible();
  await page.getByRole('button', { name: '退款试算' }).click();
  await expect(page.getByText('付款 0 天，未满 7 天且未使用，本金全退')).toBeVisible();
  await lookAt(page, 'membership-refund');

  // The lost card is found on the street and read.
  const { cardNumber: next } = await owner.client.membership.replaceCard({ id, reason: '遗失' });
  await desk.open(page, manager, '/membership');
  await expect(page.getByText(next)).toBeVisible();
  await page.getByRole('heading', { level: 1 }).click();
  await scan(page, cardNumber);
  await expect(page.getByText(`读的是旧卡 ${cardNumber}`)).toBeVisible();
});
