import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, expect, test } from '@playwright/test';
import { ownerName, password, storeName } from './support/desk.ts';
import { watchPage } from './support/watch.ts';

/** The same first run in Electron's own window, where its binary is on the machine. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(root, 'node_modules/electron/dist');
const binary = join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron');

test('first run in the Electron window: calls go over the port, the page under app://', async () => {
  test.skip(
    !existsSync(binary),
    "Electron's binary is not on this machine; main.ts and preload.ts run against a stand-in in tests/desktop",
  );
  const dataFolder = mkdtempSync(join(tmpdir(), 'desk-electron-'));
  const app = await _electron.launch({
    executablePath: binary,
    args: [join(root, 'out/main/main.js'), ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    env: { ...process.env, DESK_DATA: dataFolder },
  });
  try {
    const page = await app.firstWindow();
    const problems = watchPage(page);
    expect(page.url()).toBe('app://desk/');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel('门店名称').fill(storeName);
    await page.getByLabel('老板姓名').fill(ownerName);
    await page.getByLabel('密码', { exact: true }).fill(password);
    await page.getByLabel('再输一次密码').fill(password);
    await page.keyboard.press('Enter');
    await expect(page.getByLabel(/备份文件夹/u)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('recovery-code')).toBeVisible();
    expect(await page.evaluate(() => ['require' in window, 'process' in window])).toEqual([false, false]);
    expect(problems).toEqual([]);
  } finally {
    await app.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
});
