import { expect, test } from './support/desk.ts';
import { lookAt } from './support/look.ts';

test('the figures of quality for any time, each with its rows', async ({ desk, page }) => {
  test.slow();
  const owner = await desk.openSample();
  await desk.open(page, owner, '/quality?from=2025-12-01&to=2026-11-30');
  await expect(page.getByRole('heading', { level: 1, name: '质量分析' })).toBeVisible();
  await expect(page.getByRole('img', { name: '三检覆盖率' })).toBeVisible();
  const defects = page.getByRole('table', { name: '不合格项 · 项目' });
  await expect(defects).toBeVisible();
  await lookAt(page, 'quality');

  // The first line of the Pareto table opens the checks behind it; a check opens from there.
  const line = defects.getByRole('row').nth(1);
  const [count = ''] = await line.getByRole('cell').nth(1).allInnerTexts();
  await line.getByRole('button').press('Enter');
  const rows = page.getByRole('table', { name: new RegExp(`：${count} 项$`, 'u') });
  await expect(rows.getByRole('row')).toHaveCount(Math.min(200, Number(count)) + 1);
  await page.getByRole('radiogroup', { name: '按什么看' }).getByText('厂家').click();
  await expect(page.getByRole('table', { name: '不合格项 · 厂家' })).toBeVisible();
  await page.getByRole('radiogroup', { name: '期间' }).getByText('上月').click();
  await expect(page).toHaveURL(/from=2026-10-01&to=2026-10-31/u);
  await desk.open(page, owner, '/quality?from=2025-12-01&to=2026-11-30');
  const complaints = page.getByRole('table', { name: '按类型' });
  await complaints.getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1, name: '投诉' })).toBeVisible();
  await expect(page.getByRole('grid')).toBeVisible();
});

test('the weekly meeting tells the quality of the week, and leads to its page', async ({ desk, page }) => {
  const owner = await desk.openSample();
  await owner.client.meeting.open({ week: '2026-W47' });
  await desk.open(page, owner, '/meeting/2026-W47');
  const quality = page.getByRole('region', { name: '质量' });
  await quality.scrollIntoViewIfNeeded();
  await expect(quality).toContainText('维修一次合格率');
  await lookAt(page, 'meeting-quality');
  await quality.getByRole('link', { name: /维修一次合格率/ }).click();
  await expect(page).toHaveURL(/\/quality\?from=2026-11-16&to=2026-11-22/u);
  await expect(page.getByRole('heading', { level: 1, name: '质量分析' })).toBeVisible();
});
