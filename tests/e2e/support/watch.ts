import type { Page } from '@playwright/test';

/** A refusal that the program answers with a sentence (4xx of a call) is logged by the browser, but is no fault. */
const isRefusal = (text: string, address: string): boolean =>
  address.includes('/rpc/') && /Failed to load resource.*status of 4\d\d/u.test(text);

/** Collects what a healthy page never says: console errors, uncaught exceptions, policy violations. */
export function watchPage(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() !== 'error' && !text.includes('Content Security Policy')) return;
    if (!isRefusal(text, message.location().url)) problems.push(`console: ${text}`);
  });
  return problems;
}
