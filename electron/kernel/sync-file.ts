import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Ending of a file that is not complete yet. */
export const partEnding = '.part';

export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes renames in a folder durable. Windows and some network and USB file systems cannot, and do without. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync().catch(() => undefined);
  } finally {
    await folder.close();
  }
}

/** Renames within one folder so that the new name survives a power loss. */
export async function renameSynced(from: string, to: string): Promise<void> {
  await rename(from, to);
  await syncFolder(dirname(to));
}

/** Writes a whole text: temporary name, sync, rename, sync of the folder. */
export async function writeTextSynced(path: string, text: string): Promise<void> {
  await writeFile(path + partEnding, text);
  await syncFile(path + partEnding);
  await renameSynced(path + partEnding, path);
}

/** Copies to a temporary name beside the target and syncs it; the caller checks it and renames. */
export async function copyToPart(from: string, to: string): Promise<string> {
  const part = to + partEnding;
  await rm(part, { force: true });
  await copyFile(from, part);
  await syncFile(part);
  return part;
}

/** SHA-256 of a file as lower-case hexadecimal, read in pieces. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(piece as Buffer);
  return hash.digest('hex');
}

/** The files that make up a database: itself, write-ahead log and its index. */
export const databaseFiles = (path: string): readonly string[] =>
  [path, `${path}-wal`, `${path}-shm`, `${path}-journal`].filter((file) => existsSync(file));
