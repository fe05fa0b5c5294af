import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { programOf, withLocalPrograms } from './node.mjs';
import { runQuiet } from './process.mjs';
import { LauncherError, lastLines, say } from './say.mjs';
import { hashOfFiles, readJson, withLock, writeJson } from './stamp.mjs';

const sources = [
  'electron',
  'renderer',
  'shared',
  'migrations',
  'build',
  'package.json',
  'package-lock.json',
];
const results = ['out/main/headless.js', 'out/renderer/index.html'];
const stampOf = (/** @type {string} */ root) => join(root, 'out/build-stamp.json');

/**
 * One hash over everything that goes into the program. The launcher, icons and installer texts do not.
 * @param {string} root
 */
export function sourceKey(root) {
  return hashOfFiles(
    root,
    sources,
    (path) => /^build\/(bootstrap|icons|installer)\//.test(path) || path.endsWith('.tsbuildinfo'),
  );
}

/**
 * @param {string} root
 * @param {string} [key]
 */
export function isBuilt(root, key = sourceKey(root)) {
  const stamp = /** @type {{ key?: string } | undefined} */ (readJson(stampOf(root)));
  return stamp?.key === key && results.every((file) => existsSync(join(root, file)));
}

/**
 * Builds the program when its sources changed since the last build.
 * @param {string} root
 * @param {string} node executable that runs the bundler
 * @returns {Promise<boolean>} whether something was built
 * @throws {LauncherError} with the bundler's last lines
 */
export async function ensureBuild(root, node) {
  if (isBuilt(root)) return false;
  return withLock(root, 'build', async () => {
    const key = sourceKey(root);
    if (isBuilt(root, key)) return false;
    say('正在构建…', 'Building…');
    rmSync(stampOf(root), { force: true });
    const script = programOf(root, 'electron-vite');
    const done = await runQuiet(
      node,
      [script, 'build', '--config', 'build/electron.vite.config.ts', '--logLevel', 'warn'],
      {
        cwd: root,
        env: withLocalPrograms(root, { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' }),
      },
    );
    if (done.code !== 0) throw new LauncherError('构建失败。', 'Building failed.', lastLines(done.output));
    writeJson(stampOf(root), { key });
    return true;
  });
}
