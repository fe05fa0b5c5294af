/** A BIFF8 workbook (Excel 97–2003) of one sheet whose cells are all text, as the dealers' systems write. Enough of [MS-XLS] and [MS-CFB] for that. */

const sectorBytes = 512;
/** What fits the allocation table that the file's header can list. */
const mostBytes = 109 * 128 * sectorBytes - 2 * sectorBytes;
const endOfChain = 0xff_ff_ff_fe;
const allocationSector = 0xff_ff_ff_fd;
const unused = 0xff_ff_ff_ff;

function biffRecord(id: number, body: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
}

const words = (...values: number[]): Buffer => {
  const body = Buffer.alloc(values.length * 2);
  values.forEach((value, at) => body.writeUInt16LE(value, at * 2));
  return body;
};

/** Beginning of the workbook (5) or of a sheet (16), BIFF8. */
const begin = (kind: number): Buffer => biffRecord(0x0809, words(0x0600, kind, 0x0dbb, 0x07cc, 0, 0, 6, 0));
const end = biffRecord(0x000a, Buffer.alloc(0));

function font(): Buffer {
  const name = Buffer.from('宋体', 'utf16le');
  return biffRecord(
    0x0031,
    Buffer.concat([words(220, 0, 0x7fff, 400, 0), Buffer.from([0, 0, 134, 0, 2, 1]), name]),
  );
}

/** Fifteen formats of styles and one of cells: Excel wants them all. */
function formats(): Buffer[] {
  const style = biffRecord(0x00e0, words(0, 0, 0xfff5, 0x20, 0xf4_00, 0, 0, 0, 0, 0x20c0));
  const cell = biffRecord(0x00e0, words(0, 49, 1, 0x20, 0xf8_00, 0, 0, 0, 0, 0x20c0));
  return [
    ...Array.from({ length: 15 }, () => style),
    cell,
    biffRecord(0x0293, Buffer.from([0, 0x80, 0, 0xff])),
  ];
}

function boundSheet(name: string, position: number): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(position, 0);
  head[6] = name.length;
  head[7] = 1;
  return biffRecord(0x0085, Buffer.concat([head, Buffer.from(name, 'utf16le')]));
}

function label(row: number, column: number, text: string): Buffer {
  const cut = text.slice(0, 4000);
  return biffRecord(
    0x0204,
    Buffer.concat([words(row, column, 15, cut.length), Buffer.from([1]), Buffer.from(cut, 'utf16le')]),
  );
}

function workbookStream(sheetName: string, rows: readonly (readonly string[])[]): Buffer {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const dimensions = Buffer.alloc(14);
  dimensions.writeUInt32LE(rows.length, 4);
  dimensions.writeUInt16LE(width, 10);
  const cells = rows.flatMap((row, at) =>
    row.flatMap((text, column) => (text === '' ? [] : [label(at, column, text)])),
  );
  const sheet = Buffer.concat([begin(16), biffRecord(0x0200, dimensions), ...cells, end]);
  const globals = (position: number): Buffer =>
    Buffer.concat([
      begin(5),
      biffRecord(0x0042, words(1200)),
      biffRecord(0x003d, words(0, 0, 0x4000, 0x2000, 0x38, 0, 0, 1, 600)),
      ...Array.from({ length: 4 }, font),
      ...formats(),
      boundSheet(sheetName, position),
      end,
    ]);
  return Buffer.concat([globals(globals(0).length), sheet]);
}

function directoryEntry(name: string, kind: number, child: number, start: number, size: number): Buffer {
  const entry = Buffer.alloc(128);
  const text = Buffer.from(`${name}\0`, 'utf16le');
  if (name !== '') text.copy(entry);
  entry.writeUInt16LE(name === '' ? 0 : text.length, 64);
  entry[66] = kind;
  entry[67] = 1;
  entry.writeUInt32LE(unused, 68);
  entry.writeUInt32LE(unused, 72);
  entry.writeUInt32LE(child, 76);
  entry.writeUInt32LE(start, 116);
  entry.writeUInt32LE(size, 120);
  return entry;
}

/** Puts one stream into a compound file. */
function compoundFile(streamName: string, content: Buffer): Buffer {
  // Streams below 4,096 bytes would live elsewhere; blanks at the end do no harm.
  const size = Math.max(4096, Math.ceil(content.length / sectorBytes) * sectorBytes);
  const stream = Buffer.concat([content, Buffer.alloc(size - content.length)]);
  const streamSectors = size / sectorBytes;
  let tables = 1;
  while (tables * 128 < tables + 1 + streamSectors) tables += 1;
  const table = Buffer.alloc(tables * sectorBytes, 0xff);
  for (let at = 0; at < tables; at += 1) table.writeUInt32LE(allocationSector, at * 4);
  table.writeUInt32LE(endOfChain, tables * 4);
  for (let at = 0; at < streamSectors; at += 1) {
    const sector = tables + 1 + at;
    table.writeUInt32LE(at === streamSectors - 1 ? endOfChain : sector + 1, sector * 4);
  }
  const header = Buffer.alloc(sectorBytes);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  words(0x003e, 0x0003, 0xfffe, 9, 6).copy(header, 24);
  header.writeUInt32LE(tables, 44);
  header.writeUInt32LE(tables, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(endOfChain, 60);
  header.writeUInt32LE(endOfChain, 68);
  header.fill(0xff, 76);
  for (let at = 0; at < tables; at += 1) header.writeUInt32LE(at, 76 + at * 4);
  const directory = Buffer.concat([
    directoryEntry('Root Entry', 5, 1, endOfChain, 0),
    directoryEntry(streamName, 2, unused, tables + 1, size),
    directoryEntry('', 0, unused, 0, 0),
    directoryEntry('', 0, unused, 0, 0),
  ]);
  return Buffer.concat([header, table, directory, stream]);
}

/** The workbook's bytes, or undefined when the rows are too many for this writer (about 7 MB). */
export function biffWorkbook(
  sheetName: string,
  rows: readonly (readonly string[])[],
): Uint8Array | undefined {
  if (rows.length > 65_536) return undefined;
  const stream = workbookStream(sheetName, rows);
  return stream.length > mostBytes ? undefined : compoundFile('Workbook', stream);
}
