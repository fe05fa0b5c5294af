import type { RawRow } from '#shared/features/import/raw-row.ts';
import { attachMerges, needsMerges, type MergeRange } from './merged-areas.ts';
import { asReadProblem, ReadProblem } from './read-problem.ts';
import type { SourceFile } from './source-file.ts';
import {
  BATCH_ROWS,
  chooseSheet,
  DEFAULT_LIMITS,
  inBatches,
  MERGE_ROWS,
  type OpenOptions,
  type TableFile,
} from './table-file.ts';
import { columnOf, SheetScanner } from './xlsx-sheet.ts';
import { readSharedStrings, xmlBlocks, type SharedStrings } from './xlsx-strings.ts';
import { readWorkbook } from './xlsx-workbook.ts';
import { inflated, openZip, type ZipArchive } from './zip-archive.ts';

const CELL_OPENINGS = ['<c ', '<c>', '<row ', '<row>'];

/** Opens an xlsx workbook. @throws ReadProblem */
export async function openXlsxTable(source: SourceFile, options: OpenOptions): Promise<TableFile> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const zip = await openZip(source, limits);
  const book = await readWorkbook(zip);
  let strings: SharedStrings | undefined;
  const merges = new Map<string, readonly MergeRange[]>();

  async function* rows(sheet?: string): AsyncGenerator<readonly RawRow[], void, undefined> {
    try {
      const part = book.sheets[chooseSheet(book.sheets, sheet ?? options.sheet)]?.part ?? '';
      strings ??= await readSharedStrings(zip, book.stringsPart);
      const scanner = new SheetScanner({ strings, limits, dateStyles: book.dateStyles, epoch: book.epoch });
      let batch: RawRow[] = [];
      let first = true;
      const withMerges = async (ready: RawRow[]): Promise<RawRow[]> => {
        if (!first) return ready;
        first = false;
        if (!needsMerges(ready)) return ready;
        const known = merges.get(part) ?? (await readMerges(zip, part));
        merges.set(part, known);
        return attachMerges(ready, known);
      };
      for await (const block of xmlBlocks(zip, part, CELL_OPENINGS, limits.maxInflatedBytes)) {
        scanner.push(block.text, block.from, block.to, batch);
        if (batch.length < BATCH_ROWS) continue;
        yield* inBatches(await withMerges(batch));
        batch = [];
      }
      scanner.end(batch);
      yield* inBatches(await withMerges(batch));
    } catch (error) {
      throw asReadProblem(error);
    }
  }
  return {
    format: 'xlsx',
    encodingCertain: true,
    sheets: book.sheets.map(({ name, hidden }) => ({ name, hidden })),
    rows,
    close: source.close,
  };
}

const MAX_MERGES_TEXT = 4 * 2 ** 20;

/**
 * The merged areas of the first rows. They stand behind the cells, so the part is inflated once more without being parsed;
 * only asked for when the first rows have gaps.
 */
async function readMerges(zip: ZipArchive, part: string): Promise<readonly MergeRange[]> {
  let tail = '';
  let found = false;
  for await (const chunk of inflated(zip, part, zip.limits.maxInflatedBytes)) {
    const text = chunk.toString('latin1');
    if (found) {
      tail += text;
    } else {
      const joined = tail + text;
      const at = joined.indexOf('mergeCells');
      found = at >= 0;
      tail = found ? joined.slice(at) : joined.slice(-16);
    }
    if (found && tail.includes('/mergeCells')) break;
    if (tail.length > MAX_MERGES_TEXT) break;
  }
  return found ? rangesOf(tail.split('/mergeCells')[0] ?? '') : [];
}

function rangesOf(text: string): readonly MergeRange[] {
  const ranges: MergeRange[] = [];
  for (const [, from, top, to, bottom] of text.matchAll(
    /ref=["']\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})["']/g,
  )) {
    if (from === undefined || to === undefined) throw new ReadProblem('unreadable');
    const row = Number(top);
    if (row > MERGE_ROWS * 4) continue;
    const column = columnOf(from, 0, from.length);
    ranges.push({
      row,
      column,
      rows: Number(bottom) - row + 1,
      columns: columnOf(to, 0, to.length) - column + 1,
    });
  }
  return ranges;
}
