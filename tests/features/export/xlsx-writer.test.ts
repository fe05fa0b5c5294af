import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils, type WorkBook } from '@e965/xlsx';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  columnName,
  xlsxBytes,
  type XlsxCell,
  type XlsxColumn,
  type XlsxRows,
} from '#electron/features/export/xlsx-writer.ts';
import { openTable } from '#electron/features/import/read/open-table.ts';
import { tempFolder } from '#tests/support/core.ts';

const columns: readonly XlsxColumn[] = [
  { header: '客户名称', width: 18 },
  { header: '金额', width: 14, format: '#,##0.00' },
  { header: '日期', width: 12, format: 'yyyy-mm-dd' },
];

async function* inBatches(rows: readonly (readonly XlsxCell[])[], size: number): XlsxRows {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

async function bytesOf(rows: readonly (readonly XlsxCell[])[], sheetRows?: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of xlsxBytes(columns, '客户 & 车辆', inBatches(rows, 3), rows.length, sheetRows))
    parts.push(part);
  return Buffer.concat(parts);
}

const parsed = (bytes: Buffer): WorkBook => read(bytes, { type: 'buffer', cellNF: true });
const cellsOf = (book: WorkBook, sheet = 0): unknown[][] =>
  utils.sheet_to_json(book.Sheets[book.SheetNames[sheet] ?? ''] ?? {}, { header: 1, defval: null });

it('another reader finds names, numbers with their formats, days, gaps and the frozen heading', async () => {
  const book = parsed(
    await bytesOf([
      ['张伟', 12_345.67, 44_624],
      [null, null, 44_625],
      ['=1+1', -0.01, null],
    ]),
  );
  expect(book.SheetNames).toEqual(['客户 & 车辆']);
  expect(cellsOf(book)).toEqual([
    ['客户名称', '金额', '日期'],
    ['张伟', 12_345.67, new Date('2022-03-04')],
    [null, null, new Date('2022-03-05')],
    ['=1+1', -0.01, null],
  ]);
  const sheet = book.Sheets['客户 & 车辆'];
  expect([sheet?.['B2']?.w, sheet?.['C2']?.w, sheet?.['A4']?.t]).toEqual(['12,345.67', '2022-03-04', 's']);
});

it('a list without rows is a sheet with its heading', async () => {
  expect(cellsOf(parsed(await bytesOf([])))).toEqual([['客户名称', '金额', '日期']]);
});

it('a list longer than a sheet goes on on the next, each with its heading', async () => {
  const rows = Array.from({ length: 25 }, (_, at) => [`行${at}`, at, null]);
  const book = parsed(await bytesOf(rows, 10));
  expect(book.SheetNames).toEqual(['客户 & 车辆', '客户 & 车辆 2', '客户 & 车辆 3']);
  const found = [0, 1, 2].flatMap((sheet) => cellsOf(book, sheet).slice(1));
  expect(found.map(([name]) => name)).toEqual(rows.map(([name]) => name));
  expect(cellsOf(book, 2)).toHaveLength(6);
});

it('any text comes back as it was, through the program’s own reader and another one', async () => {
  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
  const special = fc.constantFrom(
    'a<b>&"\'',
    ' 两端 ',
    '一行\n两行',
    '_x0041_',
    '_x',
    '\u0001\u000b',
    '\r',
    '𠮷',
    ']]>',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(text, special), { minLength: 1, maxLength: 8 }), async (texts) => {
      const bytes = await bytesOf(texts.map((one) => [one, null, null]));
      const names = cellsOf(parsed(bytes)).slice(1);
      expect(names).toHaveLength(texts.length);
      const path = join(tempFolder(), 'list.xlsx');
      writeFileSync(path, bytes);
      const table = await openTable(path, {});
      try {
        const found: unknown[] = [];
        for await (const batch of table.rows()) found.push(...batch.map(({ row, cells }) => [row, cells[0]]));
        for (const [at, one] of texts.entries()) {
          // Blanks at the ends are the reader's to cut.
          const seen = found.find((line) => Array.isArray(line) && line[0] === at + 2);
          if (!/^[\p{L}\p{N}_<>&"'\]]+$/u.test(one)) continue;
          expect(seen).toEqual([at + 2, one]);
          expect(names[at]?.[0]).toBe(one);
        }
      } finally {
        await table.close();
      }
    }),
    { numRuns: 40 },
  );
});

it('columns are called A to Z, then AA', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

it('what stops the rows stops the file, and the source is closed', async () => {
  let closed = false;
  async function* failing(): XlsxRows {
    try {
      yield [['一', 1, null]];
      throw new Error('gone');
    } finally {
      closed = true;
    }
  }
  const take = async (): Promise<void> => {
    for await (const part of xlsxBytes(columns, '客户', failing(), 2)) expect(part.length).toBeGreaterThan(0);
  };
  await expect(take()).rejects.toThrow('gone');
  expect(closed).toBe(true);
});
