import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type {
  ImportLook,
  ImportResult,
  Reading,
  UndoCounts,
} from '#shared/features/import/import.contract.ts';
import type { ImportSize } from '#shared/features/import/import-size.rules.ts';
import type { DeskFile } from '#shared/features/job/job.contract.ts';
import { DeskError, notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import { missingNames } from '#shared/text/import-address.ts';
import { createTexts } from '#shared/text/texts.ts';
import type { BegunBackup } from '#electron/kernel/backup-service.ts';
import type { Clock } from '#electron/kernel/clock.ts';
import type { DeskDatabase } from '#electron/kernel/database.ts';
import type { Events } from '#electron/kernel/events.ts';
import type { Actor } from '#electron/kernel/handler.ts';
import type { JobOutcome, JobRun } from '#electron/kernel/jobs.ts';
import type { Log } from '#electron/kernel/log.ts';
import type { ImportWorkerCalls } from '#electron/workers/import-worker.ts';
import type { WorkerCallOptions, WorkerHost } from '#electron/workers/worker-host.ts';
import { lookAt, type FileToRead } from './import-look.ts';
import { finishImport } from './import-finish.ts';
import type { ImportOrder } from './import-order.ts';
import type { UndoOrder } from './import-undo.ts';
import { openStage, type ImportStage } from './import-stage.ts';
import { importCounts, lastImportId, touchedBy, undoCounts } from './import.repository.ts';

export type ImportParts = {
  readonly database: DeskDatabase;
  readonly clock: Clock;
  readonly events: Events;
  readonly log: Log;
  readonly worker: WorkerHost<ImportWorkerCalls>;
  /** Where uploads and stages lie. */
  readonly folder: string;
  /** Begins the backup that stands before every import and every undo. */
  backUp(): BegunBackup;
};

/** Uploaded files, their looks, previews and runs. */
export type Imports = {
  take(file: DeskFile): Promise<FileToRead>;
  takePath(path: string): Promise<FileToRead>;
  look(fileId: string, reading: Reading): Promise<ImportLook & { shape: string }>;
  stage<Result>(fileId: string, work: (stage: ImportStage) => Result): Promise<Result>;
  /**
   * Previews or imports; holds the writer gate meanwhile. `agreed`: how many records a person agreed to have made and changed.
   * Errors: `rule-violated` import-large (create, update), import-kind-unknown, import-columns-missing, file-….
   */
  run(
    fileId: string,
    reading: Reading,
    mode: ImportOrder['mode'],
    actor: Actor,
    job: JobRun,
    agreed?: ImportSize,
  ): Promise<{ result: ImportResult; file?: JobOutcome['file'] }>;
  undo(id: number, actor: Actor, job: JobRun): Promise<UndoCounts>;
  /** Throws an upload away with its stage. */
  drop(fileId: string): Promise<void>;
};

/** Rows a second as the worker tells them in its step. */
function followProgress(job: JobRun, step: string) {
  return ({ done, total, step: rate }: { done: number; total: number; step: string }): void =>
    job.progress(total === 0 ? 0 : Math.min(99, (done * 100) / total), step, {
      rows: done,
      rowsPerSecond: Number(rate) || 0,
    });
}

/** The worker did not answer, whatever it had done by then; a refusal or a cancel has written nothing. */
const diedOnTheWay = (error: unknown): boolean =>
  error instanceof DeskError && error.data.code === 'unavailable';

export function createImports(parts: ImportParts): Imports {
  const { database, clock, events, worker, folder } = parts;
  const expected = new Map<string, number>();

  async function fileOf(fileId: string): Promise<FileToRead> {
    const names = await readdir(folder).catch((): string[] => []);
    const stored = names.find((name) => name.startsWith(`${fileId}~`));
    if (!stored) throw notFound('upload', fileId);
    return { fileId, fileName: stored.slice(fileId.length + 1), path: join(folder, stored) };
  }
  const stagePath = (fileId: string): string => join(folder, `${fileId}.stage`);

  async function newFile(name: string): Promise<FileToRead> {
    await mkdir(folder, { recursive: true });
    const fileId = randomUUID();
    // Only the last part of a name, and nothing a file system minds.
    const fileName =
      basename(name)
        .replaceAll(/[^\p{L}\p{N}._ ()（）-]/gu, '_')
        .slice(-120) || 'file';
    return { fileId, fileName, path: join(folder, `${fileId}~${fileName}`) };
  }

  /**
   * Lets the worker write while the writer gate is held. A backup stands before all but a preview: the worker begins when the
   * store is copied, works while the copy is proved, and commits only when the backup counts.
   */
  async function inGate<Result>(
    job: JobRun,
    step: 'importing' | 'checking' | 'undoing',
    work: (options: WorkerCallOptions) => Promise<Result>,
  ): Promise<Result> {
    const options = { signal: job.signal, onProgress: followProgress(job, step) };
    if (step === 'checking') return database.gate.run(() => work(options));
    job.progress(0, 'backup');
    const backup = parts.backUp();
    await backup.copied;
    job.progress(0, step);
    return database.gate.run(() => work({ ...options, until: backup.made }));
  }

  /** A thread that dies between its commit and its answer has imported: the store knows. Nobody else writes meanwhile. */
  async function runWorker(order: ImportOrder, options: WorkerCallOptions): Promise<ImportResult> {
    const before = await lastImportId(database.reader);
    try {
      return { ...(await worker.call('run', order, options)), unfinished: [] };
    } catch (error) {
      if (!diedOnTheWay(error)) throw error;
      const importId = await lastImportId(database.reader);
      if (importId === before) throw error;
      const counts = await importCounts(database.reader, importId);
      return { counts, problems: [], importId, keptOut: counts.refused, unfinished: ['details'] };
    }
  }

  /** The same for taking back: what the store says counts. */
  async function undoInWorker(order: UndoOrder, options: WorkerCallOptions): Promise<UndoCounts> {
    const before = await undoCounts(database.reader, order.importId);
    try {
      return await worker.call('undo', order, options);
    } catch (error) {
      if (!diedOnTheWay(error) || before) throw error;
      const counts = await undoCounts(database.reader, order.importId);
      if (!counts) throw error;
      return counts;
    }
  }

  return {
    async take(file) {
      const target = await newFile(file.name);
      await writeFile(target.path, new Uint8Array(await file.arrayBuffer()));
      return target;
    },
    async takePath(path) {
      const target = await newFile(path);
      await copyFile(path, target.path);
      return target;
    },
    look: async (fileId, reading) => lookAt(database.reader, await fileOf(fileId), reading),
    async stage(fileId, work) {
      await fileOf(fileId);
      const stage = openStage(stagePath(fileId));
      try {
        return work(stage);
      } finally {
        stage.close();
      }
    },
    async run(fileId, reading, mode, actor, job, agreed = { create: 0, update: 0 }) {
      const file = await fileOf(fileId);
      const look = await lookAt(database.reader, file, reading);
      if (!look.kind) throw ruleViolated('import-kind-unknown', { file: file.fileName });
      if (look.missing.length > 0)
        throw ruleViolated('import-columns-missing', {
          file: file.fileName,
          columns: missingNames(createTexts(actor.language), look.missing),
        });
      const order: ImportOrder = {
        databasePath: database.path,
        filePath: file.path,
        fileName: file.fileName,
        kind: look.kind,
        mapping: look.mapping,
        ...(reading.encoding ? { encoding: reading.encoding } : {}),
        ...(reading.sheet ? { sheet: reading.sheet } : {}),
        ...(reading.headerRow ? { headerRow: reading.headerRow } : {}),
        mode,
        agreed,
        stagePath: stagePath(fileId),
        by: { personId: actor.personId, name: actor.name },
        at: clock.now(),
        today: clock.today(),
        language: actor.language,
        expectedRows: expected.get(fileId) ?? (look.moreRows ? 0 : look.rowsSeen),
      };
      const result = await inGate(job, mode === 'run' ? 'importing' : 'checking', (options) =>
        runWorker(order, options),
      );
      expected.set(fileId, result.counts.read);
      if (mode === 'preview') return { result };
      for (const feature of ['import', ...Object.keys(result.counts.records)])
        events.publish({ type: 'changed', feature, ids: [] });
      const { kind } = look;
      const { language } = actor;
      return finishImport(parts, {
        file,
        look,
        kind,
        reading,
        stagePath: order.stagePath,
        language,
        result,
      });
    },
    async undo(id, actor, job) {
      const by = { personId: actor.personId, name: actor.name };
      const order = {
        databasePath: database.path,
        importId: id,
        by,
        at: clock.now(),
        today: clock.today(),
      };
      // Asked before: nothing may fail once the import is taken back.
      const touched = await touchedBy(database.reader, id);
      const counts = await inGate(job, 'undoing', (options) => undoInWorker(order, options));
      events.publish({ type: 'changed', feature: 'import', ids: [id] });
      for (const feature of touched) events.publish({ type: 'changed', feature, ids: [] });
      return counts;
    },
    async drop(fileId) {
      const file = await fileOf(fileId);
      expected.delete(fileId);
      for (const path of [
        file.path,
        stagePath(fileId),
        `${stagePath(fileId)}-wal`,
        `${stagePath(fileId)}-shm`,
      ])
        await rm(path, { force: true });
    },
  };
}
