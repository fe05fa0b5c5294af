import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The two sizes of the store's screens: 1366 × 768, and the same at 125 %. */
export const sizes = [
  { width: 1366, height: 768 },
  { width: 1093, height: 614 },
] as const;

export type Scheme = 'light' | 'dark';

/** Switches the page's colours as the person's choice does in another window of the same browser. */
export async function setScheme(page: Page, scheme: Scheme): Promise<void> {
  await page.evaluate((newValue) => {
    const key = 'desk-colours';
    window.localStorage.setItem(key, newValue);
    window.dispatchEvent(new StorageEvent('storage', { key, newValue, storageArea: window.localStorage }));
  }, scheme);
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
}

/** Keeps a picture when DESK_SCREENSHOTS names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['DESK_SCREENSHOTS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** WCAG 2.2 AA by axe, or the contrast alone; the message names each rule and the places that break it. */
export async function expectAccessible(
  page: Page,
  name: string,
  rules: 'all' | 'contrast' = 'all',
): Promise<void> {
  // The program has no frames, so nothing is gathered on a page of its own; only what is broken is described.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await (
    rules === 'all' ? axe.withTags(standards) : axe.withRules(['color-contrast'])
  ).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
  expect.soft(found, `axe on ${name}`).toEqual([]);
}

/** No sideways scrolling of the page itself, once it has followed the size of the window. */
export async function expectFits(page: Page, name: string): Promise<void> {
  const over = (): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await expect.poll(over, `${name} is wider than the window`).toBeLessThanOrEqual(0);
}

/** A screen fits at both sizes, passes axe in both themes, and a picture of each may be kept. */
export async function lookAt(page: Page, name: string): Promise<void> {
  // A page that is still on its way has no heading, and nothing on it to look at.
  await expect(page.locator('h1').first(), `${name} has come`).toBeAttached();
  for (const size of sizes) {
    await page.setViewportSize(size);
    await expectFits(page, `${name} at ${size.width}`);
    for (const scheme of ['dark', 'light'] as const) {
      await setScheme(page, scheme);
      // The elements are the same at both sizes and in both themes, only their colours change; axe is most of the time.
      if (size === sizes[0])
        await expectAccessible(page, `${name} ${scheme}`, scheme === 'light' ? 'all' : 'contrast');
      await picture(page, `${name}-${size.width}-${scheme}`);
    }
  }
  await page.setViewportSize(sizes[0]);
}
