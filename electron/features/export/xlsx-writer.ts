import { crc32, createDeflateRaw } from 'node:zlib';
import { Readable } from 'node:stream';

/**
 * Lists as xlsx, written row by row: a workbook of inline strings and numbers, several times cheaper than a general writer.
 * ECMA-376 parts 1 and 2; zip with data descriptors, because the size of a sheet is known only when it is written.
 */
export type XlsxColumn = {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  /** Number format of the cells; General when missing. */
  readonly format?: string;
};
export type XlsxCell = string | number | null;
export type XlsxRows = AsyncIterable<readonly (readonly XlsxCell[])[]>;

/** What Excel takes on one sheet, without the heading row; longer lists go on on the next one. */
const rowsOfSheet = 1_048_575;

const unsafe =
  // oxlint-disable-next-line no-control-regex
  /[&<>\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_x(?=[\dA-Fa-f]{4}_)/gu;
const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', _x: '_x005F_x' };
const coded = (found: string): string =>
  named[found] ?? `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
/** Text as XML and Excel read it back: what XML cannot carry is written as `_xHHHH_`. */
const xmlText = (text: string): string => text.replaceAll(unsafe, coded);

/** `A`, `B` … `Z`, `AA`. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const formatsOf = (columns: readonly XlsxColumn[]): readonly string[] => [
  ...new Set(columns.flatMap(({ format }) => (format === undefined ? [] : [format]))),
];

/** Every part but the sheets. */
function fixedParts(
  columns: readonly XlsxColumn[],
  name: string,
  sheets: number,
): readonly (readonly [string, string])[] {
  const numbers = Array.from({ length: sheets }, (_, at) => at + 1);
  const formats = formatsOf(columns);
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`;
  const override = (path: string, type: string): string =>
    `<Override PartName="/xl/${path}" ContentType="${contentType}.${type}+xml"/>`;
  const sheetName = (n: number): string => {
    const ending = n === 1 ? '' : ` ${n}`;
    return xmlText(name.slice(0, 31 - ending.length) + ending).replaceAll('"', '&quot;');
  };
  return [
    [
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook.xml', 'sheet.main')}${override('styles.xml', 'styles')}${numbers.map((n) => override(`worksheets/sheet${n}.xml`, 'worksheet')).join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${packageRelations}">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${numbers.map((n) => `<sheet name="${sheetName(n)}" sheetId="${n}" r:id="rId${n}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packageRelations}">${numbers.map((n) => relation(n, 'worksheet', `worksheets/sheet${n}.xml`)).join('')}${relation(sheets + 1, 'styles', 'styles.xml')}</Relationships>`,
    ],
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${main}"><numFmts count="${formats.length}">${formats.map((format, at) => `<numFmt numFmtId="${164 + at}" formatCode="${xmlText(format).replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formats.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${formats.map((_, at) => `<xf numFmtId="${164 + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`,
    ],
  ];
}

/** A writer of row elements for some columns. */
function rowWriter(columns: readonly XlsxColumn[]): (cells: readonly XlsxCell[], line: number) => string {
  const formats = formatsOf(columns);
  const places = columns.map(({ format }, at) => {
    const style = format === undefined ? '' : ` s="${formats.indexOf(format) + 1}"`;
    return { open: `<c r="${columnName(at)}`, style };
  });
  return (cells, line) => {
    let row = `<row r="${line}">`;
    for (const [at, { open, style }] of places.entries()) {
      const cell = cells[at] ?? null;
      if (cell === null || cell === '') continue;
      row +=
        typeof cell === 'number'
          ? `${open}${line}"${style}><v>${cell}</v></c>`
          : `${open}${line}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`;
    }
    return `${row}</row>`;
  };
}

/** The rows one by one, as they come in batches; what one sheet does not take is left for the next. */
class RowSource {
  readonly #batches: AsyncIterator<readonly (readonly XlsxCell[])[]>;
  #batch: readonly (readonly XlsxCell[])[] = [];
  #at = 0;

  constructor(rows: XlsxRows) {
    this.#batches = rows[Symbol.asyncIterator]();
  }

  /** Some rows, at most `most`; undefined behind the last. */
  async take(most: number): Promise<readonly (readonly XlsxCell[])[] | undefined> {
    while (this.#at === this.#batch.length) {
      const next = await this.#batches.next();
      if (next.done) return undefined;
      this.#batch = next.value;
      this.#at = 0;
    }
    const some = this.#batch.slice(this.#at, this.#at + most);
    this.#at += some.length;
    return some;
  }

  async close(): Promise<void> {
    await this.#batches.return?.();
  }
}

async function* sheetXml(
  columns: readonly XlsxColumn[],
  rows: RowSource,
  limit: number,
): AsyncGenerator<Buffer, void, undefined> {
  const write = rowWriter(columns);
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  let xml = `${xmlHead}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData>`;
  xml += write(
    columns.map(({ header }) => header),
    1,
  );
  let line = 1;
  while (line <= limit) {
    const some = await rows.take(limit + 1 - line);
    if (!some) break;
    for (const cells of some) xml += write(cells, (line += 1));
    yield Buffer.from(xml);
    xml = '';
  }
  yield Buffer.from(`${xml}</sheetData></worksheet>`);
}

type Entry = {
  readonly path: Buffer;
  readonly method: 0 | 8;
  readonly offset: number;
  crc: number;
  packed: number;
  size: number;
};

/** Names are UTF-8; of what is packed on the way the sizes follow behind the data. Stored parts have theirs before them. */
const flagsOf = ({ method }: Entry): number => (method === 0 ? 0x08_00 : 0x08_08);
/** 1 January 1980: the same list gives the same file. */
const zipDate = 0x00_21;

function localHeader(entry: Entry): Buffer {
  const { path, method, crc, packed, size } = entry;
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04_03_4b_50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flagsOf(entry), 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt16LE(zipDate, 12);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(packed, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(path.length, 26);
  return Buffer.concat([header, path]);
}

function descriptor({ crc, packed, size }: Entry): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(0x08_07_4b_50, 0);
  bytes.writeUInt32LE(crc, 4);
  bytes.writeUInt32LE(packed, 8);
  bytes.writeUInt32LE(size, 12);
  return bytes;
}

function directory(entries: readonly Entry[], offset: number): Buffer {
  const lines = entries.map((entry) => {
    const { path, method, crc, packed, size, offset: at } = entry;
    const line = Buffer.alloc(46);
    line.writeUInt32LE(0x02_01_4b_50, 0);
    line.writeUInt16LE(20, 4);
    line.writeUInt16LE(20, 6);
    line.writeUInt16LE(flagsOf(entry), 8);
    line.writeUInt16LE(method, 10);
    line.writeUInt16LE(zipDate, 14);
    line.writeUInt32LE(crc, 16);
    line.writeUInt32LE(packed, 20);
    line.writeUInt32LE(size, 24);
    line.writeUInt16LE(path.length, 28);
    line.writeUInt32LE(at, 42);
    return Buffer.concat([line, path]);
  });
  const all = Buffer.concat(lines);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06_05_4b_50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(all.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([all, end]);
}

/** The bytes of a workbook. `total`: how many rows come, which decides how many sheets there are. */
export async function* xlsxBytes(
  columns: readonly XlsxColumn[],
  name: string,
  rows: XlsxRows,
  total: number,
  sheetRows = rowsOfSheet,
): AsyncGenerator<Buffer, void, undefined> {
  const entries: Entry[] = [];
  let offset = 0;
  const begun = (path: string, method: Entry['method']): Entry => {
    const entry: Entry = { path: Buffer.from(path), method, offset, crc: 0, packed: 0, size: 0 };
    entries.push(entry);
    return entry;
  };
  const counted = (bytes: Buffer): Buffer => {
    offset += bytes.length;
    return bytes;
  };
  const sheets = Math.max(1, Math.ceil(total / sheetRows));
  for (const [path, xml] of fixedParts(columns, name, sheets)) {
    const entry = begun(path, 0);
    const bytes = Buffer.from(xmlHead + xml);
    entry.crc = crc32(bytes);
    entry.packed = bytes.length;
    entry.size = bytes.length;
    yield counted(localHeader(entry));
    yield counted(bytes);
  }
  const source = new RowSource(rows);
  try {
    for (let sheet = 1; sheet <= sheets; sheet++) {
      const entry = begun(`xl/worksheets/sheet${sheet}.xml`, 8);
      yield counted(localHeader(entry));
      async function* plain(): AsyncGenerator<Buffer, void, undefined> {
        for await (const bytes of sheetXml(columns, source, sheetRows)) {
          entry.crc = crc32(bytes, entry.crc);
          entry.size += bytes.length;
          yield bytes;
        }
      }
      // Packed beside the writing, in a thread of the pool.
      const packed = Readable.from(plain(), { objectMode: false }).compose(createDeflateRaw({ level: 4 }));
      for await (const bytes of packed as AsyncIterable<Buffer>) {
        entry.packed += bytes.length;
        yield counted(bytes);
      }
      yield counted(descriptor(entry));
    }
  } finally {
    await source.close();
  }
  yield directory(entries, offset);
}
