import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInNodeModules, npmScript, onPath } from './node.mjs';
import { runQuiet } from './process.mjs';
import { LauncherError, lastLines, say } from './say.mjs';
import { readJson, sha256, withLock, writeJson } from './stamp.mjs';

/** @typedef {{ packages?: Record<string, { version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }> }} Lock */

const stampOf = (/** @type {string} */ root) => join(root, 'node_modules/.cache/dealer-desk/install.json');

/**
 * What the installed packages must agree with: the lock file, and the system (a folder copied from Windows to Linux does not).
 * @param {string} root
 */
export function installKey(root) {
  return `${process.platform}-${process.arch}-${sha256(readFileSync(join(root, 'package-lock.json')))}`;
}

/**
 * Whether npm's own record of the installed packages has every package of the lock file that this system must have.
 * Used when a person ran npm by hand, so that nothing is installed twice.
 * @param {Lock} lock
 * @param {Lock | undefined} installed
 */
export function agrees(lock, installed) {
  if (!installed?.packages) return false;
  return Object.entries(lock.packages ?? {}).every(([path, entry]) => {
    if (path === '' || entry.link) return true;
    const found = installed.packages?.[path];
    if (!found) return Boolean(entry.optional ?? entry.devOptional);
    return found.version === entry.version;
  });
}

/**
 * @param {string} root
 * @returns {'stamped' | 'agrees' | 'missing'}
 */
export function installState(root) {
  if (!existsSync(join(root, 'node_modules'))) return 'missing';
  const stamp = /** @type {{ key?: string } | undefined} */ (readJson(stampOf(root)));
  if (stamp?.key === installKey(root)) return 'stamped';
  if (stamp) return 'missing';
  const lock = /** @type {Lock | undefined} */ (readJson(join(root, 'package-lock.json')));
  const installed = /** @type {Lock | undefined} */ (readJson(join(root, 'node_modules/.package-lock.json')));
  return lock && agrees(lock, installed) ? 'agrees' : 'missing';
}

/**
 * Installs the packages of the lock file when they are missing or are not the ones of the lock file.
 * @param {string} root
 * @throws {LauncherError} when npm is not found or fails
 */
export async function ensureInstall(root) {
  if (installState(root) === 'stamped') return;
  await withLock(root, 'install', async () => {
    const state = installState(root);
    if (state === 'stamped') return;
    if (state === 'missing') await install(root);
    writeJson(stampOf(root), { key: installKey(root) });
  });
}

/** @param {string} root */
async function install(root) {
  say('正在安装…', 'Installing…');
  const script = npmScript();
  const npm = script ? undefined : onPath(process.platform === 'win32' ? 'npm.cmd' : 'npm');
  if (!script && !npm) {
    throw new LauncherError(
      '找不到 npm,请安装 Node.js(含 npm)。',
      'npm was not found: install Node.js with npm.',
    );
  }
  const args = installArguments(root, process.platform, process.execPath);
  const options = { cwd: root, env: installEnvironment(process.env) };
  const done = script
    ? await runQuiet(process.execPath, [script, ...args], options)
    : await runQuiet(npm ?? 'npm', args, options);
  if (done.code !== 0) {
    throw new LauncherError('安装失败。', 'Installing failed.', lastLines(done.output));
  }
}

/**
 * `npm ci` starts by deleting node_modules; Windows refuses that while our Node runs from there, so it repairs in place.
 * @param {string} root
 * @param {string} platform
 * @param {string} execPath
 */
export function installArguments(root, platform, execPath) {
  const kind = platform === 'win32' && isInNodeModules(root, execPath) ? ['install', '--no-save'] : ['ci'];
  return [...kind, '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
function installEnvironment(env) {
  return {
    ...env,
    NODE_ENV: 'development',
    ELECTRON_SKIP_BINARY_DOWNLOAD: '1',
    npm_config_update_notifier: 'false',
  };
}
