import { expect, type Locator, type Page } from '@playwright/test';

/** Presses Tab (backwards with Shift) until it stands where it is wanted: nobody places the focus but the keys. */
export async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let press = 0; press < 80; press += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(wanted).toBeFocused();
}
