import { expect, test } from './support/desk.ts';
import { lookAt } from './support/look.ts';

test('the owner goes from a red cell of the wall to its causes and a countermeasure', async ({
  desk,
  page,
}) => {
  const owner = await desk.openSample();
  await desk.open(page, owner, '/indicator/wall');
  await expect(page.getByRole('heading', { level: 1, name: '经营墙 2026年' })).toBeVisible();
  const heat = page.getByRole('table', { name: '全店 · 按月' });
  await lookAt(page, 'indicator-wall');

  await heat
    .getByRole('link', { name: /2026年10月：.*落后/u })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: '差异分析' })).toBeVisible();
  await expect(page.getByRole('table', { name: '谁差得多' })).toBeVisible();
  await page.getByRole('button', { name: '立项分析' }).click();
  const title = page.getByRole('heading', { level: 1, name: /^2026-G\d{3} / });
  await expect(title).toBeVisible();
  const number = /^2026-G\d{3}/u.exec((await title.textContent()) ?? '')?.[0] ?? '';

  await page.getByRole('button', { name: '加一条' }).click();
  await page.keyboard.type('来店少');
  await page.keyboard.press('Enter');
  await page.keyboard.type('网络线索没人回电');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.getByRole('textbox', { name: '为什么（第 2 层）' })).toHaveValue('网络线索没人回电');
  await page.getByRole('checkbox', { name: '根因' }).nth(1).check();
  await page.getByRole('textbox', { name: '根本原因' }).fill('周末没有人值班回电');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('有未保存的修改')).toBeHidden();

  const counters = page.getByRole('region', { name: '对策' });
  await counters.getByRole('textbox', { name: '要做什么' }).fill('周末排班回电');
  await counters.getByRole('combobox', { name: '负责人' }).fill('王建国');
  await page.getByRole('option', { name: '王建国' }).first().click();
  await counters.getByRole('textbox', { name: '到期日' }).fill('+7');
  await counters.getByRole('textbox', { name: '检查方式' }).fill('看回电记录');
  await counters.getByRole('button', { name: '加对策' }).click();
  await expect(counters.getByText('周末排班回电')).toBeVisible();
  await lookAt(page, 'gap');

  await page.getByRole('link', { name: '行动事项' }).first().click();
  await expect(page.getByRole('listitem').filter({ hasText: '周末排班回电' })).toContainText(
    `来自差异分析 ${number}`,
  );
  await desk.open(page, owner, '/indicator/wall');
  await expect(page.getByRole('listitem').filter({ hasText: number }).first()).toContainText('周末排班回电');
});
