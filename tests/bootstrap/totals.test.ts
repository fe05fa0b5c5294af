import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { programOf } from '#build/bootstrap/node.mjs';
import { readJson } from '#build/bootstrap/stamp.mjs';
import { agreeing, closing, nothing, ofPlaywright, oneCheck, sum } from '#build/bootstrap/totals.mjs';
import { writeFiles } from './stand-in-project.ts';

const root = join(import.meta.dirname, '../..');

describe('the last line', () => {
  it.each([
    [{ ...nothing(), passed: 12 }, '12 passed, 0 failed'],
    [{ ...nothing(), passed: 1, failed: 2, failures: ['a', 'b'] }, '1 passed, 2 failed'],
    [{ ...nothing(), passed: 3, skipped: [{ name: 'x', reason: 'no y' }] }, '3 passed, 0 failed, 1 skipped'],
  ])('%j', (total, line) => {
    expect(closing(total).at(-1)).toBe(line);
  });

  it('comes after every skipped test with its reason and every failure', () => {
    const total = sum([
      oneCheck('types', 0),
      oneCheck('lint', 1),
      {
        passed: 5,
        failed: 1,
        failures: ['a > b'],
        skipped: [
          { name: 'c', reason: 'no Electron here' },
          { name: 'd', reason: '' },
        ],
      },
    ]);
    expect(closing(total)).toEqual([
      'skipped: c — no Electron here',
      'skipped: d',
      'failed: lint',
      'failed: a > b',
      '6 passed, 2 failed, 2 skipped',
    ]);
  });
});

describe('a runner', () => {
  const fine = { ...nothing(), passed: 2 };
  it.each([
    ['is believed when it passed', 0, fine, fine],
    [
      'that ends badly without a failed test counts as one failure',
      1,
      fine,
      { ...fine, failed: 1, failures: ['unit (exit status 1)'] },
    ],
    [
      'without a report counts as one failure',
      0,
      undefined,
      { ...nothing(), failed: 1, failures: ['unit (exit status 0, no report)'] },
    ],
    [
      'with failures is counted once',
      1,
      { ...fine, failed: 2, failures: ['a', 'b'] },
      { ...fine, failed: 2, failures: ['a', 'b'] },
    ],
  ])('%s', (_, status, counted, expected) => {
    expect(agreeing('unit', status, counted)).toEqual(expected);
  });
});

it("reads Playwright's report", () => {
  const test = (status: 'expected' | 'unexpected' | 'flaky' | 'skipped', description?: string) => ({
    title: status,
    tests: [{ status, annotations: description ? [{ type: 'skip', description }] : [] }],
  });
  const report = {
    errors: [{ message: 'a file does not load\nat x' }],
    suites: [
      {
        title: 'clerk.spec.ts',
        specs: [test('expected'), test('skipped', 'no printer')],
        suites: [{ title: 'import', specs: [test('unexpected'), test('flaky'), test('skipped')] }],
      },
    ],
  };
  expect(ofPlaywright(report)).toEqual({
    passed: 2,
    failed: 2,
    skipped: [
      { name: 'clerk.spec.ts > skipped', reason: 'no printer' },
      { name: 'clerk.spec.ts > import > skipped', reason: '' },
    ],
    failures: ['a file does not load', 'clerk.spec.ts > import > unexpected'],
  });
});

describe('the reporter for Vitest', () => {
  let folder = '';
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('counts passed, failed and skipped tests, with the reasons given in the test, and files that do not load', () => {
    folder = mkdtempSync(join(tmpdir(), 'dealer-desk-reporter-'));
    writeFiles(folder, {
      'vitest.config.mjs': `export default { root: ${JSON.stringify(folder)}, test: { include: ['*.test.mjs'], globals: true } };`,
      'a.test.mjs': `describe('group', () => {
        it('works', () => {});
        it('fails', () => { throw new Error('no'); });
        it('is left', (context) => context.skip('no printer here'));
        it.skip('is off', () => {});
        it.todo('comes later');
      });`,
      'b.test.mjs': `throw new Error('does not load');`,
      'c.test.mjs': `beforeAll(() => { throw new Error('no ground'); }); it('stands on it', () => {});`,
    });
    const report = join(folder, 'report.json');
    spawnSync(
      process.execPath,
      [
        programOf(root, 'vitest'),
        'run',
        '--config',
        join(folder, 'vitest.config.mjs'),
        `--reporter=${root}/build/bootstrap/vitest-reporter.mjs`,
      ],
      { cwd: root, env: { ...process.env, DESK_TEST_REPORT: report, VITEST: undefined }, encoding: 'utf8' },
    );
    const counted = readJson(report);
    expect(counted).toMatchObject({ passed: 1, failed: 3 });
    expect(counted).toMatchObject({
      failures: expect.arrayContaining([
        'a.test.mjs > group > fails',
        'b.test.mjs: does not load',
        'c.test.mjs: no ground',
      ]),
      skipped: expect.arrayContaining([
        { name: 'a.test.mjs > group > is left', reason: 'no printer here' },
        { name: 'a.test.mjs > group > is off', reason: '' },
        { name: 'a.test.mjs > group > comes later', reason: '' },
      ]),
    });
  });
});
