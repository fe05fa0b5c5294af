import { z } from 'zod';
import { action, query } from '../../rpc/call.ts';
import { output } from '../../rpc/record.contract.ts';
import { fileSchema } from '../job/job.contract.ts';
import { importKinds, type ImportKind } from './import.kinds.ts';
import type { ImportMapping } from './import-mapping.rules.ts';
import type { RawCell } from './raw-row.ts';

/** Glossary: 导入 import, 预览 preview, 对应 mapping, 撤销 undo. */

/** What will truly happen to a row. `ask`: more than one record could be meant, a person must say which. */
export const verdicts = ['create', 'update', 'unchanged', 'ask', 'refused', 'excluded'] as const;
export type Verdict = (typeof verdicts)[number];

export type ImportProblem = {
  readonly file: string;
  readonly sheet: string | null;
  /** Line as a person sees it in Excel. */
  readonly row: number;
  /** Heading of the column; null when the whole row is meant. */
  readonly column: string | null;
  readonly value: string | null;
  /** Key of the sentence in the `problem.issues` texts. */
  readonly code: string;
  readonly message: string;
  /** A warning does not keep the row out. */
  readonly warning: boolean;
};

export type ImportCounts = {
  readonly read: number;
  readonly create: number;
  readonly update: number;
  readonly unchanged: number;
  /** Rows kept out: refused, excluded and undecided ones. */
  readonly refused: number;
  /** Records by feature. */
  readonly records: Readonly<
    Record<string, { readonly create: number; readonly update: number; readonly unchanged: number }>
  >;
};

/**
 * What was left undone after the rows were written for good. `mapping`: not remembered · `refusedFile`: the rows kept out could
 * not be written as a file · `details`: the thread ended before it told them. Keys of the `job.unfinished` texts.
 */
const unfinishedParts = ['mapping', 'refusedFile', 'details'] as const;
export type Unfinished = (typeof unfinishedParts)[number];

/** Result of the job of a preview or an import. */
export type ImportResult = {
  readonly counts: ImportCounts;
  /** The first thousand, warnings after errors; taken out of jobs that ended 30 days ago, because they quote cells. */
  readonly problems: readonly ImportProblem[];
  /** null for a preview. */
  readonly importId: number | null;
  /** Rows that are refused or wait for an answer. */
  readonly keptOut: number;
  /** Not empty: the import is done, and must not be repeated, but not all that follows it. */
  readonly unfinished: readonly Unfinished[];
};

/** How a file is to be read; whatever is missing is guessed. */
const readingSchema = z.strictObject({
  kind: z.enum(importKinds).optional(),
  encoding: z.enum(['utf-8', 'gb18030', 'utf-16le', 'utf-16be']).optional(),
  sheet: z.string().max(200).optional(),
  /** Line of the heading row as Excel counts it. */
  headerRow: z.number().int().min(1).max(1000).optional(),
  /** Column index → address. */
  mapping: z.record(z.string().regex(/^\d+$/u), z.string().max(60)).optional(),
});
export type Reading = z.infer<typeof readingSchema>;

/** A first look at a file: what was guessed, with its first rows. */
export type ImportLook = {
  readonly fileId: string;
  readonly fileName: string;
  readonly format: string;
  readonly encoding: string | null;
  readonly encodingCertain: boolean;
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly headerRow: number;
  readonly headers: readonly string[];
  /** First line below the headings. */
  readonly firstDataRow: number;
  /** Data rows met so far; when `moreRows`, the file goes on. */
  readonly rowsSeen: number;
  readonly moreRows: boolean;
  /** The first rows of the file, titles and headings included. */
  readonly firstRows: readonly { readonly row: number; readonly cells: readonly RawCell[] }[];
  readonly kind: ImportKind | null;
  readonly mapping: ImportMapping;
  /** The mapping was remembered from an earlier file of this shape. */
  readonly remembered: boolean;
  /** Alternatives of what the kind still needs. */
  readonly missing: readonly (readonly string[])[];
};

export type FieldChange = {
  readonly feature: string;
  readonly field: string;
  readonly before: string | number | null;
  readonly after: string | number | null;
};

export type PreviewRow = {
  readonly row: number;
  readonly verdict: Verdict;
  readonly cells: readonly RawCell[];
  readonly changes: readonly FieldChange[];
  readonly problems: readonly {
    readonly column: number | null;
    readonly code: string;
    readonly message: string;
    readonly warning: boolean;
  }[];
  /** For `ask`: the records that could be meant. */
  readonly candidates: readonly { readonly feature: string; readonly id: number; readonly label: string }[];
  /** Columns corrected in place. */
  readonly corrected: readonly number[];
};

export type ImportLine = {
  readonly id: number;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly personName: string;
  readonly at: string;
  readonly state: 'done' | 'undone';
  readonly counts: ImportCounts;
  readonly undoCounts: UndoCounts | null;
};

/** The three buckets of an undo. */
export type UndoCounts = {
  readonly undone: number;
  readonly keptBecauseEdited: number;
  readonly failed: number;
};

/** What a person says about one row of the file. */
export type RowEdit = {
  readonly cell?: { readonly column: number; readonly text: string };
  readonly excluded?: boolean;
  /** Record id, or 0 for a new record. */
  readonly decision?: { readonly feature: string; readonly id: number };
};

/** A file of the watched folder that waits for a person. */
export type WaitingFile = {
  readonly fileName: string;
  /** Key of a sentence in the `problem.reasons` texts. */
  readonly reason: string;
};

const fileId = z.string().regex(/^[a-z0-9-]{8,60}$/u);

export const importContract = {
  /** Takes a file in; nothing is written to the store. */
  upload: action(
    'import.run',
    z.strictObject({ file: fileSchema }),
    output<{ fileId: string; fileName: string }>(),
  ),
  look: action(
    'import.run',
    z.strictObject({ fileId, reading: readingSchema.default({}) }),
    output<ImportLook>(),
  ),
  /** A job whose result is ImportResult; its rows are read with previewRows. Runs the import and takes it back. */
  preview: action(
    'import.run',
    z.strictObject({ fileId, reading: readingSchema }),
    output<{ jobId: number }>(),
  ),
  previewRows: query(
    'import.run',
    z.strictObject({
      fileId,
      page: z.number().int().min(1).default(1),
      pageSize: z.number().int().min(1).max(200).default(50),
      verdict: z.enum(verdicts).optional(),
      problemsOnly: z.boolean().default(false),
    }),
    output<{ rows: readonly PreviewRow[]; total: number; byVerdict: Readonly<Record<Verdict, number>> }>(),
  ),
  /** Corrects a cell, leaves a row out, or says which record is meant; counts at the next preview or run. */
  correct: action(
    'import.run',
    z.strictObject({
      fileId,
      row: z.number().int().min(1),
      cell: z.strictObject({ column: z.number().int().min(0), text: z.string().max(4000) }).optional(),
      excluded: z.boolean().optional(),
      /** Record id, or 0 for a new record. */
      decision: z.strictObject({ feature: z.string().max(40), id: z.number().int().min(0) }).optional(),
    }),
    output<Record<string, never>>(),
  ),
  /** A job whose result is ImportResult; its file holds the refused rows with their reasons, if any. */
  run: action(
    'import.run',
    z.strictObject({
      fileId,
      reading: readingSchema,
      /**
       * The records that the person saw would be made and changed, and agreed to. The job fails with `rule-violated` import-large
       * (create, update) and nothing is written when it would be more than this and more than goes unasked.
       */
      agreed: z
        .strictObject({ create: z.number().int().min(0), update: z.number().int().min(0) })
        .default({ create: 0, update: 0 }),
    }),
    output<{ jobId: number }>(),
  ),
  list: query(
    'import.read',
    z.strictObject({ page: z.number().int().min(1).default(1) }),
    output<{ rows: readonly ImportLine[]; total: number }>(),
  ),
  /** Throws an uploaded file away with its preview and corrections. */
  drop: action('import.run', z.strictObject({ fileId }), output<Record<string, never>>()),
  /** 监视文件夹: files that could not be imported by themselves. */
  waiting: query(
    'import.read',
    z.strictObject({}),
    output<{
      /** Full path; empty when the store watches none. */
      readonly folder: string;
      readonly files: readonly WaitingFile[];
    }>(),
  ),
  /** Takes a waiting file in, as if a person had dropped it. Once its shape is known it goes by itself. */
  takeWaiting: action(
    'import.run',
    z.strictObject({ fileName: z.string().max(300) }),
    output<{ fileId: string; fileName: string }>(),
  ),
  /** Takes an import back as far as nobody edited its records since. A job whose result is UndoCounts. */
  undo: action(
    'import.undo',
    z.strictObject({ id: z.number().int().positive() }),
    output<{ jobId: number }>(),
  ),
};
