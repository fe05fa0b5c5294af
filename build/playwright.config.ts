import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The system's browser: CHROMIUM (set by `npm test`), else Debian's place, else Playwright's search for Chrome. */
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium'].find(
  (path) => path !== undefined && existsSync(path),
);

/** Browser journeys on the built program. Unit, integration and fault tests run under Vitest (vitest.config.ts). */
export default defineConfig({
  testDir: at('tests/e2e'),
  outputDir: at('node_modules/.cache/playwright'),
  workers: 2,
  fullyParallel: false,
  // A journey that fails once and then passes is shown as flaky; machines under load time out now and then.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    ...(executablePath === undefined ? { channel: 'chrome' } : {}),
    headless: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
