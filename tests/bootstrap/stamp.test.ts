import { cpSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isBuilt, sourceKey } from '#build/bootstrap/build.mjs';
import { agrees, installArguments, installKey, installState } from '#build/bootstrap/install.mjs';
import { withLock, writeJson } from '#build/bootstrap/stamp.mjs';
import { makeStandInProject, writeFiles } from './stand-in-project.ts';

let root = '';
beforeEach(() => void (root = makeStandInProject()));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const stampInstall = (): void =>
  writeJson(join(root, 'node_modules/.cache/dealer-desk/install.json'), { key: installKey(root) });

describe('installed packages', () => {
  it.each([
    ['no node_modules', () => rmSync(join(root, 'node_modules'), { recursive: true }), 'missing'],
    ['a stamp of this lock file', stampInstall, 'stamped'],
    ["npm's own record agrees", () => {}, 'agrees'],
    [
      "no stamp and no record of npm's",
      () => rmSync(join(root, 'node_modules/.package-lock.json')),
      'missing',
    ],
    [
      'the lock file changed after the stamp',
      () => {
        stampInstall();
        writeFileSync(join(root, 'package-lock.json'), '{"packages":{"":{}},"changed":1}');
      },
      'missing',
    ],
  ])('%s', (_, prepare, state) => {
    prepare();
    expect(installState(root)).toBe(state);
  });

  it.each([
    ['same versions', { a: { version: '1.0.0' } }, true],
    ['another version', { a: { version: '1.0.1' } }, false],
    ['a package is missing', {}, false],
    [
      'a package for another system may be missing',
      { a: { version: '1.0.0' }, b: { version: '2.0.0' } },
      true,
    ],
    ['of another version it may not be', { a: { version: '1.0.0' }, b: { version: '1.0.0' } }, false],
  ])('%s', (_, packages, expected) => {
    const lock = { packages: { '': {}, a: { version: '1.0.0' }, b: { version: '2.0.0', optional: true } } };
    expect(agrees(lock, { packages })).toBe(expected);
  });

  it('are replaced as a whole, but repaired in place while Windows runs a Node from there', () => {
    const inside = join(root, 'node_modules/electron/package.json');
    expect(installArguments(root, 'linux', inside)[0]).toBe('ci');
    expect(installArguments(root, 'win32', process.execPath)[0]).toBe('ci');
    expect(installArguments(root, 'win32', inside).slice(0, 2)).toEqual(['install', '--no-save']);
    expect(installArguments(root, 'linux', inside)).toContain('--include=dev');
  });
});

describe('built program', () => {
  const finish = (): void => {
    writeFiles(root, { 'out/main/headless.js': '', 'out/renderer/index.html': '' });
    writeJson(join(root, 'out/build-stamp.json'), { key: sourceKey(root) });
  };

  it.each([
    ['nothing changed', () => {}, true],
    ['a source got a new date only', () => utimesSync(join(root, 'electron/headless.js'), 1, 1), true],
    ['the launcher changed', () => writeFiles(root, { 'build/bootstrap/new.mjs': '' }), true],
    ['a test changed', () => writeFiles(root, { 'tests/a.test.ts': '' }), true],
    ['a source changed', () => writeFiles(root, { 'electron/headless.js': '1' }), false],
    ['a source was added', () => writeFiles(root, { 'renderer/deep/new.tsx': '' }), false],
    ['a migration was removed', () => rmSync(join(root, 'migrations/0001.ts')), false],
    ['the bundler is set otherwise', () => writeFiles(root, { 'build/electron.vite.config.ts': '1' }), false],
    ['a result is gone', () => rmSync(join(root, 'out/main/headless.js')), false],
  ])('%s', (_, change, expected) => {
    writeFiles(root, { 'migrations/0001.ts': '1' });
    finish();
    change();
    expect(isBuilt(root)).toBe(expected);
  });

  it('has the same key in another folder', () => {
    const copy = mkdtempSync(join(tmpdir(), 'dealer-desk-copy-'));
    cpSync(root, copy, { recursive: true });
    expect(sourceKey(copy)).toBe(sourceKey(root));
    rmSync(copy, { recursive: true });
  });

  it('moving text from one file to another changes the key', () => {
    writeFiles(root, { 'shared/a.ts': 'xy', 'shared/b.ts': '' });
    const before = sourceKey(root);
    writeFiles(root, { 'shared/a.ts': 'x', 'shared/b.ts': 'y' });
    expect(sourceKey(root)).not.toBe(before);
  });
});

describe('lock', () => {
  it('lets one work at a time', async () => {
    const log: string[] = [];
    const work = (name: string) => async (): Promise<void> => {
      log.push(`${name} begins`);
      await new Promise((done) => setTimeout(done, 50));
      log.push(`${name} ends`);
    };
    await Promise.all([withLock(root, 'x', work('one')), withLock(root, 'x', work('two'))]);
    expect(log).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
  });

  it('is given back after a failure', async () => {
    await expect(withLock(root, 'x', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(withLock(root, 'x', () => Promise.resolve('again'))).resolves.toBe('again');
  });
});
