import type { Page } from '@playwright/test';

/** Keeps the page's saves waiting until they are released, as a slow line would. */
export async function holdSaves(
  page: Page,
  feature: 'meeting' | 'plan' = 'meeting',
): Promise<() => Promise<void>> {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(`**/rpc/${feature}/savePart`, async (route) => {
    await held;
    await route.continue();
  });
  return async () => {
    release();
    await page.unrouteAll({ behavior: 'wait' });
  };
}
