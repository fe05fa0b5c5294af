import { useSyncExternalStore } from 'react';
import type {
  ImportCounts,
  ImportResult,
  ImportLook,
  Reading,
  RowEdit,
  UndoCounts,
} from '#shared/features/import/import.contract.ts';
import { importRank } from '#shared/features/import/import-order.rules.ts';
import type { Job } from '#shared/features/job/job.contract.ts';
import type { DeskErrorData } from '#shared/rpc/desk-error.ts';

/** Where a file stands: `preview` means that its check is there to be looked at, `running` that it is being imported. */
export type ImportStage =
  | 'uploading'
  | 'looking'
  | 'unreadable'
  | 'check'
  | 'previewing'
  | 'preview'
  | 'running'
  | 'done';

/** What a person altered in a row since the last check. */
export type PendingEdit = {
  readonly cells?: Readonly<Record<number, string>>;
  readonly excluded?: boolean;
  readonly decision?: RowEdit['decision'];
};

export type ImportFile = {
  readonly key: number;
  readonly fileName: string;
  readonly fileId?: string;
  readonly stage: ImportStage;
  /** What the person said; the rest is guessed. */
  readonly reading: Reading;
  readonly look?: ImportLook;
  /** A new look is being taken while the old one is shown. */
  readonly looking?: boolean;
  readonly error?: DeskErrorData;
  readonly job?: Pick<Job, 'id' | 'percent' | 'step' | 'result'>;
  readonly preview?: { readonly jobId: number; readonly counts: ImportCounts };
  readonly edits: Readonly<Record<number, PendingEdit>>;
  readonly result?: ImportOutcome;
};

export type ImportOutcome = {
  readonly jobId: number;
  readonly importId: number | null;
  readonly counts: ImportCounts;
  readonly keptOut: number;
  readonly unfinished: ImportResult['unfinished'];
  readonly undone?: UndoCounts;
};

export type ImportSession = {
  readonly files: readonly ImportFile[];
  readonly selected: number | null;
  /** Files still to be imported by "import all". */
  readonly queue: readonly number[];
};

/** What outlives a reload of the window: no content of files. */
export type KeptFile = Pick<ImportFile, 'key' | 'fileName' | 'fileId' | 'stage' | 'reading' | 'result'> & {
  readonly jobId?: number | undefined;
};

const storageKey = 'desk-import';
const empty: ImportSession = { files: [], selected: null, queue: [] };

let session: ImportSession = empty;
let ofPerson: number | null = null;
const listeners = new Set<() => void>();

function keep(): void {
  const files: KeptFile[] = session.files
    .filter((file) => file.fileId !== undefined)
    .map(({ key, fileName, fileId, stage, reading, result, job }) => ({
      key,
      fileName,
      fileId,
      stage,
      reading,
      result,
      jobId: job?.id,
    }));
  window.sessionStorage.setItem(
    storageKey,
    JSON.stringify({ person: ofPerson, selected: session.selected, files }),
  );
}

function set(next: ImportSession): void {
  session = next;
  keep();
  for (const listener of listeners) listener();
}

const byOrder = (files: readonly ImportFile[]): ImportFile[] =>
  [...files].sort((a, b) => importRank(a.look?.kind) - importRank(b.look?.kind) || a.key - b.key);

/** The files in hand, kept outside of the pages so that work goes on while the person is elsewhere. */
export const importSession = {
  get: (): ImportSession => session,
  file: (key: number): ImportFile | undefined => session.files.find((file) => file.key === key),
  /** Takes the session of a person up; another person's files are not shown. Gives the files that a reload left behind. */
  open(person: number): readonly KeptFile[] {
    if (ofPerson === person) return [];
    ofPerson = person;
    const text = window.sessionStorage.getItem(storageKey);
    const kept = text
      ? (JSON.parse(text) as { person: number; selected: number | null; files: KeptFile[] })
      : null; // written by keep()
    if (kept?.person !== person) {
      set(empty);
      return [];
    }
    const files = kept.files.map(({ jobId: _jobId, ...file }): ImportFile => ({ ...file, edits: {} }));
    set({ files, selected: kept.selected, queue: [] });
    return kept.files;
  },
  patch(key: number, change: Partial<ImportFile>): void {
    const files = session.files.map((file) => (file.key === key ? { ...file, ...change } : file));
    set({ ...session, files: change.look ? byOrder(files) : files });
  },
  add(fileNames: readonly string[]): readonly number[] {
    const first = Math.max(0, ...session.files.map((file) => file.key)) + 1;
    const added = fileNames.map((fileName, index): ImportFile => ({
      key: first + index,
      fileName,
      stage: 'uploading',
      reading: {},
      edits: {},
    }));
    set({ ...session, files: [...session.files, ...added] });
    return added.map((file) => file.key);
  },
  remove(keys: readonly number[]): void {
    const files = session.files.filter((file) => !keys.includes(file.key));
    const selected = files.some((file) => file.key === session.selected)
      ? session.selected
      : (files[0]?.key ?? null);
    set({ files, selected, queue: session.queue.filter((key) => !keys.includes(key)) });
  },
  select: (selected: number | null): void => set({ ...session, selected }),
  queue: (queue: readonly number[]): void => set({ ...session, queue }),
  edit(key: number, row: number, edit: RowEdit): void {
    const file = importSession.file(key);
    if (!file) return;
    const before = file.edits[row] ?? {};
    const after: PendingEdit = {
      ...before,
      ...(edit.cell ? { cells: { ...before.cells, [edit.cell.column]: edit.cell.text } } : {}),
      ...(edit.excluded === undefined ? {} : { excluded: edit.excluded }),
      ...(edit.decision ? { decision: edit.decision } : {}),
    };
    importSession.patch(key, { edits: { ...file.edits, [row]: after } });
  },
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const useImportSession = (): ImportSession => useSyncExternalStore(subscribe, importSession.get);

/** All that its kind needs has a column: it can be previewed and imported. */
export const isComplete = (file: ImportFile): boolean =>
  file.look !== undefined && file.look.kind !== null && file.look.missing.length === 0;

/** Rows that would be written. */
export const rowsToWrite = (counts: ImportCounts): number => counts.create + counts.update;
