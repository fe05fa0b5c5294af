import type {
  ImportCounts,
  ImportResult,
  Reading,
  RowEdit,
  UndoCounts,
} from '#shared/features/import/import.contract.ts';
import { importSize, type ImportSize } from '#shared/features/import/import-size.rules.ts';
import type { Job } from '#shared/features/job/job.contract.ts';
import { errorData } from '#renderer/transport/client.ts';
import {
  importSession,
  isComplete,
  type ImportFile,
  type ImportStage,
  type KeptFile,
} from './import-session.ts';
import {
  cancelJob,
  correctRow,
  dropUpload,
  followJob,
  lookAtFile,
  startImport,
  startPreview,
  startUndo,
  takeWaitingFile,
  uploadFile,
} from './import.queries.ts';

/** What the import pages do, one step after the other; the state is in import-session. */

/** The reading that a job is given: what is shown is what is done. */
function shownReading(file: ImportFile): Reading {
  const { kind, mapping } = file.look ?? {};
  return { ...file.reading, ...(kind ? { kind } : {}), ...(mapping ? { mapping: { ...mapping } } : {}) };
}

/** What the person saw would happen before saying go; nothing where there was no preview. */
const seenSize = ({ preview: seen }: ImportFile): ImportSize | undefined => seen && importSize(seen.counts);

/** Reads a file anew, as the person says; the old look stays until the new one is there. */
export async function look(key: number, reading: Reading): Promise<void> {
  const file = importSession.file(key);
  if (!file?.fileId) return;
  importSession.patch(key, {
    reading,
    looking: true,
    error: undefined,
    ...(file.look ? {} : { stage: 'looking' }),
  });
  try {
    const found = await lookAtFile(file.fileId, reading);
    if (importSession.file(key)?.reading !== reading) return; // the person went on meanwhile
    importSession.patch(key, { look: found, looking: false, stage: 'check', preview: undefined, edits: {} });
  } catch (error) {
    const failed = importSession.file(key);
    if (failed?.reading !== reading) return;
    importSession.patch(key, {
      looking: false,
      error: errorData(error),
      ...(failed.look ? {} : { stage: 'unreadable' as const }),
    });
  }
}

type Upload = () => Promise<{ fileId: string; fileName: string }>;

async function takeIn(key: number, upload: Upload): Promise<void> {
  try {
    const { fileId, fileName } = await upload();
    importSession.patch(key, { fileId, fileName, stage: 'looking' });
    await look(key, {});
  } catch (error) {
    importSession.patch(key, { stage: 'unreadable', error: errorData(error) });
  }
}

/** Takes files in, one after the other, and proposes them in the order of what refers to what. */
export async function addFiles(files: readonly File[]): Promise<void> {
  const before = importSession.get().selected;
  const keys = importSession.add(files.map((file) => file.name));
  for (const [index, file] of files.entries()) {
    const key = keys[index];
    if (key !== undefined) await takeIn(key, () => uploadFile(file));
  }
  if (before !== null && importSession.get().selected === before) return;
  const { files: all, selected } = importSession.get();
  if (selected !== null) return;
  const first = all.find((file) => keys.includes(file.key) && file.stage !== 'unreadable') ?? all[0];
  if (first) importSession.select(first.key);
}

/** Takes a file of the watched folder in and shows it. */
export async function addWaiting(fileName: string): Promise<void> {
  const [key] = importSession.add([fileName]);
  if (key === undefined) return;
  importSession.select(key);
  await takeIn(key, () => takeWaitingFile(fileName));
}

export async function removeFiles(keys: readonly number[]): Promise<void> {
  const files = keys.flatMap((key) => importSession.file(key) ?? []);
  importSession.remove(keys);
  for (const { fileId, job } of files) {
    if (job) await cancelJob(job.id);
    if (fileId) await dropUpload(fileId);
  }
}

/** Runs a job on a file to its end; whatever stops it puts the file back to where it was. */
async function work(
  key: number,
  stages: { during: ImportStage; back: ImportStage },
  start: () => Promise<{ jobId: number }>,
  onDone: (job: Job) => Partial<ImportFile>,
): Promise<boolean> {
  importSession.patch(key, { stage: stages.during, error: undefined });
  try {
    const { jobId } = await start();
    importSession.patch(key, { job: { id: jobId, percent: 0, step: 'starting', result: null } });
    const job = await followJob(jobId, ({ id, percent, step, result }) =>
      importSession.patch(key, { job: { id, percent, step, result } }),
    );
    if (job.state === 'done') {
      importSession.patch(key, { job: undefined, ...onDone(job) });
      return true;
    }
    importSession.patch(key, {
      stage: stages.back,
      job: undefined,
      error: job.error ?? { code: 'cancelled' },
    });
  } catch (error) {
    importSession.patch(key, { stage: stages.back, job: undefined, error: errorData(error) });
  }
  return false;
}

/** Finds out what would happen to each row; writes nothing. `present` is a job that runs already. */
export async function preview(key: number, present?: number): Promise<void> {
  const file = importSession.file(key);
  const fileId = file?.fileId;
  if (!file || !fileId || file.job) return;
  await work(
    key,
    { during: 'previewing', back: 'check' },
    async () => (present === undefined ? startPreview(fileId, shownReading(file)) : { jobId: present }),
    (job) => ({
      stage: 'preview',
      edits: {},
      preview: { jobId: job.id, counts: (job.result as { counts: ImportCounts }).counts }, // import.contract: result of the job
    }),
  );
}

async function importOne(key: number, present?: number): Promise<boolean> {
  const file = importSession.file(key);
  const fileId = file?.fileId;
  if (!file || !fileId || file.job) return false;
  return work(
    key,
    { during: 'running', back: file.preview ? 'preview' : 'check' },
    async () =>
      present === undefined ? startImport(fileId, shownReading(file), seenSize(file)) : { jobId: present },
    (job) => {
      const { counts, importId, keptOut, unfinished } = job.result as ImportResult; // import.contract: result of the job
      return {
        stage: 'done',
        result: { jobId: job.id, counts, importId, keptOut, unfinished },
        edits: {},
      };
    },
  );
}

/** The file that comes after this one and still waits. */
export const nextFile = (key: number): ImportFile | undefined => {
  const { files } = importSession.get();
  const at = files.findIndex((file) => file.key === key);
  const waits = (file: ImportFile): boolean =>
    file.stage === 'check' || file.stage === 'preview' || file.stage === 'previewing';
  return files.slice(at + 1).find(waits) ?? files.find(waits);
};

/** Imports a file; the next one is checked meanwhile, so that it is ready when the person has read the result. */
export async function importFile(key: number): Promise<void> {
  if (!(await importOne(key))) return;
  const next = nextFile(key);
  if (next && next.stage === 'check' && isComplete(next)) await preview(next.key);
}

/** Imports files in order; what stops one stops those behind it, because they may refer to it. */
export async function importAll(keys: readonly number[]): Promise<void> {
  importSession.queue(keys);
  for (const key of keys) {
    if (!importSession.get().queue.includes(key)) continue;
    importSession.select(key);
    const done = await importOne(key);
    if (!done) break;
    importSession.queue(importSession.get().queue.filter((one) => one !== key));
  }
  importSession.queue([]);
}

export async function cancel(file: ImportFile): Promise<void> {
  importSession.queue([]);
  if (file.job) await cancelJob(file.job.id);
}

/** Says something about a row; it counts at the next check and at the import. */
export async function editRow(file: ImportFile, row: number, edit: RowEdit): Promise<void> {
  if (!file.fileId) return;
  importSession.edit(file.key, row, edit);
  await correctRow(file.fileId, row, edit);
}

/** Takes an import back and gives the three buckets; errors are those of the job. */
export async function undoImport(
  importId: number,
  onProgress: (percent: number) => void,
): Promise<UndoCounts> {
  const { jobId } = await startUndo(importId);
  const job = await followJob(jobId, ({ percent }) => onProgress(percent));
  if (job.state !== 'done') throw new UndoFailed(job);
  return job.result as UndoCounts; // import.contract: result of the job
}

/** An undo that did not come to its end. */
export class UndoFailed extends Error {
  readonly job: Job;

  constructor(job: Job) {
    super('undo failed');
    this.job = job;
  }
}

/** After a reload of the window: reads the files again and goes on where the person was, running jobs included. */
export async function resume(files: readonly KeptFile[]): Promise<void> {
  for (const { key, stage, reading } of files) {
    if (stage !== 'done') await look(key, reading);
  }
  for (const { key, stage, jobId } of files) {
    if (stage === 'running' && jobId !== undefined) await importOne(key, jobId);
    else if (stage === 'preview' || stage === 'previewing')
      await preview(key, stage === 'previewing' ? jobId : undefined);
  }
}
