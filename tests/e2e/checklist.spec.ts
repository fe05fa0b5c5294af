import { read, utils, write } from '@e965/xlsx';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { DeskClient } from '#renderer/transport/client.ts';
import { expect, test } from './support/desk.ts';
import { lookAt } from './support/look.ts';

/** The id of a list by its name. */
async function idOf(client: DeskClient, name: string): Promise<number> {
  const found = (await client.checklist.overview({})).find((list) => list.name === name);
  expect(found, name).toBeDefined();
  return found?.id ?? 0;
}

test('a list is found, changed by keyboard alone, survives a reload, is published and compared', async ({
  desk,
  page,
}) => {
  test.slow();
  const owner = await desk.setUp();
  const { client } = owner;
  const id = await idOf(client, '入库 PDI · 挂车');
  await desk.open(page, owner, '/checklist');
  await expect(page.getByRole('heading', { name: '检查表', level: 1 })).toBeVisible();
  await lookAt(page, 'checklist-1-list');
  await page.getByLabel('按名称查找').fill('挂车');
  await page.getByRole('link', { name: '入库 PDI · 挂车' }).press('Enter');
  await expect(page).toHaveURL(new RegExp(`/checklist/${id}$`, 'u'));
  await lookAt(page, 'checklist-2-editor');

  // Arrows choose, Ctrl+Enter adds below and names at once; it is a measured item with limits.
  const whole = page.getByRole('button', { name: '整张表' });
  await whole.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByLabel('项目', { exact: true })).toBeFocused();
  await page.keyboard.type('举升缸压力');
  await page.getByRole('radio', { name: '测量值' }).focus();
  await page.keyboard.press('Space');
  await page.getByLabel('下限', { exact: true }).fill('7.85');
  await page.getByLabel('上限', { exact: true }).fill('7.8');
  await expect(page.getByText('上限小于下限，请核对。')).toBeVisible();
  await page.getByLabel('上限', { exact: true }).fill('１２．５');
  await page.getByLabel('单位', { exact: true }).fill('bar');
  await expect(page.getByText('已保存')).toBeVisible();
  const draft = async () => (await client.checklist.draft({ id }))?.content.sections[0]?.items[1];
  await expect(async () =>
    expect(await draft()).toMatchObject({ type: 'number', lowest: 7850, highest: 12_500, unit: 'bar' }),
  ).toPass();

  // Esc leaves the fields, Alt+arrows move, Delete removes, Ctrl+Z brings back.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Control+d');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('已保存')).toBeVisible();
  await lookAt(page, 'checklist-3-item');
  await expect(async () => {
    const items = (await client.checklist.draft({ id }))?.content.sections[0]?.items ?? [];
    expect(items.map(({ title }) => title.zh).filter((title) => title === '举升缸压力')).toHaveLength(1);
    expect(items[2]?.title.zh).toBe('举升缸压力');
  }).toPass();

  // The draft is there after the window was thrown away.
  await page.reload();
  await expect(page.getByRole('button', { name: /举升缸压力/u })).toBeVisible();

  // Somebody else saves the draft while a change is on its way: neither is overwritten silently.
  const other = await desk.addPerson(owner, '李经理', ['manager']);
  const seen = await client.checklist.draft({ id });
  if (!seen) throw new Error('the draft is gone');
  let release = (): void => undefined;
  const theirs = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/rpc/checklist/saveDraft', async (route) => {
    await theirs;
    await route.continue();
  });
  await page.getByRole('button', { name: /举升缸压力/u }).click();
  const sent = page.waitForRequest('**/rpc/checklist/saveDraft');
  await page.getByLabel('项目', { exact: true }).fill('举升缸工作压力');
  await sent;
  const content = { ...seen.content, damageMap: !seen.content.damageMap };
  await other.client.checklist.saveDraft({ id, version: seen.version, content });
  release();
  await expect(page.getByText('李经理 在您修改期间也改了这份草稿。')).toBeVisible();
  await page.unroute('**/rpc/checklist/saveDraft');
  await page.getByRole('button', { name: '用我的内容' }).click();
  await expect(page.getByText('已保存')).toBeVisible();
  expect((await client.checklist.draft({ id }))?.content).toMatchObject({
    damageMap: seen.content.damageMap,
  });

  // The preview judges like a check.
  await page.getByRole('tab', { name: '预览' }).click();
  await page.getByRole('textbox', { name: '举升缸工作压力 的结果' }).fill('7.849');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^确认是 7\.849/u }).click();
  await expect(page.getByText(/不合格 1/u)).toBeVisible();
  await lookAt(page, 'checklist-4-preview');

  await page.getByRole('button', { name: '发布', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('新增')).toBeVisible();
  await dialog.getByLabel(/修改原因/u).fill('自卸挂车要量举升压力');
  await lookAt(page, 'checklist-5-publish');
  await dialog.getByRole('button', { name: '发布' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('第 2 版')).toBeVisible();
  await page.getByRole('tab', { name: '版本' }).click();
  await expect(page.getByText('自卸挂车要量举升压力')).toBeVisible();
  await expect(page.getByText('增 1，删 0，改 0')).toBeVisible();
  await lookAt(page, 'checklist-6-editions');
  expect(await client.checklist.edition({ id, edition: 2 })).toMatchObject({
    reason: '自卸挂车要量举升压力',
  });
});

test('what was typed into a list in the moment before a kill is there again', async ({ desk, context }) => {
  const owner = await desk.setUp();
  const id = await idOf(owner.client, '入库 PDI · 挂车');
  const open = async (): Promise<Page> => {
    const page = await context.newPage();
    await desk.open(page, owner, `/checklist/${id}`);
    return page;
  };
  const first = await open();
  // Killed before the core hears of it: nothing goes out of this window.
  await first.route('**/rpc/checklist/saveDraft', () => undefined);
  await first.getByRole('button', { name: '整张表' }).focus();
  await first.keyboard.press('ArrowDown');
  await first.keyboard.press('ArrowDown');
  await first.keyboard.press('Control+Enter');
  await first.keyboard.type('举升缸压力');
  const crashed = first.waitForEvent('crash');
  await first.goto('chrome://crash').catch(() => undefined);
  await crashed;
  await first.close();
  expect(await owner.client.checklist.draft({ id })).toBeNull();

  const again = await open();
  await expect(again.getByRole('button', { name: /举升缸压力/u })).toBeVisible();
  await expect(again.getByText('已保存')).toBeVisible();
  const items = (await owner.client.checklist.draft({ id }))?.content.sections[0]?.items ?? [];
  expect(items.map(({ title }) => title.zh)).toContain('举升缸压力');
  // Saved: nothing of it lies here any more.
  const left = await again.evaluate(() =>
    Object.keys(window.localStorage).filter((key) => key.includes('checklist')),
  );
  expect(left).toEqual([]);
});

test('a list goes out as a workbook and comes back changed; a wrong one shows its rows', async ({
  desk,
  page,
}) => {
  test.slow();
  const owner = await desk.setUp('en');
  const { client } = owner;
  const id = await idOf(client, '交车仪式');
  await desk.open(page, owner, `/checklist/${id}`);
  await expect(page.getByRole('heading', { name: 'Delivery ceremony', level: 1 })).toBeVisible();
  await lookAt(page, 'checklist-7-english');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const book = read(await readFile(await (await saved).path()));
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  const rows = sheet ? utils.sheet_to_json<(string | number)[]>(sheet, { header: 1, defval: '' }) : [];
  const bytes = (changed: (string | number)[][]): Buffer => {
    const made = utils.book_new();
    utils.book_append_sheet(made, utils.aoa_to_sheet(changed), 'Items');
    return write(made, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  };
  const type = rows[0]?.indexOf('Answered by') ?? 0;
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const wrong = rows.map((row, index) => (index === 3 ? row.with(type, 'guess') : row));
  await page
    .getByTestId('file-input')
    .setInputFiles({ name: 'wrong.xlsx', mimeType: 'application/octet-stream', buffer: bytes(wrong) });
  const problem = page.getByRole('row', { name: /^4 Answered by guess/u });
  await expect(problem).toBeVisible();
  await lookAt(page, 'checklist-8-problems');
  expect(await client.checklist.draft({ id })).toBeNull();

  await page.getByTestId('file-input').setInputFiles({
    name: 'shorter.xlsx',
    mimeType: 'application/octet-stream',
    buffer: bytes(rows.slice(0, -1)),
  });
  await expect(page.getByText('Removed')).toBeVisible();
  await page.getByRole('button', { name: 'Take over' }).click();
  await expect(async () =>
    expect(await client.checklist.draft({ id })).toMatchObject({ source: 'file' }),
  ).toPass();
});

test('who may only read sees the list and its editions and no tools', async ({ desk, page }) => {
  const owner = await desk.setUp();
  const adviser = await desk.addPerson(owner, '小刘', ['serviceAdviser']);
  const id = await idOf(owner.client, '交车仪式');
  await desk.open(page, adviser, `/checklist/${id}`);
  await expect(page.getByText('您的岗位只能查看检查表。')).toBeVisible();
  await expect(page.getByRole('tab', { name: '编辑' })).toBeHidden();
  await expect(page.getByRole('button', { name: '发布' })).toBeHidden();
});
