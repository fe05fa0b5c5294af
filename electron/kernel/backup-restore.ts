import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BackupManifest } from '#shared/features/backup/backup.contract.ts';
import { DeskError } from '#shared/rpc/desk-error.ts';
import type { AttachmentStore } from './attachment-store.ts';
import { attachmentsOf, attachmentsOfFolder, bringOver } from './backup-attachments.ts';
import { checkBackup } from './backup-check.ts';
import { storeOffsetMinutes } from './clock.ts';
import { faultPoint } from './fault-point.ts';
import { migrate, planMigration } from './migrate.ts';
import { openSqlite } from './sqlite.ts';
import {
  copyToPart,
  databaseFiles,
  renameSynced,
  sha256OfFile,
  syncFile,
  syncFolder,
  writeTextSynced,
} from './sync-file.ts';

/** Where the file that will take a database’s place is made ready. */
export const incomingOf = (path: string): string => `${path}.incoming`;
const markerOf = (path: string): string => `${path}.exchange.json`;

/** What the marker says while files are exchanged: where the present ones go, seen from their folder (it may be moved). */
type Exchange = { readonly aside: string };

const unusable = (reason: string): DeskError => new DeskError({ code: 'rule-violated', reason });

export type Incoming = {
  readonly manifest: BackupManifest | null;
  /** Photos and other files that neither the store nor the backup's folder holds whole. */
  readonly lostAttachments: number;
};

/** Files are never taken away, so bringing them before the exchange harms nothing, whatever becomes of it. */
async function bringAttachments(
  backupPath: string,
  incoming: string,
  target: AttachmentStore,
): Promise<number> {
  const missing = await bringOver({
    wanted: attachmentsOf(incoming),
    sources: [attachmentsOfFolder(dirname(backupPath))],
    target,
    inFolder: dirname(incoming),
    thorough: true,
  });
  return missing.length;
}

/**
 * Prepares a backup to take the place of a database: checks it, copies it beside the database, proves the copy, brings it to the
 * present schema, and brings back the attachments that it needs and the store lacks. The database itself is not touched.
 * Errors: `rule-violated` with a BackupProblem as reason; `storage` migration-failed or disk-full.
 */
export async function prepareIncoming(
  backupPath: string,
  path: string,
  options: { readonly withoutManifest: boolean; readonly attachments: AttachmentStore },
): Promise<Incoming> {
  const checked = await checkBackup(backupPath);
  const accepted =
    checked.problem === null || (checked.problem === 'backup-no-manifest' && options.withoutManifest);
  if (!accepted) throw unusable(checked.problem ?? '');
  const incoming = incomingOf(path);
  await removeIncoming(path);
  try {
    const part = await copyToPart(backupPath, incoming);
    faultPoint('restore:afterCopy');
    const expected = checked.manifest?.sha256 ?? (await sha256OfFile(backupPath));
    if ((await sha256OfFile(part)) !== expected) throw unusable('backup-changed');
    if (planMigration(part).pending > 0) await migrate(part);
    await nextTurn();
    const sqlite = openSqlite(part, 'write');
    sqlite.pragma('journal_mode = DELETE');
    // Whoever was signed in when the backup was made is not signed in now.
    sqlite.exec('delete from session');
    sqlite.close();
    await syncFile(part);
    faultPoint('restore:afterPrepared');
    const lostAttachments = await bringAttachments(backupPath, part, options.attachments);
    faultPoint('restore:afterAttachments');
    await renameSynced(part, incoming);
    return { manifest: checked.manifest, lostAttachments };
  } catch (error) {
    await removeIncoming(path);
    throw error;
  }
}

/** Takes away what prepareIncoming left, when the exchange will not happen. */
export async function removeIncoming(path: string): Promise<void> {
  for (const file of [incomingOf(path), `${incomingOf(path)}.part`])
    for (const part of databaseFiles(file)) await rm(part, { force: true });
}

/** A folder of its own for files that leave their place; they are kept, never deleted. */
export function asideFolderOf(path: string, at: string): string {
  const local = new Date(Date.parse(at) + storeOffsetMinutes * 60_000).toISOString();
  const stamp = local.slice(0, 19).replaceAll(/[-:]/gu, '').replace('T', '-');
  let folder = join(dirname(path), 'aside', stamp);
  for (let n = 2; existsSync(folder); n += 1) folder = join(dirname(path), 'aside', `${stamp}-${n}`);
  return folder;
}

async function moveAside(path: string, asideFolder: string): Promise<void> {
  await mkdir(asideFolder, { recursive: true });
  // Database, log and index together: a database beside another one's log is corrupt.
  for (const file of databaseFiles(path)) {
    await rename(file, join(asideFolder, basename(file)));
    faultPoint('restore:afterMoved');
  }
  await syncFolder(asideFolder);
}

const filesAside = async (path: string, asideFolder: string): Promise<readonly string[]> =>
  (await readdir(asideFolder).catch(() => [] as string[])).filter((name) => name.startsWith(basename(path)));

async function moveBack(path: string, asideFolder: string): Promise<void> {
  for (const name of await filesAside(path, asideFolder))
    await rename(join(asideFolder, name), join(dirname(path), name));
}

/**
 * Puts the prepared file in place of the closed database. A marker makes the exchange whole: after a crash, opening the
 * store finishes it (`finishExchange`).
 */
export async function exchangeFiles(path: string, asideFolder: string): Promise<void> {
  await writeTextSynced(
    markerOf(path),
    JSON.stringify({ aside: relative(dirname(path), asideFolder) } satisfies Exchange),
  );
  faultPoint('restore:afterMarker');
  await finishExchange(path);
}

/** Finishes an exchange that a crash interrupted; nothing to do otherwise. Called before a store is opened. */
export async function finishExchange(path: string): Promise<void> {
  const text = await readFile(markerOf(path), 'utf8').catch(() => undefined);
  if (text === undefined) return removeIncoming(path);
  const { aside } = JSON.parse(text) as Exchange; // written whole by exchangeFiles
  if (existsSync(incomingOf(path))) {
    await moveAside(path, join(dirname(path), aside));
    faultPoint('restore:afterAside');
    await renameSynced(incomingOf(path), path);
    faultPoint('restore:afterRename');
  } else if (!existsSync(path)) {
    // Taking an exchange back was interrupted.
    await moveBack(path, join(dirname(path), aside));
  }
  await rm(markerOf(path), { force: true });
  await syncFolder(dirname(path));
}

/** Takes an exchange back after a failure: what stands in place goes aside as well, and the files that were there return. */
export async function undoExchange(path: string, asideFolder: string): Promise<void> {
  if ((await filesAside(path, asideFolder)).length > 0) {
    await moveAside(path, join(asideFolder, 'refused'));
    await moveBack(path, asideFolder);
  }
  await rm(markerOf(path), { force: true });
  await removeIncoming(path);
  await syncFolder(dirname(path));
}
