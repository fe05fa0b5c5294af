import { stat } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import type {
  BackupFailure,
  BackupLine,
  BackupManifest,
  BackupReason,
  BackupState,
} from '#shared/features/backup/backup.contract.ts';
import { scheduledBackupDue } from '#shared/features/backup/backup.rules.ts';
import { DeskError, invalidField, type DeskErrorData } from '#shared/rpc/desk-error.ts';
import { attachmentTotals } from './attachment-rows.ts';
import type { AttachmentStore } from './attachment-store.ts';
import { auditHead } from './audit.ts';
import { copyBackup, listBackups, thinBackups } from './backup-folder.ts';
import { makeBackup } from './backup-file.ts';
import { startBackupSchedule } from './backup-schedule.ts';
import type { Clock } from './clock.ts';
import type { DeskDatabase } from './database.ts';
import type { Events } from './events.ts';
import type { Log } from './log.ts';
import { readSetting } from './settings.ts';

export type MadeBackup = BackupManifest & {
  readonly path: string;
  /** The second folder's trouble; the first backup is good. */
  readonly failure: BackupFailure | null;
};

/** Backups of the open store. One at a time; those asked for meanwhile wait. */
export type Backups = {
  /** Into the store's folders, or only into `toFolder`. Errors of makeBackup; not-absolute beside `toFolder`. */
  run(reason: BackupReason, toFolder?: string): Promise<MadeBackup>;
  /** As `run`, told in two steps, for work that goes on while the copy is proved and is dropped when the backup fails. */
  begin(reason: BackupReason): BegunBackup;
  /** Waits until no backup is being made; the next one waits for the work. For taking away what a backup may still have to bring. */
  between(work: () => Promise<void>): Promise<void>;
  list(): Promise<readonly BackupLine[]>;
  state(): Promise<BackupState>;
  /** One look of the schedule: makes a backup when one is due. Never throws; failures stand in `state`. */
  runWhenDue(): Promise<MadeBackup | undefined>;
  close(): Promise<void>;
};

export type BegunBackup = {
  /** The copy holds the store as it is now: it may change. Fails as `made`. */
  readonly copied: Promise<void>;
  /** The backup counts. */
  readonly made: Promise<MadeBackup>;
};

export type BackupParts = {
  readonly database: DeskDatabase;
  readonly dataFolder: string;
  readonly folder: string;
  readonly attachments: AttachmentStore;
  readonly clock: Clock;
  readonly events: Events;
  readonly log: Log;
  /** Backups by themselves every half an hour; the demonstration store makes none. */
  readonly scheduled: boolean;
  /** Hears why a backup in the data folder failed. */
  failed?(failure: DeskErrorData): void;
};

/** After a failed scheduled backup the next try waits, in minutes. */
const retryAfterMinutes = 5;

const minutesBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 60_000;

function reasonOf(error: unknown): string {
  if (error instanceof DeskError && 'reason' in error.data) return error.data.reason;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'ENOSPC' || code === 'SQLITE_FULL' ? 'disk-full' : 'folder-not-writable';
}

export function createBackups(parts: BackupParts): Backups {
  const { database, dataFolder, folder, attachments, clock, events, log } = parts;
  let lastError: BackupFailure | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let failedAt: string | undefined;

  const secondFolder = async (): Promise<string> =>
    parts.scheduled ? ((await readSetting(database.reader, 'backupFolder')) ?? '').trim() : '';

  function failed(place: BackupFailure['place'], error: unknown): BackupFailure {
    log.write('error', `backup failed in the ${place} folder`, error);
    if (place === 'data' && error instanceof DeskError) parts.failed?.(error.data);
    lastError = { at: clock.now(), place, reason: reasonOf(error) };
    return lastError;
  }

  /** A backup without some of its photos is good, but somebody must hear of it. */
  const tellLost = (place: BackupFailure['place'], { attachments: { missing } }: BackupManifest) =>
    missing > 0 ? failed(place, new DeskError({ code: 'storage', reason: 'attachments-lost' })) : null;

  async function intoSecond(manifest: BackupManifest): Promise<BackupFailure | null> {
    const second = await secondFolder();
    if (second === '' || resolve(second) === resolve(folder)) return null;
    try {
      if (!isAbsolute(second)) throw invalidField('backupFolder', 'not-absolute');
      const copied = await copyBackup(manifest, folder, second, attachments);
      await thinBackups(second, clock.now());
      return tellLost('second', copied);
    } catch (error) {
      return failed('second', error);
    }
  }

  async function make(reason: BackupReason, toFolder: string, onCopied?: () => void): Promise<MadeBackup> {
    if (toFolder !== '' && !isAbsolute(toFolder)) throw invalidField('toFolder', 'not-absolute');
    const into = toFolder === '' ? folder : toFolder;
    const { writer } = database.raw;
    let manifest: BackupManifest;
    try {
      manifest = await makeBackup({
        source: writer,
        gate: database.gate,
        attachments,
        folder: into,
        reason,
        at: clock.now(),
        ...(onCopied ? { onCopied } : {}),
      });
    } catch (error) {
      if (toFolder === '') failed('data', error);
      throw error instanceof DeskError ? error : new DeskError({ code: 'storage', reason: reasonOf(error) });
    }
    let failure: BackupFailure | null = null;
    if (toFolder === '') {
      lastError = null;
      // What cannot be thinned today (a file held open) is thinned another day; the backup is good.
      await thinBackups(folder, clock.now()).catch((error: unknown) => failed('data', error));
      failure = (await intoSecond(manifest)) ?? tellLost('data', manifest);
      events.publish({ type: 'changed', feature: 'backup', ids: [] });
    }
    return { ...manifest, path: join(into, manifest.file), failure };
  }

  /** Before a store is set up it holds only what the program brought. */
  async function changedSince(newest: BackupLine | undefined): Promise<boolean> {
    if ((await readSetting(database.reader, 'storeName')) === null) return false;
    const head = await auditHead(database.reader);
    return newest?.auditSeq !== head.seq || newest.auditHead !== head.hash;
  }

  async function newestHere(): Promise<BackupLine | undefined> {
    return (await listBackups(folder, 'data')).find((line) => !line.missing);
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  }

  const backups: Backups = {
    run: (reason, toFolder = '') => inTurn(() => make(reason, toFolder)),
    begin(reason) {
      const copied = Promise.withResolvers<void>();
      const made = inTurn(() => make(reason, '', copied.resolve));
      // Whoever waits for either hears of a failure; nobody has to wait for both.
      made.catch(copied.reject);
      copied.promise.catch(() => undefined);
      return { copied: copied.promise, made };
    },
    between: (work) => inTurn(work),
    async list() {
      const second = await secondFolder();
      const there =
        second === '' || resolve(second) === resolve(folder) ? [] : await listBackups(second, 'second');
      return [...(await listBackups(folder, 'data')), ...there];
    },
    async state() {
      return {
        backups: await backups.list(),
        folder,
        secondFolder: await secondFolder(),
        dataFolder,
        databaseBytes: (await stat(database.path)).size,
        attachments: await attachmentTotals(database.reader),
        changedSince: await changedSince(await newestHere()),
        lastError,
      };
    },
    async runWhenDue() {
      try {
        const now = clock.now();
        const waited = failedAt === undefined ? undefined : minutesBetween(failedAt, now);
        if (waited !== undefined && waited >= 0 && waited < retryAfterMinutes) return undefined;
        const newest = await newestHere();
        const since = newest && minutesBetween(newest.createdAt, now);
        if (!scheduledBackupDue(await changedSince(newest), since)) return undefined;
        failedAt = now;
        const made = await backups.run('scheduled');
        failedAt = undefined;
        return made;
      } catch {
        return undefined; // told by `lastError` and in the log
      }
    },
    async close() {
      await schedule?.stop();
      await last;
    },
  };
  const schedule = parts.scheduled ? startBackupSchedule(() => backups.runWhenDue()) : undefined;
  return backups;
}
