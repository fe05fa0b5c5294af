import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { median, type Bench } from './bench.ts';
import { runProgram, startProgram } from './built.ts';

const executablePath = [process.env['CHROMIUM'], '/usr/bin/chromium'].find(
  (path) => path !== undefined && existsSync(path),
);

/** From starting the program to the sign-in form in which one can type; the browser's own start told apart. */
export const startBench: Bench = {
  name: 'start',
  async run(report) {
    if (executablePath === undefined) throw new Error('Chromium is missing (CHROMIUM or /usr/bin/chromium)');
    const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'));
    try {
      await runProgram(['init', '--store', '测速店', '--owner', '王总', '--data', folder]);
      const found: Record<'core' | 'screen' | 'browser', number[]> = { core: [], screen: [], browser: [] };
      for (let run = 0; run < 5; run++) {
        const beforeBrowser = performance.now();
        const browser = await chromium.launch({
          executablePath,
          args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
        });
        const page = await browser.newPage();
        const started = performance.now();
        const program = startProgram(['serve', '--port', '0', '--data', folder]);
        const url = (await program.firstLine).replace(/^ready /u, '');
        found.core.push(performance.now() - started);
        await page.goto(url, { waitUntil: 'commit' });
        await page.locator('input[type=password]').waitFor({ state: 'visible' });
        found.screen.push(performance.now() - started);
        found.browser.push(started - beforeBrowser);
        await browser.close();
        program.process.kill('SIGTERM');
        await program.ended;
      }
      const stated = { unit: 'ms', beside: 'stated limit', target: 1 } as const;
      report({ name: 'start.core', value: median(found.core), limit: 700, ...stated });
      report({ name: 'start.first-screen', value: median(found.screen), limit: 1500, ...stated });
      report({
        name: 'start.first-screen.with-browser',
        value: median(found.screen.map((ms, run) => ms + (found.browser[run] ?? 0))),
        limit: 3000,
        ...stated,
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
