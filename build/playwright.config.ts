import { existsSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The system's browser: CHROMIUM (set by `npm test`), else Debian's place, else Playwright's search for Chrome. */
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium'].find(
  (path) => path !== undefined && existsSync(path),
);

/** Several times what two free cores need, and as many times more as others work on the same machine. Long tests say so. */
const patience = Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());

/** Browser journeys on the built program. Unit, integration and fault tests run under Vitest (vitest.config.ts). */
export default defineConfig({
  testDir: at('tests/e2e'),
  outputDir: at('node_modules/.cache/playwright'),
  workers: 2,
  fullyParallel: false,
  // A journey that passes at the second try has failed: what decided was luck.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000 * patience,
  expect: { timeout: 10_000 * patience },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    ...(executablePath === undefined ? { channel: 'chrome' } : {}),
    headless: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    // What is looked at and measured (colours above all) is the end of a change, never the middle of it.
    reducedMotion: 'reduce',
    // A recording costs about a third of a journey's time; DESK_TRACE=1 keeps one of each failure.
    trace: process.env.DESK_TRACE ? 'retain-on-failure' : 'off',
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
