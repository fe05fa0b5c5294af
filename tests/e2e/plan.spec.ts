import type { Page } from '@playwright/test';
import { planParts, type PartChange } from '#shared/features/plan/plan.content.ts';
import { completePlan } from '#tests/support/plan.ts';
import { expect, password, test } from './support/desk.ts';
import { lookAt, picture } from './support/look.ts';

/** Takes steps back or forward until it is so; how many words are one step depends on how fast they came. */
async function steps(page: Page, key: string, check: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await check();
  }).toPass({ intervals: [0] });
}

test('a plan of the year: written by two, submitted, signed by the owner, printed as a book', async ({
  desk,
  page,
}) => {
  const owner = await desk.setUp();
  const manager = await desk.addPerson(owner, '赵经理', ['manager']);
  const { id } = await owner.client.plan.open({ year: 2027 });
  const parts = { ...completePlan(manager.personId), opening: { theme: '', blocks: [] } };
  for (const part of planParts) {
    const { edits } = await owner.client.plan.get({ id });
    const change = { part, content: parts[part] } as PartChange; // the content of this part
    await owner.client.plan.savePart({ id, version: edits[part]?.version ?? 0, change });
  }

  // The manager finds it in the list and writes the opening; the owner's figures stand in the other parts.
  await desk.open(page, manager, '/plan');
  await page.getByRole('link', { name: '2027 年度经营计划' }).click();
  await page.getByLabel('年度主题', { exact: true }).and(page.locator('input')).fill('守住大客户，做强服务');
  await page.getByRole('button', { name: '段落', exact: true }).click();
  const words = page.getByRole('textbox', { name: '段落', exact: true });
  await expect(words).toBeFocused();
  await page.keyboard.type('新的一年，');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('服务');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('先行。');
  await page.keyboard.press('Enter');
  // An input method composes: nothing touches the field until the words are chosen.
  const method = await page.context().newCDPSession(page);
  await method.send('Input.imeSetComposition', { text: 'kehu', selectionStart: 4, selectionEnd: 4 });
  await expect(words).toContainText('kehu');
  await method.send('Input.insertText', { text: '客户第一。' });
  await expect(words.locator('b, strong')).toHaveText('服务');
  await expect(words).toHaveText(/^新的一年，服务先行。\s*客户第一。$/u);
  await expect(page.getByText('已保存')).toBeVisible();
  const opening = async () => {
    const { content } = await owner.client.plan.get({ id });
    return content.parts.opening.blocks.map((block) => ('text' in block ? block.text : ''));
  };
  const text = '新的一年，**服务**先行。\n客户第一。';
  await expect.poll(opening).toEqual([text]);
  // Another block, then steps back over both of them, also over what is saved, and forward again.
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('**团队**再上一层');
  await expect(words.nth(1).locator('strong')).toHaveText('团队');
  await expect.poll(opening).toEqual([text, '**团队**再上一层']);
  const first = words.first();
  await steps(page, 'Control+z', () => expect(words).toHaveCount(1, { timeout: 500 }));
  await steps(page, 'Control+z', () => expect(first).not.toContainText('客户第一。', { timeout: 500 }));
  await steps(page, 'Control+y', () => expect(first).toHaveText(/先行。\s*客户第一。$/u, { timeout: 500 }));
  await steps(page, 'Control+y', () => expect(words.nth(1)).toHaveText('团队再上一层', { timeout: 500 }));
  await expect.poll(opening).toEqual([text, '**团队**再上一层']);
  await expect(page.getByText('已保存')).toBeVisible();
  await picture(page, 'plan-opening');
  await page
    .getByRole('navigation', { name: '计划的各部分' })
    .getByRole('button', { name: /来年市场分析/ })
    .click();
  await expect(page.getByRole('table', { name: '市场容量与份额' })).toContainText('10.0%');
  await picture(page, 'plan-market');
  await page.getByRole('button', { name: /人力资源规划/ }).click();
  await picture(page, 'plan-staffing');
  await page.getByRole('button', { name: /投资战略/ }).click();
  await expect(page.getByText('13 个月')).toBeVisible();
  await lookAt(page, 'plan-investment');
  // A figure that is none is told where it stands; the sum stays.
  const amount = page.getByLabel('洗车机 投资额');
  await amount.fill('八万');
  await expect(page.getByText('“八万”不是金额，没有保存。')).toBeVisible();
  await amount.fill('90000');
  await page.getByLabel('措施 1', { exact: true }).fill('两个工位六月投用');
  await expect(page.getByText('已保存')).toBeVisible();

  await page.getByRole('button', { name: '提交批准' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提交批准' }).click();
  await expect(page.getByText('等老板批准')).toBeVisible();
  await expect(page.getByRole('button', { name: '批准并签字' })).toBeHidden();

  // The owner signs: frozen, measures become action items.
  await desk.open(page, owner, `/plan/${id}`);
  await page.getByRole('button', { name: '批准并签字' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('5 项措施');
  await dialog.getByLabel('密码', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByText('已批准并签字')).toBeVisible();
  await page.getByRole('button', { name: /实现措施/ }).click();
  await expect(page.getByRole('link', { name: '2026-A001' })).toBeVisible();
  await picture(page, 'plan-approved');

  await page.getByRole('button', { name: '导出' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: '计划书 PDF' }).click();
  expect((await download).suggestedFilename()).toMatch(/^2027.*V1.pdf$/u);

  // The next edition and what changed in it.
  await page.getByRole('button', { name: '修订' }).click();
  await page.getByLabel('原因').fill('一季度厂家改了商务政策');
  await page.getByRole('dialog').getByRole('button', { name: '修订' }).click();
  await expect(page.getByText('本版为修订：一季度厂家改了商务政策')).toBeVisible();
  await page.getByLabel('年度主题', { exact: true }).and(page.locator('input')).fill('守住老客户，做强服务');
  await expect(page.getByText('已保存')).toBeVisible();
  await page.getByRole('button', { name: '看差异' }).click();
  await expect(page.getByRole('dialog').locator('ins')).toHaveText('老');
  await expect(page.getByRole('dialog').locator('del')).toHaveText('大');
  await picture(page, 'plan-compare');
});
