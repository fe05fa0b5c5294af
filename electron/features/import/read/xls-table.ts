import type { RawRow } from '#shared/features/import/raw-row.ts';
import { attachMerges } from './merged-areas.ts';
import { asReadProblem, ReadProblem } from './read-problem.ts';
import type { SourceFile } from './source-file.ts';
import {
  BATCH_ROWS,
  chooseSheet,
  DEFAULT_LIMITS,
  stopIfCancelled,
  type OpenOptions,
  type TableFile,
} from './table-file.ts';
import { readContainer } from './xls-container.ts';
import { XlsSheet } from './xls-sheet.ts';
import { readXlsWorkbook } from './xls-workbook.ts';

/** Opens a BIFF5 or BIFF8 workbook (Excel 5 to 2003), held in memory up to the limit. @throws ReadProblem */
export async function openXlsTable(source: SourceFile, options: OpenOptions): Promise<TableFile> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  if (source.size > limits.maxXlsBytes) throw new ReadProblem('too-large');
  const container = readContainer(await source.read(0, source.size));
  if (container.has('EncryptedPackage')) throw new ReadProblem('password');
  const name = ['Workbook', 'Book', 'WORKBOOK', 'BOOK'].find((stream) => container.has(stream));
  if (name === undefined) throw new ReadProblem('not-a-table');
  const book = readXlsWorkbook(container.stream(name), limits);

  async function* rows(sheet?: string): AsyncGenerator<readonly RawRow[], void, undefined> {
    try {
      const info = book.sheets[chooseSheet(book.sheets, sheet ?? options.sheet)];
      if (info === undefined) return;
      const reader = new XlsSheet(book, info.offset, limits);
      let first = true;
      for (;;) {
        stopIfCancelled(options.signal);
        let batch = reader.read(BATCH_ROWS);
        if (batch.length === 0) return;
        if (first) batch = attachMerges(batch, reader.merges());
        first = false;
        yield batch;
      }
    } catch (error) {
      throw asReadProblem(error);
    }
  }
  const sheets = book.sheets.map(({ name: title, hidden }) => ({ name: title, hidden }));
  return { format: 'xls', encodingCertain: true, sheets, rows, close: source.close };
}
