import { newCustomer } from '#tests/support/records.ts';
import { expect, journeyInstant, ownerName, password, storeName, test } from './support/desk.ts';
import { expectAccessible, lookAt, picture } from './support/look.ts';

test('first run → sign out → sign in → lock → PIN → search → language → dark', async ({ desk, page }) => {
  test.slow();
  await desk.open(page, undefined);

  // First run, by keyboard: Enter goes on.
  await expect(page.getByRole('heading', { name: '请选择语言' })).toBeVisible();
  await lookAt(page, 'set-up-1-language');
  await page.getByRole('button', { name: '下一步' }).press('Enter');
  await page.getByLabel('门店名称').fill(storeName);
  await page.getByLabel('老板姓名').fill(ownerName);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByLabel('再输一次密码').fill('Correct-Horse-8');
  await expect(page.getByText('两次输入的密码不一样。')).toBeVisible();
  await expect(page.getByRole('button', { name: '下一步' })).toBeDisabled();
  await lookAt(page, 'set-up-2-store');
  await page.getByLabel('再输一次密码').fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(/备份文件夹/u)).toBeFocused();
  await lookAt(page, 'set-up-3-backup');
  await page.keyboard.press('Enter');
  const code = await page.getByTestId('recovery-code').innerText();
  expect(code).toMatch(/^[0-9A-Z-]{12,}$/);
  await lookAt(page, 'set-up-4-recovery');
  await expect(page.getByRole('button', { name: '下一步' })).toBeDisabled();
  await page.getByLabel('我已经抄写或打印好了').check();
  await page.getByRole('button', { name: '下一步' }).click();
  await lookAt(page, 'set-up-5-start');
  await page.getByRole('button', { name: /空白门店/ }).click();
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();
  await lookAt(page, 'home-new');

  // Out and in again.
  await page.getByRole('button', { name: `${ownerName} 的菜单` }).click();
  await picture(page, 'person-menu');
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await expect(page.getByLabel('登录名')).toBeFocused();
  await page.keyboard.type(ownerName);
  await page.keyboard.press('Tab');
  await page.keyboard.type('wrong-password');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('登录名、密码或 PIN 不对');
  await lookAt(page, 'sign-in-refused');
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();

  // PIN, lock by keyboard, unlock by PIN.
  await page.getByRole('button', { name: `${ownerName} 的菜单` }).click();
  await page.getByRole('menuitem', { name: '设置 PIN' }).click();
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByLabel('新 PIN（4 到 8 位数字）').fill('2468');
  await expectAccessible(page, 'PIN dialog');
  await page.keyboard.press('Enter');
  await expect(page.getByText('PIN 已设置')).toBeVisible();
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: '已锁定' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeHidden();
  await lookAt(page, 'locked');
  await page.reload();
  await expect(page.getByLabel('PIN', { exact: true })).toBeFocused();
  await page.keyboard.type('2468');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();

  // Search by initials, keyboard only; a page too.
  const owner = await desk.core.call('session.signIn', { login: ownerName, password }, {});
  const { token } = owner as { token: string };
  await desk.core.call(
    'customer.create',
    { values: newCustomer({ name: '单建国', phone: '13800003456' }) },
    { token },
  );
  await page.keyboard.press('Control+k');
  await page.keyboard.type('sjg');
  await expect(page.getByRole('option', { name: /单建国/ })).toHaveAttribute('aria-selected', 'true');
  await lookAt(page, 'search');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('czjl');
  await expect(page.getByRole('option', { name: '操作记录' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '操作记录', level: 1 })).toBeVisible();
  await expect(page).toHaveTitle('操作记录 · 经营台');
  await expect(page.locator('main')).toBeFocused();

  // The language and the colours follow the person.
  // Typed and entered in one go: Enter waits for the answer to what was typed.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('english');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Audit trail', level: 1 })).toBeVisible();
  await page.getByRole('button', { name: `Menu of ${ownerName}` }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Audit trail', level: 1 })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

const screens = [
  ['/', 'home', /./],
  ['/account', 'account', /账号与权限|Accounts and roles/],
  ['/audit', 'audit', /操作记录|Audit trail/],
  ['/backup', 'backup', /备份与数据|Backup and data/],
  ['/setting', 'setting', /设置|Settings/],
  ['/job', 'job', /任务|Tasks/],
  ['/nowhere', 'not-found', /没有这个页面|No such page/],
] as const;

for (const language of ['zh-CN', 'en'] as const) {
  test(`the owner's screens in ${language}: fit, pass axe, say what they are`, async ({ desk, page }) => {
    test.slow();
    const owner = await desk.setUp(language);
    await desk.addPerson(owner, '李梅', ['clerk', 'customerCare']);
    await owner.client.customer.create({ values: newCustomer({ name: '远航物流', kind: 'company' }) });
    await owner.client.backup.run({});
    for (const [path, name, heading] of screens) {
      await desk.open(page, owner, path);
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
      await lookAt(page, `${name}-${language}`);
    }
  });
}

test('a technician sees neither accounts nor audit, and is told so at their address', async ({
  desk,
  page,
}) => {
  const owner = await desk.setUp();
  const technician = await desk.addPerson(owner, '小李', ['technician']);
  await desk.open(page, technician, '/audit');
  await expect(page.getByRole('heading', { name: '没有这个页面' })).toBeVisible();
  const navigation = page.getByRole('navigation', { name: '主导航' });
  await expect(navigation.getByRole('link', { name: '工作台' })).toBeVisible();
  await expect(navigation.getByRole('link', { name: '操作记录' })).toHaveCount(0);
  await expect(navigation.getByRole('link', { name: '账号与权限' })).toHaveCount(0);
});

test('idle time locks the window and keeps what was begun', async ({ desk, page }) => {
  const owner = await desk.setUp();
  await desk.open(page, owner, '/setting');
  await page.getByLabel('第二备份文件夹').fill('D:\\备份');
  await page.clock.setFixedTime(new Date(Date.parse(journeyInstant) + 16 * 60_000));
  await expect(page.getByRole('heading', { name: '已锁定' })).toBeVisible();
  await expect(page.getByLabel('第二备份文件夹')).toBeHidden();
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('第二备份文件夹')).toHaveValue('D:\\备份');
});

test('two people take turns on one window, each locked while the other works', async ({ desk, page }) => {
  const owner = await desk.setUp();
  await desk.addPerson(owner, '李梅', ['clerk']);
  await desk.open(page, owner);
  await page.getByRole('button', { name: `${ownerName} 的菜单` }).click();
  await page.getByRole('menuitem', { name: '其他人登录' }).click();
  await page.getByLabel('登录名').fill('李梅');
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '李梅 的菜单' }).click();
  await page.getByRole('menuitem', { name: ownerName }).click();
  await expect(page.getByRole('heading', { name: '已锁定' })).toBeVisible();
  await expect(page.getByText(ownerName)).toBeVisible();
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: `${ownerName} 的菜单` })).toBeVisible();
});

test('a backup is made, checked and restored by typing the name of the store', async ({ desk, page }) => {
  const owner = await desk.setUp();
  await desk.open(page, owner, '/backup');
  await page.getByRole('button', { name: '立即备份' }).click();
  await expect(page.getByRole('cell', { name: '手动' })).toBeVisible();
  await page.getByRole('button', { name: /^检查 / }).click();
  await expect(page.getByText(/这份备份完好/)).toBeVisible();
  await owner.client.customer.create({ values: newCustomer({ name: '备份之后' }) });
  await page.getByRole('button', { name: /^恢复 / }).click();
  const dialog = page.getByRole('dialog', { name: '恢复到这份备份？' });
  await expect(dialog.getByRole('button', { name: '恢复', exact: true })).toBeDisabled();
  await dialog.getByRole('textbox').fill(storeName);
  await dialog.getByRole('button', { name: '恢复', exact: true }).click();
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
});

test('first run may begin with the sample store, under a banner with the way back', async ({
  desk,
  page,
}) => {
  test.slow();
  await desk.open(page, undefined);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('门店名称').fill(storeName);
  await page.getByLabel('老板姓名').fill(ownerName);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByLabel('再输一次密码').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '建立门店' }).click();
  await page.getByLabel('我已经抄写或打印好了').check();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: /示范门店/ }).click();
  const banner = page.getByText(/这是示范门店/);
  await expect(banner).toBeVisible({ timeout: 120_000 });
  await lookAt(page, 'home-sample');
  await page.getByRole('button', { name: '回到自己的门店' }).click();
  await expect(banner).toBeHidden();
  await expect(page.getByRole('button', { name: `${ownerName} 的菜单` })).toBeVisible();
  await expect(page.getByText('从您已有的数据开始')).toBeVisible();
});
