import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { openCore } from '#electron/core.ts';
import { openDesk } from '#electron/desk.ts';
import { fixedClock } from '#electron/kernel/clock.ts';
import { serveHttp } from '#electron/transports/http.ts';
import { closeWhole, makeNewer, zeroPages } from '#tests/support/damage.ts';
import { addPair } from '#tests/support/filled-store.ts';
import { expect, journeyInstant, ownerName, password, storeName, test } from './support/desk.ts';
import { expectAccessible, lookAt, picture } from './support/look.ts';

/** Journeys of a store that cannot be opened: the same process serves the rescue, and then the store. */
const pageFolder =
  process.env['DESK_PAGE_FOLDER'] ?? fileURLToPath(new URL('../../out/renderer', import.meta.url));
const options = { passwordCost: { exponent: 10 }, ballastBytes: 0 };

/** A store with a backup and `more` later ones, closed, then served after `harm` was done to it. */
async function servedAfter<Harmed>(
  harm: (dataFolder: string) => Harmed,
  more = 1,
): Promise<{ dataFolder: string; url: string; harmed: Harmed; close(): Promise<void> }> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'desk-e2e-'));
  const clock = fixedClock('2026-11-18T01:00:00.000Z');
  const core = await openCore({ dataFolder, clock, ...options });
  await core.call('session.setUp', { storeName, ownerName, password }, {});
  for (let n = 0; n < 60; n += 1) await addPair(core, `客户${n}`);
  await core.backups.run('manual');
  for (let n = 60; n < 90; n += 1) await addPair(core, `客户${n}`);
  for (let n = 0; n < more; n += 1) {
    clock.set(`2026-11-18T01:3${n}:00.000Z`);
    await core.backups.run('scheduled');
  }
  await closeWhole(core);
  const harmed = harm(dataFolder);
  clock.set(journeyInstant);
  const desk = await openDesk({ dataFolder, clock, ...options });
  const served = await serveHttp(desk, { port: 0, pageFolder });
  return {
    dataFolder,
    url: served.url,
    harmed,
    async close() {
      await served.close();
      await desk.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('登录名').fill(ownerName);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();
}

test('a damaged store → what happened → restore the latest backup → sign in', async ({ page }) => {
  test.slow();
  const store = await servedAfter((dataFolder) => zeroPages(dataFolder, 'customer', 1), 9);
  try {
    await page.goto(store.url);
    await expect(page.getByRole('heading', { name: '门店数据暂时打不开' })).toBeVisible();
    await expect(page.getByText('数据文件已损坏')).toBeVisible();
    await expect(page.getByText(store.dataFolder, { exact: true })).toBeVisible();
    await expect(page.getByRole('row')).toHaveCount(11);
    await expect(page.getByText('完好，可以恢复')).toHaveCount(3);
    await expect(page.getByText('恢复时检查')).toHaveCount(7);
    await lookAt(page, 'rescue');
    await page.getByText('English').click();
    await expect(page.getByRole('heading', { name: 'The data of the store cannot be opened' })).toBeVisible();
    await lookAt(page, 'rescue-en');
    await page.getByText('中文').click();

    await page.getByLabel('备份在其他地方？').fill(join(store.dataFolder, 'none'));
    await page.keyboard.press('Enter');
    await expect(page.getByText('找不到这个文件夹')).toBeVisible();

    // Esc leaves everything as it is.
    const restore = page.getByRole('button', { name: '恢复 2026年11月18日 09:38' });
    await restore.click();
    await expect(page.getByRole('dialog', { name: '用这份备份恢复？' })).toBeVisible();
    await expectAccessible(page, 'restore dialog');
    await picture(page, 'rescue-restore');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    expect(readFileSync(join(store.dataFolder, 'desk.db')).equals(store.harmed)).toBe(true);

    await restore.click();
    await page.getByRole('dialog').getByRole('button', { name: '恢复' }).click();
    await expect(page.getByText(/已恢复，请登录/u)).toContainText('aside');
    await signIn(page);
    await page.goto(`${store.url}customer`);
    await expect(page.getByText('180').first()).toBeVisible();
  } finally {
    await store.close();
  }
});

test('salvage is explained as the last resort, and saves what can be read', async ({ page }) => {
  test.slow();
  const store = await servedAfter((dataFolder) => {
    zeroPages(dataFolder, 'customer', 1);
    rmSync(join(dataFolder, 'backups'), { recursive: true });
  });
  try {
    await page.goto(store.url);
    await expect(page.getByText('这里没有找到备份')).toBeVisible();
    await lookAt(page, 'rescue-without-backup');
    await page.getByRole('button', { name: '抢救还能读出的记录' }).click();
    const dialog = page.getByRole('dialog', { name: '抢救还能读出的记录？' });
    await expect(dialog).toBeVisible();
    await expectAccessible(page, 'salvage dialog');
    await picture(page, 'rescue-salvage');
    await dialog.getByRole('button', { name: '抢救还能读出的记录' }).click();
    await expect(page.getByText(/已抢救 \d+ 条/u)).toContainText('没有读全');
    await signIn(page);
  } finally {
    await store.close();
  }
});

test('a newer database is refused with a plain screen and no way to touch it', async ({ page }) => {
  const store = await servedAfter(makeNewer);
  try {
    await page.goto(store.url);
    await expect(page.getByRole('heading', { name: '请安装新版本的程序' })).toBeVisible();
    await expect(page.getByText(store.dataFolder, { exact: true })).toBeVisible();
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
    await lookAt(page, 'rescue-newer');
    expect(readFileSync(join(store.dataFolder, 'desk.db')).equals(store.harmed)).toBe(true);
  } finally {
    await store.close();
  }
});
