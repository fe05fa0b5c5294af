import type { RawRow } from '#shared/features/import/raw-row.ts';
import { asReadProblem, ReadProblem } from './read-problem.ts';
import { RowSplitter } from './row-splitter.ts';
import type { SourceFile } from './source-file.ts';
import { BATCH_ROWS, chooseSheet, DEFAULT_LIMITS, inBatches } from './table-file.ts';
import type { OpenOptions, ReadLimits, TableFile, TextEncoding } from './table-file.ts';
import { guessFileEncoding } from './text-encoding.ts';

const DELIMITERS = ['\t', ',', ';', '|'] as const;
const SAMPLE_ROWS = 200;
/** Excel's own hint in the first line of a csv file. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/;

/** The pieces of a file decoded, whatever the borders of the chunks cut in two. */
export async function* decoded(
  source: SourceFile,
  encoding: TextEncoding,
  skip: number,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  for await (const chunk of source.chunks(skip, source.size)) yield decoder.decode(chunk, { stream: true });
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/**
 * The delimiter that cuts the sample into the most even rows of at least two cells; '' when none does (a plain list).
 * @param sample decoded head of the file, which may end inside a row
 */
function guessDelimiter(sample: string, limits: ReadLimits): string {
  let best = '';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    if (!sample.includes(delimiter)) continue;
    const score = evenness(sample, delimiter, limits);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** Share of rows that have the commonest width, weighted by that width; 0 when that width is 1. */
function evenness(sample: string, delimiter: string, limits: ReadLimits): number {
  const rows: RawRow[] = [];
  try {
    const splitter = new RowSplitter(delimiter, limits);
    splitter.push(sample, rows);
    splitter.end(rows);
  } catch (error) {
    if (!(error instanceof ReadProblem)) throw error;
    if (error.code === 'too-many-columns' && rows.length === 0) return 0.01;
  }
  const widths = new Map<number, number>();
  const counted = rows.slice(0, SAMPLE_ROWS);
  for (const { cells } of counted) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  let score = 0;
  for (const [width, count] of widths) {
    if (width > 1) score = Math.max(score, (count / counted.length) * (1 + Math.log2(width) / 4));
  }
  return score;
}

/** Opens delimited text. @throws ReadProblem `not-a-table` for binary data, `empty` for blanks only */
export async function openTextTable(
  source: SourceFile,
  head: Buffer,
  options: OpenOptions,
): Promise<TableFile> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const guess = await guessFileEncoding(source, head);
  const encoding = options.encoding ?? guess.encoding;
  const skip = guess.encoding === encoding ? guess.skip : 0;
  const sample = new TextDecoder(encoding, { ignoreBOM: true })
    .decode(head.subarray(skip), { stream: true })
    .slice(0, 65_536);
  if (sample.trim() === '' && head.length >= source.size) throw new ReadProblem('empty');
  const hinted = SEPARATOR_LINE.exec(sample);
  const delimiter = options.delimiter ?? hinted?.[1] ?? guessDelimiter(sample, limits);
  const sheets = [{ name: 'Sheet1' }];

  async function* rows(sheet?: string): AsyncGenerator<readonly RawRow[], void, undefined> {
    try {
      chooseSheet(sheets, sheet ?? options.sheet);
      const splitter = new RowSplitter(delimiter, limits);
      let batch: RawRow[] = [];
      let hint = hinted === null ? 0 : hinted[0].length;
      for await (const piece of decoded(source, encoding, skip)) {
        splitter.push(hint > 0 ? piece.slice(hint) : piece, batch);
        hint = 0;
        if (batch.length < BATCH_ROWS) continue;
        yield* inBatches(batch);
        batch = [];
      }
      splitter.end(batch);
      yield* inBatches(batch);
    } catch (error) {
      throw asReadProblem(error);
    }
  }
  return {
    format: 'text',
    encoding,
    encodingCertain: options.encoding !== undefined || guess.certain,
    delimiter,
    sheets,
    rows,
    close: source.close,
  };
}
