import { DeskError } from '#shared/rpc/desk-error.ts';
import type { AttachmentStore } from './attachment-store.ts';
import { appendAudit } from './audit.ts';
import { auditHeadIn } from './backup-file.ts';
import {
  asideFolderOf,
  exchangeFiles,
  prepareIncoming,
  removeIncoming,
  undoExchange,
} from './backup-restore.ts';
import type { Backups } from './backup-service.ts';
import type { Clock } from './clock.ts';
import type { DeskDatabase } from './database.ts';
import { faultPoint } from './fault-point.ts';
import type { Jobs } from './jobs.ts';

/** Who puts which backup in place of the store. */
export type RestoreOrder = {
  readonly path: string;
  readonly withoutManifest: boolean;
  readonly by: { readonly personId: number | null; readonly name: string };
};

export type Restored = {
  /** Backup of what was there before; '' when that could not be read any more. */
  readonly undoPath: string;
  /** Where the files that were there before lie. */
  readonly asideFolder: string;
  /** Photos and other files that the restored store names and nobody has any more. */
  readonly lostAttachments: number;
};

/** The audit row of a restore, in the restored store: what came, and the head of the history that was left. */
export async function tellRestore(
  database: DeskDatabase,
  clock: Clock,
  order: RestoreOrder,
  told: Readonly<Record<string, unknown>>,
): Promise<void> {
  await database.write((writer) =>
    appendAudit(writer, {
      at: clock.now(),
      personId: order.by.personId,
      personName: order.by.name,
      call: 'backup.restore',
      records: [],
      told: { ...told, from: order.path },
    }),
  );
}

const isDamage = (error: unknown): boolean =>
  error instanceof DeskError && error.data.code === 'storage' && error.data.reason === 'damaged';

export type OpenForExchange = {
  readonly database: DeskDatabase;
  readonly jobs: Jobs;
  readonly backups: Backups;
  close(): Promise<void>;
};

export type ExchangeParts = {
  readonly clock: Clock;
  readonly path: string;
  readonly attachments: AttachmentStore;
  readonly open: OpenForExchange;
  reopen(): Promise<OpenForExchange>;
  told(): void;
};

/**
 * Restores a backup over the open store while no call runs: prepare and prove the copy, stop jobs, back up what is there,
 * close, exchange the files, open again, tell the audit. A failure at any place leaves or brings back what was there.
 * Errors of prepareIncoming and makeBackup.
 */
export async function exchangeStore(order: RestoreOrder, parts: ExchangeParts): Promise<Restored> {
  const { clock, path, attachments, open } = parts;
  const { withoutManifest } = order;
  const incoming = await prepareIncoming(order.path, path, { withoutManifest, attachments });
  const { manifest, lostAttachments } = incoming;
  let undoPath = '';
  let left: { seq: number; hash: string } | null = null;
  try {
    await open.jobs.close();
    left = auditHeadIn(open.database.raw.reader);
    undoPath = (await open.backups.run('before-restore')).path;
  } catch (error) {
    // A store too damaged to be backed up is what restoring is for; its files go aside.
    if (!isDamage(error) && !String((error as { code?: unknown }).code).startsWith('SQLITE_CORRUPT')) {
      await removeIncoming(path);
      throw error;
    }
  }
  const asideFolder = asideFolderOf(path, clock.now());
  await open.close();
  let next: OpenForExchange | undefined;
  try {
    await exchangeFiles(path, asideFolder);
    next = await parts.reopen();
    faultPoint('restore:afterReopen');
    await tellRestore(next.database, clock, order, {
      created: manifest?.createdAt ?? null,
      sha256: manifest?.sha256 ?? null,
      left,
      undo: undoPath,
      aside: asideFolder,
      lostAttachments,
    });
  } catch (error) {
    await next?.close();
    await undoExchange(path, asideFolder);
    await parts.reopen();
    throw error;
  } finally {
    parts.told();
  }
  return { undoPath, asideFolder, lostAttachments };
}
