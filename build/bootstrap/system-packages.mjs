import { existsSync } from 'node:fs';
import { findBrowser } from './browser.mjs';
import { onPath } from './node.mjs';
import { runQuiet } from './process.mjs';
import { say } from './say.mjs';

/** @typedef {'chromium' | 'fonts-noto-cjk' | 'poppler-utils'} SystemPackage */

const noFonts = 'fonts-noto-cjk';

/**
 * What the tests need from the system and is not here, by Debian's names.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} platform
 * @returns {Promise<SystemPackage[]>}
 */
export async function missingPackages(env = process.env, platform = process.platform) {
  /** @type {SystemPackage[]} */
  const missing = [];
  if (!findBrowser(env, platform)) missing.push('chromium');
  if (platform === 'linux' && !(await hasChineseFonts(env))) missing.push(noFonts);
  if (!onPath('pdftotext', env, platform)) missing.push('poppler-utils');
  return missing;
}

/** @param {NodeJS.ProcessEnv} env */
async function hasChineseFonts(env) {
  if (existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')) return true;
  const listed = await runQuiet('fc-list', [':lang=zh-cn', 'family'], { env, timeoutMs: 10_000 });
  return listed.code === 0 && listed.output.trim() !== '';
}

/**
 * How a person installs what is missing.
 * @param {readonly SystemPackage[]} missing
 * @param {string} platform
 * @param {(name: string) => string | undefined} find program on the path
 */
export function advice(missing, platform, find = onPath) {
  if (platform === 'win32') return 'Microsoft Edge or Chrome, and Poppler (pdftotext) on the PATH';
  if (platform === 'darwin') return 'brew install --cask google-chrome && brew install poppler';
  if (find('apt-get'))
    return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  const names = {
    chromium: 'chromium',
    'fonts-noto-cjk': 'google-noto-sans-cjk-fonts',
    'poppler-utils': 'poppler-utils',
  };
  if (find('dnf')) return `sudo dnf install ${missing.map((name) => names[name]).join(' ')}`;
  return missing.join(' ');
}

const shell = 'chromium-headless-shell';

/**
 * Debian's Chromium without window, toolbars and their processes: the same pages for about a fifth less of the machine's time.
 * Installed where that can be done without asking; nothing is missing without it.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {boolean} [isRoot]
 * @returns {Promise<string | undefined>} its program; undefined where CHROMIUM names another browser or it cannot be had
 */
export async function windowlessBrowser(env = process.env, isRoot = process.getuid?.() === 0) {
  if (env.CHROMIUM) return undefined;
  const found = onPath(shell, env);
  if (found || process.platform !== 'linux' || !isRoot || !onPath('apt-get', env)) return found;
  say(`正在用 apt 安装 ${shell}…`, 'Installing by apt…');
  const options = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }, timeoutMs: 3 * 60_000 };
  const install = ['install', '-y', '--no-install-recommends', shell];
  if ((await runQuiet('apt-get', install, options)).code !== 0) {
    await runQuiet('apt-get', ['update'], options);
    await runQuiet('apt-get', install, options);
  }
  return onPath(shell, env);
}

/**
 * Installs what tests need where that can be done without asking (Debian as root); elsewhere says what to install.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {boolean} [isRoot]
 * @returns {Promise<{ missing: SystemPackage[], how: string }>} what is still missing
 */
export async function ensureSystemPackages(env = process.env, isRoot = process.getuid?.() === 0) {
  let missing = await missingPackages(env);
  const mayInstall = process.platform === 'linux' && isRoot && onPath('apt-get', env) !== undefined;
  if (missing.length > 0 && mayInstall) {
    say(`正在用 apt 安装 ${missing.join(' ')}…`, 'Installing by apt…');
    const options = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }, timeoutMs: 10 * 60_000 };
    const updated = await runQuiet('apt-get', ['update'], options);
    const installed = await runQuiet(
      'apt-get',
      ['install', '-y', '--no-install-recommends', ...missing],
      options,
    );
    if (updated.code !== 0 || installed.code !== 0)
      process.stderr.write(`${installed.output.trim().split('\n').slice(-5).join('\n')}\n`);
    missing = await missingPackages(env);
  }
  const how = advice(missing, process.platform, (name) => onPath(name, env));
  if (missing.length > 0) say(`测试还缺少系统软件,请安装:${how}`, `Tests need more from the system: ${how}`);
  return { missing, how };
}
