import type { Page } from '@playwright/test';
import { roles, type Role } from '#shared/rpc/rights.ts';
import { expect, test } from './support/desk.ts';
import { expectAccessible, picture } from './support/look.ts';

/**
 * Goes by the navigation, and waits until the heading is another one than that of the page before and nothing on it is on its
 * way. Looks with every frame: the waiting of `expect` grows to a second a look, which is most of this walk.
 */
async function goTo(page: Page, address: string): Promise<void> {
  if (new URL(page.url()).pathname !== address) {
    await page
      .locator('h1')
      .first()
      .evaluate((shown) => shown.setAttribute('data-before', ''));
    await page.locator(`nav a[href="${address}"]`).click();
  }
  const isThere = await page.evaluate(
    (most) =>
      new Promise<boolean>((resolve) => {
        const from = performance.now();
        const look = (): void => {
          const there =
            document.querySelector('h1:not([data-before])') &&
            !document.querySelector('h1[data-before], .mantine-Loader-root, [aria-busy="true"]');
          if (there || performance.now() - from > most) resolve(Boolean(there));
          else requestAnimationFrame(look);
        };
        look();
      }),
    30_000,
  );
  expect(isThere, `${address} comes and settles`).toBe(true);
}

/** Every role signs in and walks through everything that its navigation offers: no page refuses, none is empty of sense. */
for (const role of roles.filter((one): one is Exclude<Role, 'owner'> => one !== 'owner')) {
  test(`${role} walks through the own pages`, async ({ desk, page }) => {
    test.slow();
    const owner = await desk.setUp();
    const person = await desk.addPerson(owner, '小林', [role]);
    await desk.open(page, person);
    const navigation = page.getByRole('navigation', { name: '主导航' });
    await expect(navigation).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await expectAccessible(page, `home of ${role}`);
    const refused: string[] = [];
    page.on('response', (answer) => answer.status() === 403 && refused.push(answer.url()));
    const links = await navigation.getByRole('link').all();
    expect(links.length).toBeGreaterThan(3);
    const addresses = await Promise.all(links.map((link) => link.getAttribute('href')));
    for (const address of addresses) {
      await goTo(page, address ?? '/');
      await expect(page.getByText('您的岗位没有这项权限'), `${role} at ${address}`).toHaveCount(0);
      await expect(page.getByRole('alert'), `${role} at ${address}`).toHaveCount(0);
    }
    expect(refused, `what the pages of a ${role} ask for is theirs`).toEqual([]);
    await picture(page, `role-${role}`);
    // What the role may not see is not offered, and its address answers with a sentence.
    if (role === 'technician') {
      expect(addresses.some((address) => address?.startsWith('/cash'))).toBe(false);
      expect(addresses.some((address) => address?.startsWith('/audit'))).toBe(false);
    }
  });
}
