import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** @param {string | Buffer} content */
export function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * One hash over names and contents. Contents, not dates: a fresh checkout of the same sources needs no new build.
 * @param {string} root project folder
 * @param {readonly string[]} parts files or folders below root; missing ones count as absent
 * @param {(path: string) => boolean} [leaveOut] true for relative paths (with `/`) that do not matter
 */
export function hashOfFiles(root, parts, leaveOut = () => false) {
  const hash = createHash('sha256');
  for (const path of parts.flatMap((part) => filesBelow(root, part)).sort()) {
    if (leaveOut(path)) continue;
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} part
 * @returns {string[]} relative paths with `/`
 */
function filesBelow(root, part) {
  const path = join(root, part);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [part];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/**
 * @param {string} file
 * @returns {unknown} undefined when the file is absent or not JSON
 */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} file
 * @param {unknown} value
 */
export function writeJson(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value, undefined, 2)}\n`);
}

const staleLockMs = 20 * 60_000;

/**
 * Lets one launcher at a time do a piece of work; the others wait for it. A lock whose process is gone is taken over.
 * @template T
 * @param {string} root
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(root, name, work) {
  const file = join(tmpdir(), `dealer-desk-${sha256(resolve(root)).slice(0, 12)}-${name}.lock`);
  while (!takeLock(file)) await new Promise((done) => setTimeout(done, 200));
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function takeLock(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  try {
    const age = Date.now() - statSync(file).mtimeMs;
    if (age > staleLockMs || !isAlive(Number(readFileSync(file, 'utf8')), age)) rmSync(file, { force: true });
  } catch {
    // The other launcher finished between the two looks.
  }
  return false;
}

/**
 * @param {number} pid
 * @param {number} ageMs of the lock; a fresh empty lock is being written
 */
function isAlive(pid, ageMs) {
  if (!Number.isInteger(pid) || pid <= 0) return ageMs < 2000;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
