import { join } from 'node:path';
import type { Migration } from 'kysely/migration';
import { migrations } from '#migrations/all.ts';
import { attachmentStore } from './attachment-store.ts';
import { checkBackup } from './backup-check.ts';
import { auditHeadIn, makeBackup } from './backup-file.ts';
import { listBackups } from './backup-folder.ts';
import { finishExchange } from './backup-restore.ts';
import { migrate, planMigration } from './migrate.ts';
import { openSqlite, schemaVersionIn } from './sqlite.ts';

/** The store's own data, or the demonstration store in a file of its own. */
export type StoreKind = 'desk' | 'sample';

export type StoreFiles = {
  readonly path: string;
  readonly backupFolder: string;
  /** Photos and other files, by content (attachment-store.ts). */
  readonly attachmentFolder: string;
};

/** Where a store's database, backups and attachments lie. */
export const storeFiles = (dataFolder: string, kind: StoreKind): StoreFiles => ({
  path: join(dataFolder, `${kind}.db`),
  backupFolder: join(dataFolder, kind === 'desk' ? 'backups' : 'sample-backups'),
  attachmentFolder: join(dataFolder, kind === 'desk' ? 'attachments' : 'sample-attachments'),
});

/** Backs up the present schema before it changes; an equal backup of an earlier, failed try serves again. */
async function backUpBeforeMigration(files: StoreFiles, at: string): Promise<void> {
  const { path, backupFolder, attachmentFolder } = files;
  const source = openSqlite(path, 'write');
  try {
    const head = auditHeadIn(source);
    const version = schemaVersionIn(source);
    const same = (await listBackups(backupFolder, 'data')).filter(
      (line) =>
        line.reason === 'before-migration' && line.schemaVersion === version && line.auditHead === head.hash,
    );
    for (const { path: earlier } of same) {
      const { problem } = await checkBackup(earlier);
      if (problem === null) return;
    }
    const attachments = attachmentStore(attachmentFolder);
    await makeBackup({ source, attachments, folder: backupFolder, reason: 'before-migration', at });
  } finally {
    source.close();
  }
}

/**
 * Makes a database file ready to be opened: finishes an interrupted restore, checks, backs up and migrates.
 * Errors: `storage` damaged, newer-database, not-a-database (the file is left alone); migration-failed, disk-full (the old
 * file still works with the old program).
 */
export async function openStoreFile(
  files: StoreFiles,
  at: string,
  known: Record<string, Migration> = migrations,
): Promise<void> {
  await finishExchange(files.path);
  const plan = planMigration(files.path, Object.keys(known).sort());
  if (plan.pending === 0) return;
  if (plan.from !== '') await backUpBeforeMigration(files, at);
  await migrate(files.path, known);
}
