import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';
import { hasScreen } from './electron.mjs';
import { onPath } from './node.mjs';
import { endTree } from './process.mjs';

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];
const macPrograms = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const windowsPrograms = [
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
];

/**
 * A browser that can show the program as a window of its own: the one named by CHROMIUM, else Chromium, Chrome or Edge.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string} [platform]
 * @param {(path: string) => boolean} [exists]
 * @returns {string | undefined}
 */
export function findBrowser(env = process.env, platform = process.platform, exists = existsSync) {
  if (env.CHROMIUM) return exists(env.CHROMIUM) ? env.CHROMIUM : undefined;
  if (platform === 'darwin') return macPrograms.find(exists);
  if (platform === 'win32') {
    const folders = [env['ProgramFiles(x86)'], env.ProgramFiles, env.LOCALAPPDATA];
    return windowsPrograms
      .flatMap((program) =>
        folders.filter((folder) => folder !== undefined).map((folder) => win32.join(folder, program)),
      )
      .find(exists);
  }
  for (const name of linuxNames) {
    const found = onPath(name, env, platform);
    if (found) return found;
  }
  return undefined;
}

/**
 * @param {string} url
 * @param {string} profile folder of the browser's own data
 * @param {boolean} asRoot Chromium's sandbox refuses root on Linux
 */
export function browserArguments(url, profile, asRoot) {
  return [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    '--window-size=1366,860',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-features=Translate',
    ...(asRoot ? ['--no-sandbox', '--test-type'] : []),
  ];
}

/**
 * What to do with an address on this machine.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} platform
 * @param {(path: string) => boolean} [exists]
 * @returns {{ kind: 'window', program: string } | { kind: 'tab', program: string, args: string[] } | { kind: 'none' }}
 */
export function openingWay(env, platform, exists = existsSync) {
  if (!hasScreen(env, platform)) return { kind: 'none' };
  const program = findBrowser(env, platform, exists);
  if (program) return { kind: 'window', program };
  if (platform === 'win32')
    return { kind: 'tab', program: 'rundll32', args: ['url.dll,FileProtocolHandler'] };
  if (platform === 'darwin') return { kind: 'tab', program: 'open', args: [] };
  const opener = onPath('xdg-open', env, platform);
  return opener ? { kind: 'tab', program: opener, args: [] } : { kind: 'none' };
}

/** A browser that ends sooner than this, unasked, either failed or handed the address to one that was already running. */
const tooSoonMs = 3000;

/**
 * Where the window keeps its own data: drafts live there, so it outlasts the program. Answers of the program are never
 * cached (`no-store`). One folder per store, because two windows of one browser profile are one program.
 * @param {string} store names the store, e.g. its data folder; '' for the usual one
 * @param {NodeJS.ProcessEnv} env
 * @param {string} platform
 */
export function profileFolder(store, env, platform) {
  const { join } = platform === 'win32' ? win32 : posix;
  const base =
    platform === 'win32'
      ? (env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'))
      : platform === 'darwin'
        ? join(homedir(), 'Library', 'Caches')
        : (env.XDG_CACHE_HOME ?? join(homedir(), '.cache'));
  const name =
    store === '' ? 'window' : `window-${createHash('sha256').update(store).digest('hex').slice(0, 12)}`;
  return join(base, 'dealer-desk', name);
}

/**
 * Opens the program's window.
 * @param {string} url exactly as the server printed it
 * @param {{ env?: NodeJS.ProcessEnv, platform?: string, store?: string }} [options]
 * @returns {{ kind: 'window' | 'tab' | 'none', closed: Promise<'closed' | 'failed'>, close: () => void }} closed never settles when the end cannot be seen
 */
export function openBrowser(url, { env = process.env, platform = process.platform, store = '' } = {}) {
  const way = openingWay(env, platform);
  const never = /** @type {Promise<'closed'>} */ (new Promise(() => {}));
  if (way.kind === 'none') return { kind: 'none', closed: never, close: () => {} };
  if (way.kind === 'tab') {
    spawn(way.program, [...way.args, url], { stdio: 'ignore', detached: true })
      .on('error', () => {})
      .unref();
    return { kind: 'tab', closed: never, close: () => {} };
  }
  const profile = profileFolder(store, env, platform);
  mkdirSync(profile, { recursive: true });
  const asRoot = platform === 'linux' && process.getuid?.() === 0;
  const started = Date.now();
  const child = spawn(way.program, browserArguments(url, profile, asRoot), {
    stdio: 'ignore',
    detached: platform !== 'win32',
    env,
  });
  let asked = false;
  const closed = /** @type {Promise<'closed' | 'failed'>} */ (
    new Promise((resolve) => {
      child.on('error', () => resolve('failed'));
      child.on('exit', (code) => {
        const tooSoon = !asked && Date.now() - started < tooSoonMs;
        if (tooSoon && code === 0) return;
        resolve(tooSoon ? 'failed' : 'closed');
      });
    })
  );
  const close = () => {
    asked = true;
    endTree(child, 'SIGTERM');
  };
  return { kind: 'window', closed, close };
}
