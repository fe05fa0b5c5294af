import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ensureSystemPackages,
  missingPackages,
  windowlessBrowser,
} from '#build/bootstrap/system-packages.mjs';
import { writeFiles } from './stand-in-project.ts';

let folder = '';
let env: NodeJS.ProcessEnv = {};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dealer-desk-apt-'));
  env = { PATH: folder };
  // A machine with Chinese fonts, and with nothing else that the tests need.
  writeFiles(folder, { 'fc-list': '#!/bin/sh\necho Noto Sans CJK SC\n' });
});
afterEach(() => rmSync(folder, { recursive: true }));

const asked = (): string[] => readFileSync(join(folder, 'asked.txt'), 'utf8').trim().split('\n');

/** An apt that notes what it is asked and puts the programs in place, or is refused by its sources. */
const writeApt = (works: boolean): void =>
  writeFiles(folder, {
    'apt-get': `#!/bin/sh
echo "$DEBIAN_FRONTEND $*" >> ${folder}/asked.txt
[ "$1" = install ] || exit 0
case "$*" in *headless-shell) ${works ? `: > ${folder}/chromium-headless-shell; exit 0` : 'exit 100'};; esac
${works ? `: > ${folder}/chromium; : > ${folder}/pdftotext` : 'echo "E: Unable to locate package chromium"; exit 100'}
`,
  });

describe.runIf(process.platform === 'linux')('on a machine without Chromium', () => {
  it('root on Debian gets it by apt, without questions and extras', async () => {
    writeApt(true);
    expect(await missingPackages(env)).toEqual(['chromium', 'poppler-utils']);
    expect(await ensureSystemPackages(env, true)).toMatchObject({ missing: [] });
    expect(asked()).toEqual([
      'noninteractive update',
      'noninteractive install -y --no-install-recommends chromium poppler-utils',
    ]);
    // Once is enough.
    await ensureSystemPackages(env, true);
    expect(asked()).toHaveLength(2);
  });

  it('an apt that fails leaves the advice', async () => {
    writeApt(false);
    expect(await ensureSystemPackages(env, true)).toEqual({
      missing: ['chromium', 'poppler-utils'],
      how: 'sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium poppler-utils',
    });
  });

  it('nobody else is installed for: the command is told', async () => {
    writeApt(true);
    expect((await ensureSystemPackages(env, false)).how).toContain('sudo apt-get install');
    expect(existsSync(join(folder, 'asked.txt'))).toBe(false);
    rmSync(join(folder, 'apt-get'));
    expect((await ensureSystemPackages(env, true)).how).toBe('chromium poppler-utils');
  });

  it('what is there is not asked for', async () => {
    symlinkSync('/bin/true', join(folder, 'google-chrome'));
    symlinkSync('/bin/true', join(folder, 'pdftotext'));
    expect(await missingPackages(env)).toEqual([]);
  });

  it('journeys run in the one without windows where it can be had', async () => {
    writeApt(true);
    const shell = join(folder, 'chromium-headless-shell');
    expect(await windowlessBrowser(env, false)).toBeUndefined();
    expect(await windowlessBrowser({ ...env, CHROMIUM: '/usr/bin/other' }, true)).toBeUndefined();
    expect(existsSync(join(folder, 'asked.txt'))).toBe(false);
    expect(await windowlessBrowser(env, true)).toBe(shell);
    expect(await windowlessBrowser(env, false)).toBe(shell);
    expect(asked()).toEqual(['noninteractive install -y --no-install-recommends chromium-headless-shell']);
  });

  it('a system that does not have it keeps the whole browser', async () => {
    writeApt(false);
    expect(await windowlessBrowser(env, true)).toBeUndefined();
    expect(asked()).toHaveLength(3);
  });
});
