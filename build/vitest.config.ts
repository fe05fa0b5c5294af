import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Unit, integration and fault tests. Browser journeys run under Playwright (playwright.config.ts). */
export default defineConfig({
  root,
  cacheDir: `${root}/node_modules/.cache/vitest`,
  resolve: {
    alias: { electron: `${root}/tests/support/electron-stand-in.ts` },
  },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**', 'tests/bench/**'],
    globalSetup: ['tests/support/store-template.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Left to itself the library keeps one core free, which is half of a small machine.
    maxWorkers: availableParallelism(),
  },
});
