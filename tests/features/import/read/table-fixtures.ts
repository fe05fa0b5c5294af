import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { openTable } from '#electron/features/import/read/open-table.ts';
import { ReadProblem } from '#electron/features/import/read/read-problem.ts';
import type { OpenOptions, TableFile } from '#electron/features/import/read/table-file.ts';
import type { RawRow } from '#shared/features/import/raw-row.ts';

const folder = mkdtempSync(join(tmpdir(), 'desk-read-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
let files = 0;

/** Writes bytes to a new file whose name says nothing. */
export function fileOf(bytes: Uint8Array | string): string {
  files += 1;
  const path = join(folder, `${files}.xls`);
  writeFileSync(path, bytes);
  return path;
}

type Opened = Omit<TableFile, 'rows' | 'close' | 'sheets'> & {
  readonly sheets: readonly string[];
  readonly rows: RawRow[];
};

/** Opens, reads one sheet whole, closes. */
export async function readAll(
  content: Uint8Array | string,
  options: OpenOptions = {},
  sheet?: string,
): Promise<Opened> {
  const table = await openTable(fileOf(content), options);
  const rows: RawRow[] = [];
  try {
    for await (const batch of table.rows(sheet)) for (const row of batch) rows.push(row);
  } finally {
    await table.close();
  }
  const { format, encoding, encodingCertain, delimiter } = table;
  return { format, encoding, encodingCertain, delimiter, sheets: table.sheets.map(({ name }) => name), rows };
}

/** Only the cells. */
export async function cellsOf(
  content: Uint8Array | string,
  options: OpenOptions = {},
  sheet?: string,
): Promise<unknown[]> {
  return (await readAll(content, options, sheet)).rows.map(({ cells }) => cells);
}

/** The code of the ReadProblem that reading ends with; 'read' when it does not. Anything else thrown fails the test. */
export async function problemOf(content: Uint8Array | string, options: OpenOptions = {}): Promise<string> {
  try {
    await readAll(content, options);
    return 'read';
  } catch (error) {
    if (error instanceof ReadProblem) return error.code;
    throw error;
  }
}

type Part = {
  readonly name: string;
  readonly data: Uint8Array | string;
  readonly size?: number;
  readonly flags?: number;
  readonly packed?: Uint8Array;
  readonly crc?: number;
};

/** A zip written by hand, so that each of its claims can be a lie. */
export function zipOf(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const data = Buffer.from(part.data as string);
    const packed = part.packed ?? deflateRawSync(data);
    const name = Buffer.from(part.name);
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(part.crc ?? crc32(data), 4);
    sizes.writeUInt32LE(packed.length, 8);
    sizes.writeUInt32LE(part.size ?? data.length, 12);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(part.flags ?? 0, 6);
    local.writeUInt16LE(8, 8);
    sizes.copy(local, 14, 4);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(part.flags ?? 0, 8);
    entry.writeUInt16LE(8, 10);
    sizes.copy(entry, 16, 4);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, name, Buffer.from(packed));
    directory.push(entry, name);
    offset += 30 + name.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

type Sheet = {
  readonly sheetData: string;
  readonly tail?: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly workbook?: string;
};

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A small xlsx around the given XML. */
export function xlsxOf(sheet: Sheet, extra: readonly Part[] = []): Buffer {
  return zipOf([
    ...extra,
    {
      name: '_rels/.rels',
      data: `<Relationships><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook ${MAIN} xmlns:r="${RELATION}">${sheet.workbook ?? ''}<sheets><sheet name="客户" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data:
        `<Relationships><Relationship Id="rId1" Type="${RELATION}/worksheet" Target="worksheets/sheet1.xml"/>` +
        `<Relationship Id="rId2" Type="${RELATION}/sharedStrings" Target="/xl/sharedStrings.xml"/>` +
        `<Relationship Id="rId3" Type="${RELATION}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: `<worksheet ${MAIN}><sheetData>${sheet.sheetData}</sheetData>${sheet.tail ?? ''}</worksheet>`,
    },
    { name: 'xl/sharedStrings.xml', data: sheet.strings ?? `<sst ${MAIN}/>` },
    { name: 'xl/styles.xml', data: `<styleSheet ${MAIN}>${sheet.styles ?? ''}</styleSheet>` },
  ]);
}
