import { isMarkup, openMarkupTable } from './markup-table.ts';
import { asReadProblem, ReadProblem } from './read-problem.ts';
import { CHUNK_BYTES, openSource, type SourceFile } from './source-file.ts';
import { DEFAULT_LIMITS, type OpenOptions, type TableFile } from './table-file.ts';
import { openTextTable } from './text-table.ts';
import { openXlsTable } from './xls-table.ts';
import { openXlsxTable } from './xlsx-table.ts';

/** First bytes of things that are no tables but get dragged in by mistake. */
const OTHER_KINDS: readonly string[] = [
  '%PDF',
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  'Rar!',
  '7z\xbc\xaf',
  '\x1f\x8b',
  'MZ',
  '\x7fELF',
  'SQLite format 3',
];

/**
 * Opens a file of another system as a table. The kind is told by content, never by name: `D0 CF 11 E0` BIFF workbook, `PK`
 * xlsx, a leading `<` HTML table or XML spreadsheet 2003, else text (domain-rules §1).
 * @throws ReadProblem and nothing else; the file is closed then
 */
export async function openTable(path: string, options: OpenOptions = {}): Promise<TableFile> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const source = await openSource(path, limits.maxFileBytes, options.signal);
  try {
    const head = await source.read(0, CHUNK_BYTES);
    return await openByContent(source, head, options);
  } catch (error) {
    await source.close();
    throw asReadProblem(error);
  }
}

function openByContent(source: SourceFile, head: Buffer, options: OpenOptions): Promise<TableFile> {
  const start = head.toString('latin1', 0, 16);
  if (start.startsWith('\xd0\xcf\x11\xe0')) return openXlsTable(source, options);
  if (start.startsWith('PK')) return openXlsxTable(source, options);
  if (OTHER_KINDS.some((kind) => start.startsWith(kind))) throw new ReadProblem('not-a-table');
  if (/^MIME-Version:/i.test(start)) throw new ReadProblem('unsupported');
  if (isMarkup(head)) return openMarkupTable(source, head, options);
  return openTextTable(source, head, options);
}
