import { readFile } from 'node:fs/promises';
import { newStock } from '#tests/support/inspection.ts';
import { pdfText, pdfTools } from '#tests/support/pdf-text.ts';
import { expect, test } from './support/desk.ts';
import { lookAt } from './support/look.ts';

test('a check is printed from its page by key, and the month from the list', async ({ desk, page }) => {
  const owner = await desk.setUp();
  const inspector = await desk.addPerson(owner, '区伟明', ['inspector']);
  const { id: stockId } = await owner.client.stock.create({ values: newStock() });
  const { client } = inspector;
  const { id } = await client.inspection.start({ purpose: 'preparation', stockId });
  const { content } = await client.inspection.view({ id });
  for (const { code } of content.sections) await client.inspection.answerRest({ id, section: code });

  await desk.open(page, inspector, `/inspection/${id}`);
  await expect(page.getByRole('button', { name: '打印' })).toBeVisible();
  await page.keyboard.press('Control+P');
  const preview = page.getByRole('dialog', { name: '打印预览：2026-Q001' });
  await expect(preview.locator('object[type="application/pdf"]')).toHaveAttribute('data', /^blob:/u, {
    timeout: 60_000,
  });
  const saved = page.waitForEvent('download');
  await preview.getByRole('button', { name: '保存 PDF' }).click();
  const sheet = await saved;
  expect(sheet.suggestedFilename()).toBe('2026-Q001.pdf');
  if (pdfTools) expect(pdfText(await readFile(await sheet.path())).join('')).toContain('2026-Q001');
  await preview.getByRole('button', { name: '关闭', exact: true }).click();

  await desk.open(page, inspector, '/inspection');
  await page.getByRole('button', { name: '批量打印' }).click();
  const dialog = page.getByRole('dialog', { name: '批量打印检查单' });
  // Nothing was signed this month; the list holds one check.
  await dialog.getByRole('button', { name: '开始打印' }).click();
  await expect(dialog.getByText('没有可打印的检查')).toBeVisible();
  await dialog.getByText('列表里的全部 1 张').click();
  await lookAt(page, 'sheet-batch');
  const arrives = page.waitForEvent('download', { timeout: 60_000 });
  await dialog.getByRole('button', { name: '开始打印' }).click();
  expect((await arrives).suggestedFilename()).toBe('检查单 2026-11-18.pdf');
  await expect(dialog.getByText('已完成，文件已下载。')).toBeVisible();
});
