import * as XLSX from '@e965/xlsx';
import * as fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isDateFormat, textOfSerial } from '#electron/features/import/read/excel-date.ts';
import type { RawCell } from '#shared/features/import/raw-row.ts';
import { cellsOf, problemOf, readAll, xlsxOf, zipOf } from './table-fixtures.ts';

const HEADER = ['客户名称', '电话', '购车日期', '金额', '𬭎'];
const ROWS: RawCell[][] = [
  HEADER,
  ...Array.from({ length: 3000 }, (_, index) => [
    `张&<三>"${index}`,
    `1380000${index}`,
    null,
    index * 1.5 - 7,
    '鲁QKD66J',
  ]),
  [null, 'x'],
];

/** The same table written by another library, with sheets, dates, formulas and errors. */
function foreign(
  bookType: 'xlsx' | 'biff8' | 'biff5' | 'xlml' | 'html',
  options: XLSX.WritingOptions = {},
  date1904 = false,
): Buffer {
  const sheet = XLSX.utils.aoa_to_sheet([
    ['名称', '日期', '时刻', '数', '是否', '错误', '公式', '公式字', '中文日期'],
    ['甲', null, null, 12345678901, null, null, null, null, null],
    ['乙 ', null, null, -0.25, null, null, null, null, null],
    [],
    ['丙'],
  ]);
  const base = date1904 ? 1462 : 0;
  sheet.B2 = { t: 'n', v: 46086 - base, z: 'yyyy-mm-dd' };
  sheet.C2 = { t: 'n', v: 46086.5 - base, z: 'yyyy/m/d h:mm' };
  sheet.C3 = { t: 'n', v: 0.75, z: 'h:mm:ss' };
  sheet.E2 = { t: 'b', v: true };
  sheet.F2 = { t: 'e', v: 0x2a };
  sheet.G2 = { t: 'n', v: 3, f: '1+2' };
  sheet.H2 = { t: 's', v: '甲乙', f: '"甲"&"乙"' };
  sheet.I2 = { t: 'n', v: 46086 - base, z: 'yyyy"年"m"月"d"日";@' };
  sheet['!merges'] = [{ s: { r: 3, c: 0 }, e: { r: 3, c: 2 } }];
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['藏']]), '隐藏');
  XLSX.utils.book_append_sheet(book, sheet, '客户');
  book.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }], WBProps: { date1904 } };
  if (bookType === 'html') book.SheetNames = ['客户'];
  return XLSX.write(book, { type: 'buffer', bookType, ...options }) as Buffer;
}

const EXPECTED = [
  { row: 1, cells: ['名称', '日期', '时刻', '数', '是否', '错误', '公式', '公式字', '中文日期'] },
  {
    row: 2,
    cells: ['甲', '2026-03-05', '2026-03-05 12:00:00', 12345678901, 'TRUE', null, 3, '甲乙', '2026-03-05'],
  },
  { row: 3, cells: ['乙', null, '18:00:00', -0.25] },
  { row: 5, cells: ['丙'] },
];
const plain = (rows: readonly { row: number; cells: readonly RawCell[] }[]): unknown[] =>
  rows.map(({ row, cells }) => ({ row, cells }));

describe('workbooks of other programs', () => {
  it.each<[string, string, Buffer]>([
    ['xlsx', 'xlsx with inline texts', foreign('xlsx')],
    ['xlsx', 'xlsx with shared strings, packed', foreign('xlsx', { bookSST: true, compression: true })],
    ['xlsx', 'xlsx, 1904', foreign('xlsx', {}, true)],
    ['xls', 'BIFF8', foreign('biff8')],
    ['xls', 'BIFF8 with shared strings', foreign('biff8', { bookSST: true })],
    ['xls', 'BIFF8, 1904', foreign('biff8', {}, true)],
  ])('%s: %s', async (format, _, bytes) => {
    const table = await readAll(bytes, {}, '客户');
    expect(table).toMatchObject({ format, sheets: ['隐藏', '客户'] });
    expect(plain(table.rows)).toEqual(EXPECTED);
    expect(await cellsOf(bytes, { sheet: '隐藏' })).toEqual([['藏']]);
  });

  it('starts with the first visible sheet and refuses an unknown one', async () => {
    expect((await readAll(foreign('biff8'))).rows[0]?.cells[0]).toBe('名称');
    expect((await readAll(foreign('xlsx'))).rows[0]?.cells[0]).toBe('名称');
    expect(await problemOf(foreign('xlsx'), { sheet: '没有' })).toBe('no-such-sheet');
  });

  it('reads what hucre writes', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: '表', rows: ROWS }] });
    expect(await cellsOf(bytes)).toEqual(ROWS.map((row) => row));
  });

  it('agrees with another reader on any texts and numbers, in xlsx and xls', async () => {
    const text = fc.string({
      unit: fc.constantFrom('李', '𬭎', '&', '<', '"', '\n', 'x', ']]>', 'é'),
      minLength: 1,
      maxLength: 8,
    });
    const cell = fc.oneof(text, fc.double({ noNaN: true, min: -1e300, max: 1e300 }), fc.integer());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
        async (rows) => {
          for (const bookType of ['xlsx', 'biff8'] as const) {
            for (const bookSST of [true, false]) {
              const book = XLSX.utils.book_new();
              XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), 'a');
              const bytes = XLSX.write(book, { type: 'buffer', bookType, bookSST }) as Buffer;
              const other = XLSX.utils.sheet_to_json<unknown[]>(XLSX.read(bytes).Sheets.a ?? {}, {
                header: 1,
                raw: true,
                blankrows: false,
              });
              const tidy = other.map((row) =>
                row.map((value) => (typeof value === 'string' ? value.trim() || null : value)),
              );
              expect(withoutTrailing(await cellsOf(bytes))).toEqual(withoutTrailing(tidy));
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  const withoutTrailing = (rows: readonly unknown[]): unknown[] =>
    rows
      .map((row) => {
        const cells = [...(row as unknown[])];
        while (cells.length > 0 && (cells.at(-1) ?? null) === null) cells.pop();
        return cells.map((value) => value ?? null);
      })
      .filter((row) => row.length > 0);

  it('reads xls strings that go on in the next record, whatever their width', async () => {
    const rows = Array.from({ length: 1500 }, (_, index) => [
      `第${index}运输有限公司${'长'.repeat(index % 40)}`,
      `A${index}`,
      'ascii only '.repeat(index % 30),
    ]);
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), 'a');
    const bytes = XLSX.write(book, { type: 'buffer', bookType: 'biff8', bookSST: true }) as Buffer;
    const expected = rows.map((row) => row.map((value) => value.trim() || null));
    expect(withoutTrailing(await cellsOf(bytes))).toEqual(withoutTrailing(expected));
  });

  it('tells merged areas of the first rows, in xlsx and xls', async () => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ['客户', null, '车'],
      ['名', '电'],
      ['张', 1, 'a'],
    ]);
    sheet['!merges'] = [
      { s: { r: 0, c: 0 }, e: { r: 0, c: 1 } },
      { s: { r: 0, c: 2 }, e: { r: 1, c: 2 } },
    ];
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, sheet, 'a');
    for (const bookType of ['xlsx', 'biff8', 'xlml'] as const) {
      const { rows } = await readAll(XLSX.write(book, { type: 'buffer', bookType }) as Buffer);
      expect(rows[0]).toEqual({
        row: 1,
        cells: ['客户', null, '车'],
        merged: [
          { column: 0, columns: 2, rows: 1 },
          { column: 2, columns: 1, rows: 2 },
        ],
      });
      expect(rows[2]).toEqual({ row: 3, cells: ['张', 1, 'a'] });
    }
  });
});

describe('xlsx by hand', () => {
  const one = (sheetData: string, more: Partial<Parameters<typeof xlsxOf>[0]> = {}): Promise<unknown[]> =>
    cellsOf(xlsxOf({ sheetData, ...more }));

  it.each<[string, string, unknown[]]>([
    [
      'gaps and missing places',
      '<row><c><v>1</v></c><c><v>2</v></c></row><row r="9"><c r="C9"><v>3</v></c></row>',
      [
        [1, 2],
        [null, null, 3],
      ],
    ],
    [
      'rich inline text with entities',
      '<row r="1"><c r="A1" t="inlineStr"><is><r><t>张</t></r><r><t xml:space="preserve">三 &amp; &#x674E;</t></r><rPh><t>zhang</t></rPh></is></c></row>',
      [['张三 & 李']],
    ],
    [
      'formulas',
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f t="shared" si="0"/><v>文</v></c><c r="C1"><f>x</f></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1" t="b"><v>0</v></c></row>',
      [[2, '文', null, null, 'FALSE']],
    ],
    [
      'empty values',
      '<row r="1"><c r="A1"><v></v></c><c r="B1"><v/></c><c r="C1" s="1"/><c r="D1" t="inlineStr"><is/></c><c r="E1"><v>1E+10</v></c></row>',
      [[null, null, null, null, 1e10]],
    ],
    [
      'dates of ISO',
      '<row r="1"><c r="A1" t="d"><v>2026-03-05T00:00:00</v></c><c r="B1" t="d"><v>2026-03-05T08:30:00</v></c></row>',
      [['2026-03-05', '2026-03-05 08:30:00']],
    ],
    [
      'quotes, blanks and line breaks in tags',
      "<row r='1'><c\n r='A1'\n t='str'  ><v>a</v></c ><c r='B1'><v>7</v></c></row>".replace('</c >', '</c>'),
      [['a', 7]],
    ],
  ])('%s', async (_, sheetData, expected) => {
    expect(await one(sheetData)).toEqual(expected);
  });

  it('reads the date formats of Chinese Excel by number', async () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="31"/><xf numFmtId="57"/></cellXfs>';
    expect(
      await one(
        '<row r="1"><c r="A1" s="0"><v>46086</v></c><c r="B1" s="1"><v>46086</v></c><c r="C1" s="2"><v>46086.25</v></c></row>',
        { styles },
      ),
    ).toEqual([[46086, '2026-03-05', '2026-03-05 06:00:00']]);
  });

  it('reads shared strings of every shape, and prefixed elements', async () => {
    const strings =
      '<x:sst xmlns:x="a"><x:si><x:t>甲</x:t></x:si><x:si><x:r><x:t>乙</x:t></x:r></x:si><x:si/><x:si><x:t xml:space="preserve"> 丙_x000D_ </x:t></x:si></x:sst>';
    const cells = [0, 1, 2, 3, 99].map((index) => `<c t="s"><v>${index}</v></c>`).join('');
    expect(await one(`<row>${cells}</row>`, { strings })).toEqual([['甲', '乙', null, '丙']]);
  });

  it('reads characters across every border of the inflated chunks', async () => {
    const names = Array.from({ length: 40_000 }, (_, index) => `鲁QKD66J${'𬭎'.repeat(index % 4)}${index}`);
    const strings = `<sst>${names.map((name) => `<si><t>${name}</t></si>`).join('')}</sst>`;
    const sheetData = names
      .map(
        (name, index) =>
          `<row r="${index + 1}"><c r="A${index + 1}" t="s"><v>${index}</v></c><c r="B${index + 1}" t="str"><v>${name}</v></c></row>`,
      )
      .join('');
    const read = await cellsOf(xlsxOf({ sheetData, strings }));
    expect(read.length).toBe(names.length);
    expect(read.findIndex((row, index) => String(row) !== `${names[index]},${names[index]}`)).toBe(-1);
  });
});

describe('hostile and broken workbooks', () => {
  const cell = '<row r="1"><c r="A1"><v>1</v></c></row>';
  const bomb = (text: string): Uint8Array => deflateRawSync(Buffer.alloc(80 * 2 ** 20, text));
  const whole = xlsxOf({ sheetData: cell.repeat(2000) });
  const encrypted = (): Buffer => {
    const container = XLSX.CFB.utils.cfb_new();
    XLSX.CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(5000));
    return Buffer.from(XLSX.CFB.write(container, { type: 'buffer' }) as Uint8Array);
  };
  it.each<[string, () => Uint8Array, string]>([
    ['a zip that is no workbook', () => zipOf([{ name: 'a.txt', data: 'x' }]), 'unsupported'],
    ['a Word document', () => zipOf([{ name: 'word/document.xml', data: '<x/>' }]), 'not-a-table'],
    ['cut in half', () => whole.subarray(0, whole.length / 2), 'truncated'],
    ['PK and nothing else', () => Buffer.from('PK'), 'truncated'],
    ['a damaged part', () => damaged(whole), 'unreadable'],
    [
      'a bomb',
      () => xlsxWith('xl/worksheets/sheet1.xml', bomb('<row r="1"></row>'), 80 * 2 ** 20),
      'zip-bomb',
    ],
    [
      'a bomb that claims to be small',
      () => xlsxWith('xl/worksheets/sheet1.xml', bomb('<row r="1"></row>'), 100),
      'zip-bomb',
    ],
    ['a bomb of zeros', () => xlsxWith('xl/worksheets/sheet1.xml', bomb('\0'), 100), 'cell-too-long'],
    [
      'a bomb of shared strings',
      () => xlsxWith('xl/sharedStrings.xml', bomb('<si></si>'), 80 * 2 ** 20),
      'zip-bomb',
    ],
    ['an encrypted part', () => zipOf([{ name: 'xl/workbook.xml', data: 'x', flags: 1 }]), 'password'],
    ['a password', encrypted, 'password'],
    [
      'DOCTYPE in the workbook',
      () => xlsxOf({ sheetData: cell, workbook: '<!DOCTYPE x [<!ENTITY a "b">]>' }),
      'doctype',
    ],
    ['DOCTYPE in the styles', () => xlsxOf({ sheetData: cell, styles: '<!DOCTYPE x>' }), 'doctype'],
    ['DOCTYPE in the sheet', () => xlsxOf({ sheetData: `<!DOCTYPE x>${cell}` }), 'doctype'],
    ['DOCTYPE in the strings', () => xlsxOf({ sheetData: cell, strings: '<!DOCTYPE x><sst/>' }), 'doctype'],
    [
      'entries with paths',
      () =>
        xlsxOf({ sheetData: cell }, [
          { name: '../../etc/passwd', data: 'x' },
          { name: 'C:\\windows\\x', data: 'x' },
        ]),
      'read',
    ],
    [
      'a million columns',
      () => xlsxOf({ sheetData: `<row r="1">${'<c><v>1</v></c>'.repeat(1_000_000)}</row>` }),
      'too-many-columns',
    ],
    [
      'a million empty columns',
      () => xlsxOf({ sheetData: `<row r="1">${'<c s="1"/>'.repeat(1_000_000)}</row>${cell}` }),
      'read',
    ],
    [
      'the farthest corner',
      () => xlsxOf({ sheetData: `${cell}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>` }),
      'too-many-columns',
    ],
    [
      'a cell of 10 MB',
      () => xlsxOf({ sheetData: `<row r="1"><c r="A1" t="str"><v>${'x'.repeat(1e7)}</v></c></row>` }),
      'cell-too-long',
    ],
    [
      'a shared string of 10 MB',
      () => xlsxOf({ sheetData: cell, strings: `<sst><si><t>${'x'.repeat(1e7)}</t></si></sst>` }),
      'cell-too-long',
    ],
    [
      'a long tail behind the cells',
      () =>
        xlsxOf({
          sheetData: cell,
          tail: `<hyperlinks>${'<hyperlink ref="A1" display="长"/>'.repeat(200_000)}</hyperlinks>`,
        }),
      'read',
    ],
    ['a cell that never ends', () => xlsxOf({ sheetData: '<row r="1"><c r="A1"><v>1' }), 'truncated'],
    ['OLE and nothing else', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'truncated'],
    ['an xls cut in half', () => cut(foreign('biff8')), 'truncated'],
    ['another OLE document', () => otherContainer(), 'not-a-table'],
  ])('%s', async (_, bytes, code) => {
    expect(await problemOf(bytes())).toBe(code);
  });

  it('refuses xls above the limit', async () => {
    expect(await problemOf(foreign('biff8'), { limits: { maxXlsBytes: 1000 } })).toBe('too-large');
  });

  function damaged(bytes: Buffer): Buffer {
    const copy = Buffer.from(bytes);
    const at = copy.indexOf('worksheets/sheet1.xml') + 40;
    copy[at] = (copy[at] ?? 0) ^ 0xff;
    return copy;
  }
  function xlsxWith(name: string, packed: Uint8Array, size: number): Buffer {
    return xlsxOf({ sheetData: cell }, [{ name, data: '', packed, size }]);
  }
  function cut(bytes: Buffer): Buffer {
    return bytes.subarray(0, bytes.length / 2);
  }
  function otherContainer(): Buffer {
    const container = XLSX.CFB.utils.cfb_new();
    XLSX.CFB.utils.cfb_add(container, '/WordDocument', Buffer.alloc(5000));
    return Buffer.from(XLSX.CFB.write(container, { type: 'buffer' }) as Uint8Array);
  }

  const sources = [
    foreign('xlsx', { bookSST: true }),
    foreign('biff8'),
    foreign('biff8', { bookSST: true }),
    foreign('xlml'),
    Buffer.from('<table><tr><td colspan=2>a</td></tr></table>'),
    Buffer.from('a,"b"\n1,2\n'),
  ];

  it('never throws anything but ReadProblem, whatever bytes are changed, cut or put in', async () => {
    const change = fc.record({
      at: fc.double({ min: 0, max: 0.999, noNaN: true }),
      bytes: fc.uint8Array({ maxLength: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(sources.length - 1),
        fc.array(change, { maxLength: 6 }),
        fc.double({ min: 0.3, max: 1, noNaN: true }),
        async (which, changes, length) => {
          const bytes = Buffer.from(sources[which] ?? []);
          for (const { at, bytes: put } of changes)
            bytes.set(
              put.subarray(0, bytes.length - Math.floor(at * bytes.length)),
              Math.floor(at * bytes.length),
            );
          await problemOf(bytes.subarray(0, length > 0.9 ? bytes.length : Math.floor(length * bytes.length)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never throws anything but ReadProblem for random bytes behind any signature', async () => {
    const head = fc.constantFrom(
      'd0cf11e0a1b11ae1',
      '504b0304',
      '3c',
      '3c7461626c653e',
      '',
      'fffe',
      'efbbbf',
    );
    await fc.assert(
      fc.asyncProperty(head, fc.uint8Array({ maxLength: 3000 }), async (start, rest) => {
        await problemOf(Buffer.concat([Buffer.from(start, 'hex'), rest]));
      }),
      { numRuns: 400 },
    );
  });
});

describe('dates', () => {
  it.each<[number, '1900' | '1904', string | undefined]>([
    [46086, '1900', '2026-03-05'],
    [44624, '1904', '2026-03-05'],
    [59, '1900', '1900-02-28'],
    [60, '1900', undefined],
    [61, '1900', '1900-03-01'],
    [45351, '1900', '2024-02-29'],
    [0.5, '1900', '12:00:00'],
    [46086.999999, '1900', '2026-03-06'],
    [46086.75, '1900', '2026-03-05 18:00:00'],
    [-1, '1900', undefined],
    [1e9, '1900', undefined],
  ])('%d in %s is %s', (serial, epoch, text) => {
    expect(textOfSerial(serial, epoch)).toBe(text);
  });

  it.each<[number, string | undefined, boolean]>([
    [14, undefined, true],
    [31, undefined, true],
    [57, undefined, true],
    [1, undefined, false],
    [44, undefined, false],
    [200, 'yyyy"年"m"月"d"日";@', true],
    [200, '[$-804]yyyy\\-mm\\-dd', true],
    [200, '[h]:mm', true],
    [200, 'm/d/yy h:mm;@', true],
    [200, 'mm:ss.0', true],
    [200, '上午/下午h"时"mm"分"', true],
    [200, 'General', false],
    [200, 'G/通用格式', false],
    [200, '#,##0.00"元/day"', false],
    [200, '0.00E+00', false],
    [200, '[Red]-0.0;[Magenta]0', false],
    [200, '@', false],
    [200, '_ * #,##0_ ;_ * -#,##0_ ', false],
  ])('format %d %s', (id, code, expected) => {
    expect(isDateFormat(id, code)).toBe(expected);
  });
});
