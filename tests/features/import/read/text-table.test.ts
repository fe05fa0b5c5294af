import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowSplitter } from '#electron/features/import/read/row-splitter.ts';
import { DEFAULT_LIMITS } from '#electron/features/import/read/table-file.ts';
import { guessEncoding } from '#electron/features/import/read/text-encoding.ts';
import { encodeGb18030 } from '#electron/kernel/gb18030.ts';
import type { RawRow } from '#shared/features/import/raw-row.ts';
import { cellsOf, problemOf, readAll } from './table-fixtures.ts';

const HEAD = '客户名称,电话,车牌号';
const TEXT = `${HEAD}\r\n张𬭎,13800001111,粤B12345\r\n 李四　, ,"半挂"车\r\n`;
const CELLS = [
  ['客户名称', '电话', '车牌号'],
  ['张𬭎', '13800001111', '粤B12345'],
  ['李四', null, '"半挂"车'],
];
const utf16 = (text: string, mark: boolean, big: boolean): Buffer => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

describe('encodings', () => {
  it.each([
    ['gb18030', encodeGb18030(TEXT)],
    ['utf-8', Buffer.from(TEXT)],
    ['utf-8', Buffer.from(`\ufeff${TEXT}`)],
    ['utf-16le', utf16(TEXT, true, false)],
    ['utf-16be', utf16(TEXT, true, true)],
    ['utf-16le', utf16(TEXT, false, false)],
    ['utf-16be', utf16(TEXT, false, true)],
  ] as const)('%s', async (encoding, bytes) => {
    const table = await readAll(bytes);
    expect(table).toMatchObject({ format: 'text', encoding, delimiter: ',' });
    expect(table.rows).toEqual(CELLS.map((cells, index) => ({ row: index + 1, cells })));
  });

  it.each(['状态', '客户', '电话', '车牌', '姓名', '备注', '金额', '状态\r\n正常', '状态,备注'])(
    '%s in GBK is not taken for UTF-8, and the other way round',
    (text) => {
      expect(guessEncoding(Buffer.from(encodeGb18030(text)), true).encoding).toBe('gb18030');
      expect(guessEncoding(Buffer.from(text), true).encoding).toBe('utf-8');
    },
  );

  it('says when it is not certain, and lets the person choose', async () => {
    const bytes = encodeGb18030('状态');
    expect(await readAll(bytes)).toMatchObject({ encodingCertain: false });
    expect(await readAll(bytes, { encoding: 'utf-8' })).toMatchObject({
      encoding: 'utf-8',
      encodingCertain: true,
    });
  });

  it('finds the encoding of a file that stays ASCII for long', async () => {
    const text = `a,b\r\n${'1,2\r\n'.repeat(100_000)}张三,鲁QKD66J\r\n`;
    const table = await readAll(encodeGb18030(text));
    expect(table.encoding).toBe('gb18030');
    expect(table.rows.at(-1)).toEqual({ row: 100_002, cells: ['张三', '鲁QKD66J'] });
  });

  it('reads characters across every border of the chunks it decodes', async () => {
    const lines = Array.from({ length: 30_000 }, (_, index) => `𬭎${'x'.repeat(index % 5)},鲁QKD66J,𬭎李`);
    const text = lines.join('\n');
    const expected = lines.map((line) => line.split(','));
    expect(await cellsOf(encodeGb18030(text))).toEqual(expected);
    expect(await cellsOf(Buffer.from(text))).toEqual(expected);
  });
});

describe('RowSplitter', () => {
  const split = (pieces: readonly string[], delimiter = ','): RawRow[] => {
    const rows: RawRow[] = [];
    const splitter = new RowSplitter(delimiter, DEFAULT_LIMITS);
    for (const piece of pieces) splitter.push(piece, rows);
    splitter.end(rows);
    return rows;
  };
  const cells = (text: string, delimiter?: string): unknown[] =>
    split([text], delimiter).map((row) => row.cells);

  it.each<[string, string, unknown[]]>([
    [
      'line ends',
      'a,b\r\nc,d\re,f\ng,h',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
        ['g', 'h'],
      ],
    ],
    [
      'quotes',
      '"a,1","b ""x""",c\n"d\r\ne",,"f"\n',
      [
        ['a,1', 'b "x"', 'c'],
        ['d\r\ne', null, 'f'],
      ],
    ],
    [
      'one blank is empty',
      'a, ,c\n ,　,x\n',
      [
        ['a', null, 'c'],
        [null, null, 'x'],
      ],
    ],
    [
      'no quoting: inches and stray quotes',
      '轮胎,"特价"车,5"\n"a,b,c\nd,"e,f\n',
      [
        ['轮胎', '"特价"车', '5"'],
        ['"a', 'b', 'c'],
        ['d', '"e', 'f'],
      ],
    ],
    [
      'no quoting: quotes that pair up over rows',
      'a,b,c\n1,2,"x\n4,5,6"\n7,8,9\n',
      [
        ['a', 'b', 'c'],
        ['1', '2', '"x'],
        ['4', '5', '6"'],
        ['7', '8', '9'],
      ],
    ],
    [
      'a remark of two lines at the end of a row',
      'a,b,c\n1,2,"x\ny"\n',
      [
        ['a', 'b', 'c'],
        ['1', '2', 'x\ny'],
      ],
    ],
    [
      'leading zeros kept for Excel',
      'a,b\n="00123","=""007"""\n',
      [
        ['a', 'b'],
        ['00123', '007'],
      ],
    ],
    [
      'an unclosed quote',
      'a,b\n"c,d\n',
      [
        ['a', 'b'],
        ['"c', 'd'],
      ],
    ],
    ['empty quoted', '"","",x\n', [[null, null, 'x']]],
  ])('%s', (_, text, expected) => {
    expect(cells(text)).toEqual(expected);
    expect(split(text.split('')).map((row) => row.cells)).toEqual(expected); // one character at a time
  });

  it('counts blank lines as Excel does', () => {
    expect(split(['a,b\n\n,\nc,d'])).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 4, cells: ['c', 'd'] },
    ]);
  });

  it('gives back what was written by RFC 4180, wherever the pieces are cut', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '李', '𬭎', ',', '"', '\n', '\r', ';', '=', ' '),
      maxLength: 6,
    });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.array(fc.nat(60), { maxLength: 8 }), (rows, cuts) => {
        const named = [['"头"', '尾'], ...rows];
        const text = named
          .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        const places = [0, ...cuts.filter((cut) => cut < text.length).sort((a, b) => a - b), text.length];
        const pieces = places.slice(1).map((place, index) => text.slice(places[index], place));
        const expected = named
          .map((row) => row.map((value) => tidy(value)))
          .filter((row) => row.some((value) => value !== null));
        expect(split(pieces).map((row) => row.cells)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  const tidy = (value: string): string | null => {
    const bare = value.trim();
    if (bare === '') return null;
    return bare.startsWith('="') && bare.endsWith('"') && bare.length >= 4 ? bare.slice(2, -1) : bare;
  };
});

describe('delimiters', () => {
  it.each([
    ['\t', '姓名\t地址\n张三\t深圳,龙岗\n'],
    [';', 'a;b\n1,5;2,5\n3,5;4\n'],
    ['|', '姓名|电话\n张三|138\n'],
    [',', '客户清单\n\n姓名,电话,备注\n张三,138,a;b\n李四,139,c;d\n'],
    ['', '粤B12345\n粤B12346\n'],
  ])('%j', async (delimiter, text) => {
    expect((await readAll(text)).delimiter).toBe(delimiter);
  });

  it('believes the first line that Excel writes for itself', async () => {
    expect(await cellsOf('sep=|\r\na|b,c\r\n')).toEqual([['a', 'b,c']]);
  });
});

describe('broken and hostile text', () => {
  it.each<[string, Uint8Array | string, string]>([
    ['nothing', '', 'empty'],
    ['blanks', ' \r\n\t', 'empty'],
    ['zeros', new Uint8Array(5000), 'not-a-table'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n123', 'latin1'), 'not-a-table'],
    ['a PDF', '%PDF-1.7\n1 0 obj', 'not-a-table'],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 31) & 0x1f)),
      'not-a-table',
    ],
    ['a cell of 10 MB', `a,b\n1,${'x'.repeat(10_000_000)}\n`, 'cell-too-long'],
    ['a quoted cell of 10 MB', `"a","b"\n1,"${'x\n'.repeat(5_000_000)}"\n`, 'cell-too-long'],
    ['quotes that are never closed', 'a,"b\n'.repeat(500_000), 'read'],
    ['a million columns', `${'x,'.repeat(1_000_000)}\n`, 'too-many-columns'],
    ['a million empty columns', `a,b${','.repeat(1_000_000)}\n1,2\n`, 'read'],
    ['ends in a character', encodeGb18030('姓名,电话\n张三,李').subarray(0, -1), 'read'],
  ])('%s', async (_, bytes, code) => {
    expect(await problemOf(bytes)).toBe(code);
  });

  it('reads headers called __proto__ as any other', async () => {
    expect(await cellsOf('__proto__,constructor\n1,2\n')).toEqual([
      ['__proto__', 'constructor'],
      ['1', '2'],
    ]);
  });

  it('stops when asked', async () => {
    expect(await problemOf('a,b\n', { signal: AbortSignal.abort() })).toBe('cancelled');
  });
});

describe('encodeGb18030', () => {
  it('is read back the same, for every character that has a place', () => {
    let text = '';
    for (
      let code = 1;
      code <= 0x10ffff;
      code += code < 0xd7ff ? 1 : code === 0xd7ff ? 0x2801 : code < 0xffff ? 1 : 37
    ) {
      if (code < 0xe000 || code > 0xf8ff) text += code === 0xfffd ? '' : String.fromCodePoint(code);
    }
    expect(new TextDecoder('gb18030').decode(encodeGb18030(text)) === text).toBe(true);
  });

  it('writes a question mark for half a pair', () => {
    expect([...encodeGb18030('a\ud800李')]).toEqual([97, 63, 0xc0, 0xee]);
  });
});
