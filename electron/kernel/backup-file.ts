import { mkdir, rm, stat, statfs } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BackupManifest, BackupReason } from '#shared/features/backup/backup.contract.ts';
import { backupName } from '#shared/features/backup/backup.rules.ts';
import { DeskError } from '#shared/rpc/desk-error.ts';
import type { AttachmentStore } from './attachment-store.ts';
import { emptyHead } from './audit.ts';
import { attachmentsOf, attachmentsOfFolder, bringOver } from './backup-attachments.ts';
import { nextBackup } from './backup-folder.ts';
import { storeOffsetMinutes } from './clock.ts';
import { faultPoint } from './fault-point.ts';
import { openSqlite, schemaVersionIn, type Sqlite } from './sqlite.ts';
import {
  partEnding,
  renameSynced,
  sha256OfFile,
  syncFile,
  syncFolder,
  writeTextSynced,
} from './sync-file.ts';
import type { WriterGate } from './writer-gate.ts';

/** Pages copied before other work gets its turn: 8 MB, a few milliseconds (measured, reliability.md §1). */
const pagesPerStep = 2000;
/** Commits of another connection start the copy again; after this many the writers wait until it is done. */
const restartsAllowed = 3;

/** What is read back from a copy: everything a manifest says about the content. */
export type ReadBack = Pick<
  BackupManifest,
  'schemaVersion' | 'storeName' | 'rowCounts' | 'auditSeq' | 'auditHead'
>;

const damaged = (): DeskError => new DeskError({ code: 'storage', reason: 'damaged' });

/** Names of the ordinary tables; those of full-text indexes are checked with the index they belong to. */
export function tableNames(sqlite: Sqlite): readonly string[] {
  return sqlite
    .prepare(
      `select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name`,
    )
    .pluck()
    .all() as string[]; // one text column
}

/** Number and hash of the last audit row, by plain SQL, so that any file can be asked. */
export function auditHeadIn(sqlite: Sqlite): { seq: number; hash: string } {
  const row = sqlite.prepare('select seq, hash from audit order by seq desc limit 1').get();
  return (row as { seq: number; hash: string } | undefined) ?? { seq: 0, hash: emptyHead };
}

/**
 * Opens a copy and reads all of it: structure of every table and index, row counts, audit head. Gives way between tables.
 * Error: `storage` damaged, or not-a-database.
 */
export async function readBack(path: string, thorough = false): Promise<ReadBack> {
  const sqlite = openSqlite(path, 'read');
  try {
    const check = thorough ? 'integrity_check' : 'quick_check';
    const rowCounts: Record<string, number> = {};
    for (const table of tableNames(sqlite)) {
      const quoted = `"${table.replaceAll('"', '""')}"`;
      if (sqlite.pragma(`${check}(${quoted})`, { simple: true }) !== 'ok') throw damaged();
      await nextTurn();
      rowCounts[table] = Number(sqlite.prepare(`select count(*) from ${quoted}`).pluck().get());
      await nextTurn();
    }
    if (rowCounts['audit'] === undefined) throw new DeskError({ code: 'storage', reason: 'not-a-database' });
    const named = sqlite.prepare(`select value from setting where key = 'storeName'`).pluck().get();
    const head = auditHeadIn(sqlite);
    return {
      schemaVersion: schemaVersionIn(sqlite),
      storeName: typeof named === 'string' ? named : '',
      rowCounts,
      auditSeq: head.seq,
      auditHead: head.hash,
    };
  } catch (error) {
    throw error instanceof DeskError ? error : damaged();
  } finally {
    sqlite.close();
  }
}

/** Copies on the writer's own connection: its commits flow into the copy and do not start it again. */
async function copyPages(source: Sqlite, target: string, gate: WriterGate | undefined): Promise<void> {
  let begun: () => void = () => undefined;
  const begin = new Promise<void>((resolve) => (begun = resolve));
  let before = Number.POSITIVE_INFINITY;
  let restarts = 0;
  const copy = (): Promise<unknown> =>
    source.backup(target, {
      progress: ({ remainingPages }) => {
        begun();
        if (remainingPages >= before) restarts += 1;
        before = remainingPages;
        if (restarts === restartsAllowed) {
          restarts += 1;
          gate?.run(() => done).catch(() => undefined);
        }
        return pagesPerStep;
      },
    });
  // A copy that begins inside an open transaction would end at once with an empty file: it begins between two.
  let done: Promise<unknown> = Promise.resolve();
  const start = async (): Promise<void> => {
    done = copy();
    await Promise.race([begin, done]);
  };
  await (gate ? gate.run(start) : start());
  await done;
}

/** A single file without a log beside it. */
function closeIntoOneFile(path: string): void {
  const sqlite = openSqlite(path, 'write');
  try {
    sqlite.pragma('journal_mode = DELETE');
  } finally {
    sqlite.close();
  }
}

export type BackupOrder = {
  /** The writing connection of the store. */
  readonly source: Sqlite;
  /** Of that connection; missing when nothing else uses it. */
  readonly gate?: WriterGate;
  /** The store's photos and other files. */
  readonly attachments: AttachmentStore;
  readonly folder: string;
  readonly reason: BackupReason;
  /** Now, UTC ISO. */
  readonly at: string;
  /** Called when the copy holds the store as it was: from then on the store may change. */
  readonly onCopied?: () => void;
};

/** Error: `storage` disk-full when the copy would not fit with a tenth to spare. */
async function assertRoom(folder: string, source: Sqlite): Promise<void> {
  const pages = Number(source.pragma('page_count', { simple: true }));
  const bytes = pages * Number(source.pragma('page_size', { simple: true }));
  const room = await statfs(folder);
  if (room.bavail * room.bsize < bytes * 1.1) throw new DeskError({ code: 'storage', reason: 'disk-full' });
}

/** Brings the files that a copied database uses beside it; what the manifest says of them. */
async function copyAttachments(
  database: string,
  { folder, attachments }: BackupOrder,
): Promise<BackupManifest['attachments']> {
  const wanted = attachmentsOf(database);
  const target = attachmentsOfFolder(folder);
  const missing = await bringOver({ wanted, sources: [attachments], target, inFolder: folder });
  return {
    files: wanted.length,
    bytes: wanted.reduce((sum, { size }) => sum + size, 0),
    missing: missing.length,
  };
}

/**
 * Makes one backup: copy under a temporary name, open and read it back, bring the attachments that it needs, hash, sync, rename,
 * manifest. It counts only when its manifest stands beside it. Whatever fails leaves no file behind but attachments, which the
 * next backup needs anyway.
 * Errors: `storage` damaged (the copy cannot be read back), disk-full; or that of the file system.
 */
export async function makeBackup(order: BackupOrder): Promise<BackupManifest> {
  const { source, folder, reason, at } = order;
  await mkdir(folder, { recursive: true });
  await assertRoom(folder, source);
  const local = new Date(Date.parse(at) + storeOffsetMinutes * 60_000).toISOString();
  const { name, sequence } = await nextBackup(folder, backupName(local, reason));
  const path = join(folder, `${name}.db`);
  const part = path + partEnding;
  const before = auditHeadIn(source);
  try {
    await copyPages(source, part, order.gate);
    order.onCopied?.();
    faultPoint('backup:afterCopy');
    closeIntoOneFile(part);
    const content = await readBack(part);
    if (content.auditSeq < before.seq) throw damaged();
    faultPoint('backup:afterReadBack');
    const attached = await copyAttachments(part, order);
    await syncFile(part);
    const sha256 = await sha256OfFile(part);
    const { size } = await stat(part);
    faultPoint('backup:afterHash');
    await renameSynced(part, path);
    faultPoint('backup:afterRename');
    const manifest: BackupManifest = {
      file: basename(path),
      sequence,
      createdAt: at,
      reason,
      sha256,
      bytes: size,
      ...content,
      attachments: attached,
    };
    await writeTextSynced(join(folder, `${name}.json`), `${JSON.stringify(manifest, null, 2)}\n`);
    faultPoint('backup:afterManifest');
    await syncFolder(folder);
    return manifest;
  } catch (error) {
    const json = join(folder, `${name}.json`);
    const left = [part, `${part}-journal`, `${part}-wal`, `${part}-shm`, json + partEnding, json, path];
    for (const file of left) await rm(file, { force: true }).catch(() => undefined);
    throw error;
  }
}
