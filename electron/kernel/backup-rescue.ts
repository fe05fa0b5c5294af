import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupLine, BackupManifest } from '#shared/features/backup/backup.contract.ts';
import { attachmentStore } from './attachment-store.ts';
import { tellRestore, type Restored, type RestoreOrder } from './backup-exchange.ts';
import { makeBackup } from './backup-file.ts';
import { listBackups } from './backup-folder.ts';
import {
  asideFolderOf,
  exchangeFiles,
  finishExchange,
  prepareIncoming,
  undoExchange,
} from './backup-restore.ts';
import type { Clock } from './clock.ts';
import { lockDataFolder } from './data-lock.ts';
import { openDatabase } from './database.ts';
import { planMigration } from './migrate.ts';
import { openSqlite } from './sqlite.ts';
import { openStoreFile, storeFiles, type StoreFiles, type StoreKind } from './store-file.ts';

/** What is wrong with a store that cannot be opened is left to these: no core is open, the folder is locked meanwhile. */
export type ClosedStore = { readonly dataFolder: string; readonly clock: Clock; readonly kind?: StoreKind };

/** The backups of a store that is not open. Its second folder stands in the database, so only the first is known. */
export const listClosedBackups = (store: ClosedStore): Promise<readonly BackupLine[]> =>
  listBackups(storeFiles(store.dataFolder, store.kind ?? 'desk').backupFolder, 'data');

/** Backs up a database that can still be read whole; '' when not: its files go aside anyway. */
async function backUpReadable(files: StoreFiles, at: string): Promise<string> {
  const { path, backupFolder, attachmentFolder } = files;
  if (!existsSync(path)) return '';
  let manifest: BackupManifest;
  try {
    if (planMigration(path).from === '') return '';
    const source = openSqlite(path, 'write');
    try {
      const attachments = attachmentStore(attachmentFolder);
      manifest = await makeBackup({
        source,
        attachments,
        folder: backupFolder,
        reason: 'before-restore',
        at,
      });
    } finally {
      source.close();
    }
  } catch {
    return '';
  }
  return join(backupFolder, manifest.file);
}

/**
 * Restores a backup over a store that is not open, damaged or gone. Same promises as the restore of the open store: the files
 * that were there go aside and are kept.
 * Errors: `unavailable` data-folder-in-use; those of prepareIncoming.
 */
export async function restoreClosedStore(store: ClosedStore, order: RestoreOrder): Promise<Restored> {
  const { dataFolder, clock } = store;
  const files = storeFiles(dataFolder, store.kind ?? 'desk');
  const lock = lockDataFolder(dataFolder, clock.now());
  try {
    await finishExchange(files.path);
    const { manifest, lostAttachments } = await prepareIncoming(order.path, files.path, {
      withoutManifest: order.withoutManifest,
      attachments: attachmentStore(files.attachmentFolder),
    });
    const undoPath = await backUpReadable(files, clock.now());
    const asideFolder = asideFolderOf(files.path, clock.now());
    try {
      await exchangeFiles(files.path, asideFolder);
      await openStoreFile(files, clock.now());
    } catch (error) {
      await undoExchange(files.path, asideFolder);
      throw error;
    }
    const database = openDatabase(files.path);
    const told = { created: manifest?.createdAt ?? null, sha256: manifest?.sha256 ?? null, undo: undoPath };
    await tellRestore(database, clock, order, { ...told, aside: asideFolder, lostAttachments });
    await database.close();
    return { undoPath, asideFolder, lostAttachments };
  } finally {
    lock.release();
  }
}
