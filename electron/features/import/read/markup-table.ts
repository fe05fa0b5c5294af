import type { RawRow } from '#shared/features/import/raw-row.ts';
import { HtmlRows } from './html-rows.ts';
import { asReadProblem, ReadProblem } from './read-problem.ts';
import type { SourceFile } from './source-file.ts';
import { BATCH_ROWS, chooseSheet, DEFAULT_LIMITS, inBatches } from './table-file.ts';
import type { OpenOptions, SheetInfo, TableFile, TextEncoding } from './table-file.ts';
import { guessFileEncoding } from './text-encoding.ts';
import { decoded } from './text-table.ts';
import { attributeOf, tagEnd, unescapeXml } from './xml-text.ts';
import { XmlSpreadsheetRows } from './xml-spreadsheet-rows.ts';

/** Whether the first character that is no blank (and no byte order mark) is `<`, in any encoding. */
export function isMarkup(head: Buffer): boolean {
  for (const byte of head) {
    if (byte === 0x3c) return true;
    if (byte > 32 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf && byte !== 0xfe && byte !== 0xff)
      return false;
  }
  return false;
}

/** Opens an HTML page with tables, or an XML spreadsheet 2003. @throws ReadProblem `not-a-table` without any row, `doctype` */
export async function openMarkupTable(
  source: SourceFile,
  head: Buffer,
  options: OpenOptions,
): Promise<TableFile> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const guess = await guessFileEncoding(source, head);
  const said = declaredEncoding(head);
  const encoding = options.encoding ?? (guess.certain || said === undefined ? guess.encoding : said);
  const skip = encoding === guess.encoding ? guess.skip : 0;
  const start = new TextDecoder(encoding).decode(head.subarray(skip), { stream: true });
  if (start.includes('<!ENTITY')) throw new ReadProblem('doctype');
  const spreadsheet =
    /<(?:\w+:)?Workbook[\s>]/.test(start) && start.includes('urn:schemas-microsoft-com:office:spreadsheet');
  if (spreadsheet && start.includes('<!DOCTYPE')) throw new ReadProblem('doctype');
  const sheets = spreadsheet ? await findSheets(source, encoding, skip) : [{ name: pageSheetName(start) }];
  if (!spreadsheet && !(await hasRows(source, encoding, skip))) throw new ReadProblem('not-a-table');

  async function* rows(sheet?: string): AsyncGenerator<readonly RawRow[], void, undefined> {
    try {
      const wanted = chooseSheet(sheets, sheet ?? options.sheet);
      const reader = spreadsheet ? new XmlSpreadsheetRows(wanted, limits) : new HtmlRows(limits);
      let batch: RawRow[] = [];
      for await (const piece of decoded(source, encoding, skip)) {
        reader.push(piece, batch);
        if (batch.length < BATCH_ROWS) continue;
        yield* inBatches(batch);
        batch = [];
      }
      reader.end(batch);
      yield* inBatches(batch);
    } catch (error) {
      throw asReadProblem(error);
    }
  }
  const encodingCertain = options.encoding !== undefined || guess.certain || said === encoding;
  return {
    format: spreadsheet ? 'xml' : 'html',
    encoding,
    encodingCertain,
    sheets,
    rows,
    close: source.close,
  };
}

/** What `<meta charset>` or the XML declaration says; often wrong, so only asked when the bytes leave a doubt. */
function declaredEncoding(head: Buffer): TextEncoding | undefined {
  const name = /(?:charset|encoding)\s*=\s*["']?([\w-]+)/i
    .exec(head.toString('latin1', 0, 4096))?.[1]
    ?.toLowerCase();
  if (name === undefined) return undefined;
  if (name.startsWith('gb')) return 'gb18030';
  return name === 'utf-8' || name === 'utf8' ? 'utf-8' : undefined;
}

function pageSheetName(start: string): string {
  const name =
    /<x:Name>([^<]{1,31})<\/x:Name>/i.exec(start)?.[1] ?? /<title>([^<]{1,60})<\/title>/i.exec(start)?.[1];
  return unescapeXml(name ?? '').trim() || 'Sheet1';
}

async function hasRows(source: SourceFile, encoding: TextEncoding, skip: number): Promise<boolean> {
  let carry = '';
  for await (const piece of decoded(source, encoding, skip)) {
    if (/<t[rd][\s>]/i.test(carry + piece)) return true;
    carry = piece.slice(-4);
  }
  return false;
}

async function findSheets(source: SourceFile, encoding: TextEncoding, skip: number): Promise<SheetInfo[]> {
  const sheets: SheetInfo[] = [];
  let carry = '';
  for await (const piece of decoded(source, encoding, skip)) {
    const text = carry + piece;
    let at = 0;
    carry = text.slice(-16);
    for (;;) {
      at = text.indexOf('Worksheet', at);
      if (at < 0) break;
      const opening =
        /<(?:\w{1,8}:)?$/.test(text.slice(Math.max(0, at - 10), at)) && /[\s>]/.test(text.charAt(at + 9));
      const end = opening ? tagEnd(text, at) : at + 9;
      if (end < 0 || at + 9 >= text.length) {
        carry = text.slice(Math.max(0, at - 10));
        break;
      }
      if (opening)
        sheets.push({
          name: attributeOf(text.slice(at + 9, end - 1), 'Name') ?? `Sheet${sheets.length + 1}`,
        });
      at = end;
      carry = text.slice(Math.max(at, text.length - 16));
    }
    if (carry.length > 2 ** 20) throw new ReadProblem('unreadable');
  }
  return sheets;
}
