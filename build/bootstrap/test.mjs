import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { ensureBuild } from './build.mjs';
import { programOf, withLocalPrograms } from './node.mjs';
import { runShown } from './process.mjs';
import { LauncherError } from './say.mjs';
import { readJson } from './stamp.mjs';
import { ensureSystemPackages, windowlessBrowser } from './system-packages.mjs';
import { agreeing, closing, nothing, ofPlaywright, oneCheck, sum } from './totals.mjs';

/** @typedef {import('./totals.mjs').Counted} Counted */
/** @typedef {{ root: string, node: string, folder: string, env: NodeJS.ProcessEnv, built?: boolean }} Run */
/** @typedef {{ name: string, title: string, run: (run: Run) => Promise<Counted> }} Step */

/** Folders of tests that are left to steps of their own, or are no tests. */
const apart = ['tests/packaging/**', 'tests/e2e/**', 'tests/bench/**'];

/** @type {readonly Step[]} */
export const steps = [
  { name: 'types', title: '类型 types', run: (run) => script(run, 'typecheck') },
  { name: 'lint', title: '规则 lint', run: (run) => script(run, 'lint') },
  { name: 'format', title: '格式 format', run: (run) => script(run, 'format:check') },
  { name: 'unused', title: '无用代码 unused', run: (run) => script(run, 'unused') },
  { name: 'build', title: '构建 build', run: build },
  {
    name: 'unit',
    title: '单元、集成与故障 unit, integration, faults',
    run: (run) => vitest(run, 'unit', apart),
  },
  { name: 'browser', title: '浏览器 browser journeys', run: browser },
  {
    name: 'packaging',
    title: '打包 packaging',
    run: (run) => vitest(run, 'packaging', [], 'tests/packaging/'),
  },
];

/**
 * Runs the steps named by args (all without any), each to its end whatever the others say.
 * @param {string} root
 * @param {string} node
 * @param {readonly string[]} args
 * @returns {Promise<number>} 1 when anything failed
 */
export async function test(root, node, args) {
  const unknown = args.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    const known = steps.map((step) => step.name).join(' ');
    throw new LauncherError(
      `没有这一步:${unknown.join(' ')};可用:${known}。`,
      `No such step: ${unknown.join(' ')}; there are: ${known}.`,
    );
  }
  const chosen = args.length > 0 ? steps.filter((step) => args.includes(step.name)) : steps;
  return runSteps(root, node, chosen);
}

/**
 * The quick answer while working: types, lint, architecture and unit tests, without faults, launcher and packaging.
 * @param {string} root
 * @param {string} node
 */
export function check(root, node) {
  const quick = [...apart, 'tests/faults/**', 'tests/bootstrap/**'];
  return runSteps(root, node, [
    ...steps.filter((step) => ['types', 'lint'].includes(step.name)),
    { name: 'unit', title: '结构与单元 architecture, unit', run: (run) => vitest(run, 'unit', quick) },
  ]);
}

/**
 * @param {string} root
 * @param {string} node
 * @param {readonly Step[]} chosen
 */
async function runSteps(root, node, chosen) {
  const folder = mkdtempSync(join(tmpdir(), 'dealer-desk-test-'));
  /** @type {Run} */
  const run = {
    root,
    node,
    folder,
    env: {
      ...withLocalPrograms(root),
      NODE_ENV: 'test',
      FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
      // Hundreds of short processes load the same modules.
      NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
    },
  };
  /** @type {Counted[]} */
  const results = [];
  /** @type {string[]} */
  const table = [];
  try {
    for (const step of chosen) {
      process.stdout.write(`\n── ${step.title} ──\n`);
      const begun = Date.now();
      const counted = await step.run(run);
      const seconds = ((Date.now() - begun) / 1000).toFixed(1);
      results.push(counted);
      table.push(
        `${counted.failed > 0 ? '✗' : '✓'} ${step.title}: ${counted.passed} passed, ${counted.failed} failed, ${counted.skipped.length} skipped (${seconds} s)`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const total = sum(results);
  process.stdout.write(`\n${[...table, '', ...closing(total)].join('\n')}\n`);
  return total.failed > 0 ? 1 : 0;
}

/**
 * Runs a one-program script of package.json without a shell, so that package.json stays the only place that says how.
 * @param {Run} run
 * @param {string} name
 */
async function script(run, name) {
  const manifest = /** @type {{ scripts: Record<string, string> }} */ (
    readJson(join(run.root, 'package.json'))
  );
  const [program = '', ...args] = (manifest.scripts[name] ?? '').split(' ');
  const file = programOf(run.root, program === 'tsc' ? 'typescript' : program, program);
  return oneCheck(
    name,
    await runShown(run.node, [file, ...args], { cwd: run.root, env: run.env, input: false }),
  );
}

/** @param {Run} run */
async function build(run) {
  try {
    await ensureBuild(run.root, run.node);
    run.built = true;
  } catch (error) {
    if (!(error instanceof LauncherError)) throw error;
    process.stdout.write(`${error.message}\n${error.detail ?? ''}\n`);
    run.built = false;
  }
  return oneCheck('build', run.built ? 0 : 1);
}

/**
 * @param {Run} run
 * @param {string} name
 * @param {readonly string[]} exclude
 * @param {string[]} only path filters
 */
async function vitest(run, name, exclude, ...only) {
  const report = join(run.folder, `${name}.json`);
  const reporter = join(run.root, 'build/bootstrap/vitest-reporter.mjs');
  const args = [
    'run',
    '--config',
    'build/vitest.config.ts',
    '--passWithNoTests',
    '--reporter=default',
    `--reporter=${reporter}`,
  ];
  const status = await runShown(
    run.node,
    [
      programOf(run.root, 'vitest'),
      ...args,
      ...exclude.flatMap((pattern) => ['--exclude', pattern]),
      ...only,
    ],
    { cwd: run.root, env: { ...run.env, DESK_TEST_REPORT: report }, input: false },
  );
  return agreeing(name, status, /** @type {Counted | undefined} */ (readJson(report)));
}

/** @param {Run} run */
async function browser(run) {
  const { missing, how } = await ensureSystemPackages();
  const whole = findBrowser();
  if (!whole || missing.includes('chromium'))
    return left(`no Chromium, Chrome or Edge here; install: ${how}`);
  if (run.built === false) return left('the build failed');
  if (run.built === undefined) {
    const made = await build(run);
    if (made.failed > 0) return made;
  }
  const program = (await windowlessBrowser()) ?? whole;
  const report = join(run.folder, 'browser.json');
  const status = await runShown(
    run.node,
    [
      programOf(run.root, '@playwright/test', 'playwright'),
      'test',
      '--config',
      'build/playwright.config.ts',
      '--reporter=list,json',
      '--pass-with-no-tests',
    ],
    {
      cwd: run.root,
      env: { ...run.env, CHROMIUM: program, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      input: false,
    },
  );
  const written = /** @type {import('./totals.mjs').PlaywrightReport | undefined} */ (readJson(report));
  return agreeing('browser', status, written && ofPlaywright(written));
}

/**
 * @param {string} reason why the browser journeys do not run
 * @returns {Counted}
 */
function left(reason) {
  return { ...nothing(), skipped: [{ name: 'browser journeys', reason }] };
}
