import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DeskError, notFound } from '#shared/rpc/desk-error.ts';
import { faultPoint } from './fault-point.ts';
import { copyToPart, partEnding, renameSynced, sha256OfFile, syncFolder } from './sync-file.ts';

/** A file by what is in it: SHA-256 as lower-case hexadecimal, and its size in bytes. */
export type Attachment = { readonly hash: string; readonly size: number };

export type AttachmentState = 'sound' | 'missing' | 'changed';

/**
 * 附件 attachments: photos and other files of a store, kept outside the database, each under the hash of its content, so that a
 * file never changes and the same photo lies there once. Which of them the store uses is told by the table `attachment`.
 */
export type AttachmentStore = {
  readonly folder: string;
  /** Where a file lies, or would. Error: `not-found` when this is no hash. */
  path(hash: string): string;
  /** Keeps the bytes; safe on the disk when it returns. Error: `storage` disk-full. */
  put(bytes: Uint8Array): Promise<Attachment>;
  /** The bytes, proven by their hash. Errors: `not-found`; `storage` attachment-changed. */
  read(hash: string): Promise<Buffer>;
  has(hash: string): Promise<boolean>;
  /** Hashes of all files, in order. */
  list(): Promise<readonly string[]>;
  /** Reads a file through and compares it with its name. */
  check(hash: string): Promise<AttachmentState>;
  /** Copies a file of another store, proven on the way; false when that one does not hold it whole. */
  take(hash: string, from: AttachmentStore): Promise<boolean>;
  /** Removes files: those of a backup folder that no backup names any more. */
  remove(hashes: readonly string[]): Promise<void>;
  /** Removes what interrupted copies left; nothing may be writing. */
  tidy(): Promise<void>;
};

const wholeHash = /^[0-9a-f]{64}$/u;
const shardName = /^[0-9a-f]{2}$/u;

/** The file is gone, or the disk cannot read it. */
const unreadable = new Set(['ENOENT', 'EIO']);

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** A hash comes from outside: it is never used as a path before it is proven to be one. Error: `not-found`. */
function pathIn(folder: string, hash: string): string {
  if (!wholeHash.test(hash)) throw notFound('attachment');
  return join(folder, hash.slice(0, 2), hash);
}

/** Makes a folder whose name survives a power loss. */
async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (first !== undefined) await syncFolder(dirname(first));
}

/** Writes under a temporary name of its own (two windows may send the same photo), syncs, renames. */
async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(dirname(path));
  const part = `${path}.${randomUUID()}${partEnding}`;
  try {
    const file = await open(part, 'wx');
    try {
      await file.writeFile(bytes);
      faultPoint('attachment:afterWrite');
      await file.sync();
    } finally {
      await file.close();
    }
    faultPoint('attachment:afterSync');
    await renameSynced(part, path);
    faultPoint('attachment:afterRename');
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw codeOf(error) === 'ENOSPC' ? new DeskError({ code: 'storage', reason: 'disk-full' }) : error;
  }
}

/** The attachments of one folder; nothing is touched before the first call. */
export function attachmentStore(folder: string): AttachmentStore {
  /** Every name of a shard folder, with its path. */
  async function entries(): Promise<{ name: string; path: string }[]> {
    const shards = await readdir(folder).catch(() => [] as string[]);
    const found: { name: string; path: string }[] = [];
    for (const shard of shards.filter((name) => shardName.test(name)).sort()) {
      const names = await readdir(join(folder, shard)).catch(() => [] as string[]);
      for (const name of names.sort()) found.push({ name, path: join(folder, shard, name) });
    }
    return found;
  }

  async function check(hash: string): Promise<AttachmentState> {
    try {
      return (await sha256OfFile(pathIn(folder, hash))) === hash ? 'sound' : 'changed';
    } catch (error) {
      if (!unreadable.has(codeOf(error))) throw error;
      return codeOf(error) === 'ENOENT' ? 'missing' : 'changed';
    }
  }

  return {
    folder,
    path: (hash) => pathIn(folder, hash),
    check,
    async put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      // The same photo again; one that was damaged meanwhile is written anew.
      if ((await check(hash)) !== 'sound') await writeSynced(pathIn(folder, hash), bytes);
      return { hash, size: bytes.byteLength };
    },
    async read(hash) {
      const bytes = await readFile(pathIn(folder, hash)).catch((error: unknown) => {
        throw codeOf(error) === 'ENOENT' ? notFound('attachment', hash) : error;
      });
      if (createHash('sha256').update(bytes).digest('hex') !== hash)
        throw new DeskError({ code: 'storage', reason: 'attachment-changed' });
      return bytes;
    },
    has: (hash) =>
      access(pathIn(folder, hash)).then(
        () => true,
        () => false,
      ),
    list: async () => (await entries()).flatMap(({ name }) => (wholeHash.test(name) ? [name] : [])),
    async take(hash, from) {
      const source = from.path(hash);
      const target = pathIn(folder, hash);
      await makeFolder(dirname(target));
      try {
        const part = await copyToPart(source, target);
        faultPoint('attachment:afterCopy');
        const whole = (await sha256OfFile(part)) === hash;
        if (whole) await renameSynced(part, target);
        return whole;
      } catch (error) {
        if (unreadable.has(codeOf(error))) return false;
        throw codeOf(error) === 'ENOSPC' ? new DeskError({ code: 'storage', reason: 'disk-full' }) : error;
      } finally {
        await rm(target + partEnding, { force: true }).catch(() => undefined);
      }
    },
    async remove(hashes) {
      for (const hash of hashes) {
        await rm(pathIn(folder, hash), { force: true });
        faultPoint('attachment:afterRemoved');
      }
    },
    async tidy() {
      for (const { name, path } of await entries())
        if (name.endsWith(partEnding)) await rm(path, { force: true });
    },
  };
}
