import type { RawRow } from '#shared/features/import/raw-row.ts';
import { ReadProblem } from './read-problem.ts';

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** Bounds that keep hostile files harmless. Sizes in bytes, text in UTF-16 units. */
export type ReadLimits = {
  readonly maxFileBytes: number;
  /** BIFF workbooks are held in memory. */
  readonly maxXlsBytes: number;
  /** Per part of an xlsx, counted while inflating, whatever the directory claims. */
  readonly maxInflatedBytes: number;
  /** The shared strings of an xlsx stay in memory while it is open. */
  readonly maxStringsBytes: number;
  /** Inflated : packed, looked at beyond 32 MB. Real sheets stay below 100; a bomb is near 1000. */
  readonly maxRatio: number;
  readonly maxColumns: number;
  readonly maxCellChars: number;
  readonly maxRows: number;
};

export const DEFAULT_LIMITS: ReadLimits = {
  maxFileBytes: 2 ** 31,
  maxXlsBytes: 64 * 2 ** 20,
  maxInflatedBytes: 2 ** 31,
  maxStringsBytes: 256 * 2 ** 20,
  maxRatio: 300,
  maxColumns: 2_000,
  maxCellChars: 100_000,
  maxRows: 5_000_000,
};

export type OpenOptions = {
  /** Overrides the guess, for text and HTML. */
  readonly encoding?: TextEncoding;
  /** Overrides the guess, for text: one of `,` tab `;` `|`. */
  readonly delimiter?: string;
  /** The sheet that `rows()` reads when it is not told another. Default: the first visible one. */
  readonly sheet?: string;
  readonly limits?: Partial<ReadLimits>;
  readonly signal?: AbortSignal;
};

export type SheetInfo = { readonly name: string; readonly hidden?: boolean };

/**
 * An open table. `rows()` may be called again and starts anew each time; it streams, so memory is bounded by the rows in
 * flight (xls: by its size limit; xlsx: by its shared strings). Cells may be slices of a larger text: copy what is kept long.
 */
export type TableFile = {
  readonly format: 'xlsx' | 'xls' | 'html' | 'xml' | 'text';
  readonly encoding?: TextEncoding;
  /** False when another encoding is nearly as likely: show a preview and let the person choose. */
  readonly encodingCertain: boolean;
  readonly delimiter?: string;
  readonly sheets: readonly SheetInfo[];
  /** Batches of about 1,000 rows. Throws ReadProblem only. */
  rows(sheet?: string): AsyncIterable<readonly RawRow[]>;
  close(): Promise<void>;
};

export const BATCH_ROWS = 1_000;

/** Hands rows on in batches of the usual size, however many a block of the file gave. */
export function* inBatches(rows: readonly RawRow[]): Generator<readonly RawRow[], void, undefined> {
  if (rows.length > 0 && rows.length < 2 * BATCH_ROWS) {
    yield rows;
    return;
  }
  for (let at = 0; at < rows.length; at += BATCH_ROWS) yield rows.slice(at, at + BATCH_ROWS);
}

/** Rows whose merged areas are told. */
export const MERGE_ROWS = 30;

/** @throws ReadProblem `cancelled` */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new ReadProblem('cancelled');
}

/** Which sheet to read. @throws ReadProblem `no-such-sheet`, or `empty` when there is none at all. */
export function chooseSheet(sheets: readonly SheetInfo[], wanted: string | undefined): number {
  if (sheets.length === 0) throw new ReadProblem('empty');
  if (wanted === undefined)
    return Math.max(
      0,
      sheets.findIndex((sheet) => sheet.hidden !== true),
    );
  const index = sheets.findIndex((sheet) => sheet.name === wanted);
  if (index < 0) throw new ReadProblem('no-such-sheet');
  return index;
}
