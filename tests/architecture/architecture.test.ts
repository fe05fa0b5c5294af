import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { callTable } from '#electron/command-line/call-table.ts';
import { allRecords } from '#electron/records.ts';
import { appContract } from '#shared/rpc/app.contract.ts';
import { callsPage } from '#tests/architecture/calls-page.ts';
import { violations, type SourceFile } from './layers.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const tree: SourceFile[] = ['shared', 'migrations', 'electron', 'renderer'].flatMap((area) =>
  readdirSync(`${root}/${area}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
    .map((entry) => {
      const full = join(entry.parentPath, entry.name);
      return { path: relative(root, full).split(sep).join('/'), source: readFileSync(full, 'utf8') };
    }),
);

it('the tree keeps the rules of the house', () => {
  expect(tree.length).toBeGreaterThan(200);
  expect(violations(tree)).toEqual([]);
});

describe('a planted violation is seen', () => {
  const planted: [string, string, string][] = [
    ['shared/kernel/x.ts', "import { readFileSync } from 'node:fs';", 'imports node:fs'],
    ['shared/kernel/x.ts', "import { y } from '#electron/core.ts';", 'shared may not'],
    ['shared/kernel/x.ts', 'export const now = () => Date.now();', 'asks the clock'],
    ['renderer/app/x.ts', "import type { Core } from '#electron/core.ts';", 'renderer may not'],
    [
      'renderer/features/a/a.screen.tsx',
      "import { ORPCError } from '@orpc/client';",
      'only the transport may',
    ],
    [
      'electron/kernel/x.ts',
      "import { customerRecord } from '../features/customer/customer.record.ts';",
      'knows the feature',
    ],
    [
      'electron/features/a/a.repository.ts',
      "import { handlers } from './a.handlers.ts';",
      'a repository may not',
    ],
    ['electron/kernel/x.ts', "import { app } from 'electron';", 'imports electron'],
    ['electron/features/a/a.handlers.ts', "import { createServer } from 'node:http';", 'imports node:http'],
    ['migrations/0009_x.ts', "import { y } from '#shared/kernel/day.ts';", 'migrations may not'],
    ['electron/features/a/a.handlers.ts', "import { b } from '../b/index.ts';", 'the barrel'],
  ];
  it.each(planted)('%s: %s', (path, source, sentence) => {
    expect(violations([{ path, source }])).toEqual([expect.stringContaining(sentence)]);
  });

  it('cycles of any length', () => {
    const ring = ['a', 'b', 'c'].map((name, index, all) => ({
      path: `shared/kernel/${name}.ts`,
      source: `import { x } from './${all[(index + 1) % 3] ?? ''}.ts';`,
    }));
    expect(violations(ring)).toEqual([
      expect.stringContaining(
        'cycle: shared/kernel/a.ts → shared/kernel/b.ts → shared/kernel/c.ts → shared/kernel/a.ts',
      ),
    ]);
  });
});

it('every feature has the same word in contract, handlers, texts and tables', () => {
  const features = Object.keys(appContract);
  // The door was built with a handler for every call: openCore would not compile otherwise. Here: names.
  expect(features.filter((feature) => !/^[a-z][a-zA-Z]*$/u.test(feature))).toEqual([]);
  for (const { name } of callTable()) expect(name).toMatch(/^[a-z][a-zA-Z]*\.[a-z][a-zA-Z]*$/u);
  const records = allRecords.map((record) => record.feature);
  expect(records.filter((feature) => !features.includes(feature))).toEqual([]);
});

it('the page of all calls is the present one (npm run unit -- -u writes it anew)', async () => {
  await expect(callsPage()).toMatchFileSnapshot(`${root}/shared/rpc/CALLS.md`);
});
