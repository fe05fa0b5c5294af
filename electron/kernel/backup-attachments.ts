import { readdir, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AttachmentFaults } from '#shared/features/backup/backup.contract.ts';
import { DeskError } from '#shared/rpc/desk-error.ts';
import { attachmentsIn } from './attachment-rows.ts';
import {
  attachmentStore,
  type Attachment,
  type AttachmentState,
  type AttachmentStore,
} from './attachment-store.ts';
import { faultPoint } from './fault-point.ts';
import { openSqlite } from './sqlite.ts';

/**
 * The attachments of a backup folder, shared by all backups in it: each file lies there once. Which backup needs which files is
 * told by the table `attachment` in its database, which the manifest's hash covers.
 */
export const attachmentsOfFolder = (backupFolder: string): AttachmentStore =>
  attachmentStore(join(backupFolder, 'attachments'));

/** The files that a database uses which is not open. */
export function attachmentsOf(databasePath: string): readonly Attachment[] {
  const sqlite = openSqlite(databasePath, 'read');
  try {
    return attachmentsIn(sqlite);
  } finally {
    sqlite.close();
  }
}

/** Error: `storage` disk-full when files of so many bytes would not fit with a tenth to spare. */
async function assertRoomFor(files: readonly Attachment[], folder: string): Promise<void> {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const room = await statfs(folder);
  if (room.bavail * room.bsize < bytes * 1.1) throw new DeskError({ code: 'storage', reason: 'disk-full' });
}

export type BringOver = {
  readonly wanted: readonly Attachment[];
  /** Asked in this order. */
  readonly sources: readonly AttachmentStore[];
  readonly target: AttachmentStore;
  /** Of the target; it exists. */
  readonly inFolder: string;
  /** Files that are there are read through as well, and replaced when they changed. */
  readonly thorough?: boolean;
};

/**
 * Copies the wanted files that the target lacks. Gives the hashes that no source holds whole: a lost photo must not stop a
 * backup. Error: `storage` disk-full.
 */
export async function bringOver(order: BringOver): Promise<readonly string[]> {
  const { wanted, sources, target, thorough = false } = order;
  const there = new Set(await target.list());
  const lacking: Attachment[] = [];
  for (const one of wanted) {
    const sound = there.has(one.hash) && (!thorough || (await target.check(one.hash)) === 'sound');
    if (!sound) lacking.push(one);
  }
  if (lacking.length === 0) return [];
  await assertRoomFor(lacking, order.inFolder);
  const missing: string[] = [];
  for (const { hash } of lacking) {
    let taken = false;
    for (const source of sources) taken ||= await target.take(hash, source);
    if (!taken) missing.push(hash);
  }
  return missing;
}

/** Reads every wanted file through, unless that was done just before, and names those that are gone and those that changed. */
export async function attachmentFaults(
  wanted: readonly Attachment[],
  store: AttachmentStore,
  known = new Map<string, AttachmentState>(),
): Promise<AttachmentFaults> {
  const missing: string[] = [];
  const changed: string[] = [];
  for (const { hash } of wanted) {
    const state = known.get(hash) ?? (await store.check(hash));
    known.set(hash, state);
    if (state !== 'sound') (state === 'missing' ? missing : changed).push(hash);
  }
  return { missing, changed };
}

/**
 * Asks of each backup for the attachments that it needs and its folder does not hold whole; a file that many need is read once. A
 * backup that cannot be read names none: that is told otherwise.
 */
export function attachmentFaultsOfBackups(): (databasePath: string) => Promise<AttachmentFaults> {
  const known = new Map<string, Map<string, AttachmentState>>();
  return async (databasePath) => {
    const folder = dirname(databasePath);
    const states = known.get(folder) ?? new Map<string, AttachmentState>();
    known.set(folder, states);
    let wanted: readonly Attachment[] = [];
    try {
      wanted = attachmentsOf(databasePath);
    } catch {
      // No readable database.
    }
    return attachmentFaults(wanted, attachmentsOfFolder(folder), states);
  };
}

/** Files of this age may belong to a backup that another store is just making in the same folder, in milliseconds. */
const youngMs = 86_400_000;

/**
 * Removes from a backup folder the files that no backup in it needs any more, also none whose manifest is gone. Nothing goes
 * while a backup cannot be asked, nor what was written within a day. Returns the hashes that went.
 */
export async function thinAttachments(folder: string, now: string): Promise<readonly string[]> {
  const store = attachmentsOfFolder(folder);
  const there = await store.list();
  if (there.length === 0) return [];
  const needed = new Set<string>();
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.db')) continue;
    try {
      for (const { hash } of attachmentsOf(join(folder, name))) needed.add(hash);
    } catch {
      return [];
    }
  }
  faultPoint('backup:beforeThinnedAttachments');
  const gone: string[] = [];
  for (const hash of there.filter((one) => !needed.has(one))) {
    const { mtimeMs } = await stat(store.path(hash));
    if (Date.parse(now) - mtimeMs > youngMs) gone.push(hash);
  }
  await store.remove(gone);
  return gone;
}
