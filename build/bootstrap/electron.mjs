import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { runQuiet } from './process.mjs';
import { readJson, writeJson } from './stamp.mjs';

/** @typedef {{ zh: string, en: string }} Reason */
/** @typedef {{ path: string } | { reason: Reason }} Found */

const dayMs = 24 * 60 * 60_000;
const folderOf = (/** @type {string} */ root) => join(root, 'node_modules/electron');
const stampOf = (/** @type {string} */ root) => join(root, 'node_modules/.cache/dealer-desk/electron.json');

/** @param {string} platform */
export function electronProgram(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * Whether a window can be shown here.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} platform
 */
export function hasScreen(env, platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * The Electron executable that is already here: a folder named by ELECTRON_OVERRIDE_DIST_PATH, or the one unpacked
 * beside the package, if it is of the package's version.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @param {string} platform
 * @returns {string | undefined}
 */
export function presentElectron(root, env, platform) {
  const program = electronProgram(platform);
  if (env.ELECTRON_OVERRIDE_DIST_PATH) {
    const path = join(env.ELECTRON_OVERRIDE_DIST_PATH, program);
    if (existsSync(path)) return path;
  }
  const path = join(folderOf(root), 'dist', program);
  return existsSync(path) && unpackedVersion(root) === electronVersion(root) ? path : undefined;
}

/** @param {string} root */
function unpackedVersion(root) {
  try {
    return readFileSync(join(folderOf(root), 'dist/version'), 'utf8')
      .trim()
      .replace(/^v/, '');
  } catch {
    return '';
  }
}

/** @param {string} root */
function electronVersion(root) {
  const manifest = /** @type {{ version?: string } | undefined} */ (
    readJson(join(folderOf(root), 'package.json'))
  );
  return manifest?.version ?? '?';
}

/**
 * Finds Electron or tries once to get it: from DESK_ELECTRON_ZIP, else by Electron's own installer (which knows
 * ELECTRON_MIRROR), within a time limit. A failed try is remembered for a day, so that starting stays quick.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string} [platform]
 * @returns {Promise<Found>}
 */
export async function obtainElectron(root, env = process.env, platform = process.platform) {
  if (env.DESK_NO_ELECTRON === '1')
    return reason('已用 DESK_NO_ELECTRON 关闭', 'switched off by DESK_NO_ELECTRON');
  if (!hasScreen(env, platform)) return reason('这里没有屏幕', 'there is no screen here');
  const present = presentElectron(root, env, platform);
  if (present) return { path: present };
  if (env.DESK_ELECTRON_ZIP) return unpackZip(root, env.DESK_ELECTRON_ZIP, platform);
  return fetchOnce(root, env, platform);
}

/**
 * @param {string} zh
 * @param {string} en
 * @returns {{ reason: Reason }}
 */
function reason(zh, en) {
  return { reason: { zh, en } };
}

/**
 * Unpacks a zip that the person supplied, after comparing it with the checksum that the package carries.
 * @param {string} root
 * @param {string} zip
 * @param {string} platform
 * @returns {Promise<Found>}
 */
async function unpackZip(root, zip, platform) {
  if (!existsSync(zip)) return reason(`找不到文件 ${zip}`, `the file ${zip} does not exist`);
  const name = `electron-v${electronVersion(root)}-${platform}-${process.arch}.zip`;
  const sums = /** @type {Record<string, string> | undefined} */ (
    readJson(join(folderOf(root), 'checksums.json'))
  );
  const hash = createHash('sha256');
  await pipeline(createReadStream(zip), hash);
  if (hash.digest('hex') !== sums?.[name]) {
    return reason(
      `${basename(zip)} 不是 ${name}(校验和不符)`,
      `${basename(zip)} is not ${name} (checksum differs)`,
    );
  }
  try {
    const { extract } = createRequire(join(folderOf(root), 'install.js'))('@electron-internal/extract-zip');
    await extract(zip, { dir: join(folderOf(root), 'dist') });
    writeFileSync(join(folderOf(root), 'path.txt'), electronProgram(platform));
  } catch (error) {
    return reason(`解压失败:${messageOf(error)}`, `unpacking failed: ${messageOf(error)}`);
  }
  const path = presentElectron(root, {}, platform);
  return path ? { path } : reason('压缩包内没有 Electron', 'the zip holds no Electron');
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @param {string} platform
 * @returns {Promise<Found>}
 */
async function fetchOnce(root, env, platform) {
  const version = electronVersion(root);
  const mirror = env.ELECTRON_MIRROR ?? env.npm_config_electron_mirror ?? '';
  const last =
    /** @type {{ at?: number, version?: string, mirror?: string, reason?: Reason } | undefined} */ (
      readJson(stampOf(root))
    );
  const sameTry = last?.version === version && last.mirror === mirror && last.reason !== undefined;
  if (sameTry && Date.now() - (last.at ?? 0) < dayMs) return { reason: /** @type {Reason} */ (last.reason) };

  const seconds = Number(env.DESK_ELECTRON_SECONDS) || (mirror ? 120 : 20);
  const temporary = mkdtempSync(join(tmpdir(), 'dealer-desk-electron-'));
  try {
    const done = await runQuiet(process.execPath, [join(folderOf(root), 'install.js')], {
      cwd: root,
      timeoutMs: seconds * 1000,
      env: {
        ...env,
        TMPDIR: temporary,
        TEMP: temporary,
        TMP: temporary,
        ELECTRON_GET_NO_PROGRESS: '1',
        NODE_USE_ENV_PROXY: '1',
      },
    });
    const path = presentElectron(root, env, platform);
    if (done.code === 0 && path) return { path };
    const failed = explain(done.output, done.timedOut ? seconds : undefined);
    writeJson(stampOf(root), { at: Date.now(), version, mirror, reason: failed });
    return { reason: failed };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * Why the download failed, in words.
 * @param {string} output of Electron's installer
 * @param {number} [limitSeconds] when it was ended at its time limit
 * @returns {Reason}
 */
export function explain(output, limitSeconds) {
  if (limitSeconds !== undefined)
    return { zh: `${limitSeconds} 秒内未能下载`, en: `not downloaded within ${limitSeconds} s` };
  const status = /Response code (\d{3})/.exec(output)?.[1];
  if (status) return { zh: `下载服务器答复 ${status}`, en: `the download server answered ${status}` };
  if (/checksum|sumchecker|ChecksumMismatch/i.test(output))
    return { zh: '下载的文件校验和不符', en: 'the downloaded file has a wrong checksum' };
  if (/certificate|SELF_SIGNED|UNABLE_TO_VERIFY/i.test(output))
    return { zh: '下载服务器的证书不被信任', en: 'the certificate of the download server is not trusted' };
  if (/fetch failed|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT/.test(output)) {
    return { zh: '连不上下载服务器', en: 'the download server cannot be reached' };
  }
  if (/ENOSPC/.test(output)) return { zh: '磁盘已满', en: 'the disk is full' };
  const first = output.trim().split('\n', 1)[0]?.slice(0, 160) || '?';
  return { zh: `下载失败:${first}`, en: `the download failed: ${first}` };
}

/**
 * The one sentence that says why the program opens in the browser.
 * @param {Reason} why
 */
export function fallbackSentence(why) {
  return {
    zh: `没有使用 Electron(${why.zh}),改在浏览器中打开同一个程序。`,
    en: `Electron is not used (${why.en}): the same program opens in the browser.`,
  };
}
