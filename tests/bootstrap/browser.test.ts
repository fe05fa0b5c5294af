import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserArguments, profileFolder, findBrowser, openingWay } from '#build/bootstrap/browser.mjs';
import { onPath } from '#build/bootstrap/node.mjs';
import { advice } from '#build/bootstrap/system-packages.mjs';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dealer-desk-path-'));
  for (const name of ['google-chrome', 'microsoft-edge', 'xdg-open']) {
    writeFileSync(join(folder, name), '');
    chmodSync(join(folder, name), 0o755);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
const chrome = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
const windows = { 'ProgramFiles(x86)': 'C:\\Program Files (x86)', ProgramFiles: 'C:\\Program Files' };

describe('finding a browser', () => {
  it('takes the first known program on the path', () => {
    expect(findBrowser({ PATH: ['/nowhere', folder].join(delimiter) }, 'linux')).toBe(
      join(folder, 'google-chrome'),
    );
    expect(findBrowser({ PATH: '/nowhere' }, 'linux')).toBeUndefined();
    expect(findBrowser({}, 'linux')).toBeUndefined();
  });

  it('takes the one that CHROMIUM names, and no other when that is missing', () => {
    expect(findBrowser({ CHROMIUM: join(folder, 'microsoft-edge'), PATH: folder }, 'linux')).toBe(
      join(folder, 'microsoft-edge'),
    );
    expect(findBrowser({ CHROMIUM: '/nowhere/chromium', PATH: folder }, 'linux')).toBeUndefined();
  });

  it.each<[string[], string | undefined]>([
    [[edge, chrome], edge],
    [[chrome], chrome],
    [[], undefined],
  ])('on Windows with %j', (present, expected) => {
    expect(findBrowser(windows, 'win32', (path) => present.includes(path))).toBe(expected);
  });
});

it('searches the path of Windows by its own rules', () => {
  const env = { Path: 'C:\\Tools;C:\\Windows\\System32', PATHEXT: '.COM' };
  const present = ['C:\\Tools\\pdftotext.exe', 'C:\\Windows\\System32\\npm.cmd'];
  const find = (name: string): string | undefined =>
    onPath(name, env, 'win32', (path) => present.includes(path));
  expect(find('pdftotext')).toBe(present[0]);
  expect(find('npm')).toBe(present[1]);
  expect(find('apt-get')).toBeUndefined();
});

describe('opening an address', () => {
  it.each([
    ['Linux with a screen', 'linux', { DISPLAY: ':0' }, true, { kind: 'window' }],
    ['Linux under Wayland', 'linux', { WAYLAND_DISPLAY: 'wayland-0' }, true, { kind: 'window' }],
    ['Linux without a screen', 'linux', {}, true, { kind: 'none' }],
    ['Linux with a screen and no browser', 'linux', { DISPLAY: ':0' }, false, { kind: 'none' }],
    ['Windows without a known browser', 'win32', {}, false, { kind: 'tab', program: 'rundll32' }],
    ['a Mac without a known browser', 'darwin', {}, false, { kind: 'tab', program: 'open' }],
  ])('%s', (_, platform, env, browser, expected) => {
    const way = openingWay({ ...env, PATH: browser ? folder : '' }, platform, () => false);
    expect(way).toMatchObject(expected);
  });

  it("uses the desktop's own choice when no known browser is there", () => {
    const only = mkdtempSync(join(tmpdir(), 'dealer-desk-path-'));
    writeFileSync(join(only, 'xdg-open'), '');
    expect(openingWay({ DISPLAY: ':0', PATH: only }, 'linux')).toEqual({
      kind: 'tab',
      program: join(only, 'xdg-open'),
      args: [],
    });
    rmSync(only, { recursive: true });
  });

  it('keeps the data of the window in one folder per store, outside the program', () => {
    const env = { XDG_CACHE_HOME: '/home/x/.cache', LOCALAPPDATA: 'C:\\Users\\x' };
    expect(profileFolder('', env, 'linux')).toBe('/home/x/.cache/dealer-desk/window');
    expect(profileFolder('/a', env, 'linux')).toMatch(/window-[0-9a-f]{12}$/u);
    expect(profileFolder('/a', env, 'linux')).not.toBe(profileFolder('/b', env, 'linux'));
    expect(profileFolder('', env, 'win32')).toBe('C:\\Users\\x\\dealer-desk\\window');
  });

  it('hands on the address exactly, in a profile of its own, without a sandbox only for root', () => {
    const url = 'http://127.0.0.1:4711/#key=a-b_c';
    const args = browserArguments(url, '/tmp/profile', false);
    expect(args.slice(0, 2)).toEqual([`--app=${url}`, '--user-data-dir=/tmp/profile']);
    expect(args).not.toContain('--no-sandbox');
    expect(browserArguments(url, '/tmp/profile', true)).toContain('--no-sandbox');
  });
});

it.each([
  [
    'linux',
    'apt-get',
    'sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium poppler-utils',
  ],
  ['linux', 'dnf', 'sudo dnf install chromium poppler-utils'],
  ['linux', '', 'chromium poppler-utils'],
  ['win32', '', 'Microsoft Edge or Chrome, and Poppler (pdftotext) on the PATH'],
])('says what to install on %s with %s', (platform, tool, expected) => {
  expect(advice(['chromium', 'poppler-utils'], platform, (name) => (name === tool ? name : undefined))).toBe(
    expected,
  );
});
