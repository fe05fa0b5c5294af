// What npm start, npm test, npm run desk, check and bench really run. Plain JavaScript without dependencies:
// it must work with the system's Node 20 before anything is installed.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './build.mjs';
import { ensureInstall } from './install.mjs';
import { isAtLeast, isSameFile, programNode, withLocalPrograms } from './node.mjs';
import { runShown } from './process.mjs';
import { LauncherError } from './say.mjs';
import { start } from './start.mjs';
import { check, test } from './test.mjs';

const self = fileURLToPath(import.meta.url);
const root = join(self, '../../..');

/** @type {Record<string, (node: string, args: readonly string[]) => Promise<number>>} */
const commands = {
  start: async (node, args) => {
    await ensureBuild(root, node);
    return start(root, node, args);
  },
  desk: async (node, args) => {
    await ensureBuild(root, node);
    // npm runs scripts in the project's folder; file names on the command line belong to the person's folder.
    const cwd = process.env.npm_lifecycle_event === 'desk' ? process.env.INIT_CWD : undefined;
    return runShown(node, [join(root, 'out/main/headless.js'), ...args], { cwd });
  },
  bench: async (node, args) => {
    await ensureBuild(root, node);
    const strip = isAtLeast(process.versions.node, [22, 18]) ? [] : ['--experimental-strip-types'];
    return runShown(node, [...strip, join(root, 'tests/bench/run.ts'), ...args], {
      cwd: root,
      env: withLocalPrograms(root),
    });
  },
  test: (node, args) => test(root, node, args),
  check: (node) => check(root, node),
};

/**
 * @param {readonly string[]} argv
 * @returns {Promise<number>} exit status
 */
async function main([name = '', ...args]) {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    process.stderr.write(`run.mjs ${Object.keys(commands).join(' | ')} [ARGS…]\n`);
    return 2;
  }
  if (!isAtLeast(process.versions.node, [20])) {
    throw new LauncherError(
      `需要 Node.js 20 或更新版本,现在是 ${process.versions.node}。`,
      `Node.js 20 or newer is needed; this is ${process.versions.node}.`,
    );
  }
  await ensureInstall(root);
  const node = programNode(root);
  if (!node) {
    throw new LauncherError(
      `这台机器(${process.platform}-${process.arch})需要自行安装 Node.js 22.14 或更新版本,现在是 ${process.versions.node}。`,
      `On this machine (${process.platform}-${process.arch}) please install Node.js 22.14 or newer; this is ${process.versions.node}.`,
    );
  }
  if (!isSameFile(node, process.execPath) && process.env.DESK_SECOND_START !== '1') {
    return runShown(node, [self, name, ...args], { env: { ...process.env, DESK_SECOND_START: '1' } });
  }
  delete process.env.DESK_SECOND_START;
  return command(node, args);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof LauncherError)) throw error;
  process.stderr.write(`${error.message}\n${error.detail ? `${error.detail}\n` : ''}`);
  process.exitCode = 1;
}
// Something left behind (a browser that does not close) must not keep the launcher alive.
setTimeout(() => process.exit(), 2000).unref();
