import * as XLSX from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '#electron/kernel/gb18030.ts';
import { openTestCore, ownerWindow } from '#tests/support/core.ts';
import { jobEnd } from '#tests/support/jobs.ts';

/** Sheets as accountants hand them out: a merged title, a row of groups, a row of names. */
const cells = [
  ['应收账款明细表', null, null, null, null, null, null],
  ['应收单号', '客户信息', null, '应收情况', null, null, '备注'],
  [null, '客户名称', '联系电话', '发生日期', '到期日', '应收金额', null],
  ['Y1', '张三', '13800001111', '2026-01-05', '2026-02-05', '1200.50', '头一笔'],
  ['Y2', '李四', '13800002222', '2026-01-06', '2026-02-06', '88.888', null],
  ['合计', null, null, null, null, '1289.388', null],
];
const merges: XLSX.Range[] = [
  { s: { r: 0, c: 0 }, e: { r: 0, c: 6 } },
  { s: { r: 1, c: 0 }, e: { r: 2, c: 0 } },
  { s: { r: 1, c: 1 }, e: { r: 1, c: 2 } },
  { s: { r: 1, c: 3 }, e: { r: 1, c: 5 } },
  { s: { r: 1, c: 6 }, e: { r: 2, c: 6 } },
];

function workbook(bookType: 'xlsx' | 'biff8'): Uint8Array {
  const sheet = XLSX.utils.aoa_to_sheet(cells);
  sheet['!merges'] = merges;
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '应收');
  return XLSX.write(book, { type: 'buffer', bookType }) as Buffer;
}

function html(): string {
  const rows = cells.map((row, r) => {
    const found = row.flatMap((cell, c) => {
      const merge = merges.find(({ s }) => s.r === r && s.c === c);
      const covered = merges.some(({ s, e }) => r >= s.r && r <= e.r && c >= s.c && c <= e.c) && !merge;
      if (covered) return [];
      const spans = merge
        ? ` rowspan="${merge.e.r - merge.s.r + 1}" colspan="${merge.e.c - merge.s.c + 1}"`
        : '';
      return [`<td${spans}>${cell ?? ''}</td>`];
    });
    return `<tr>${found.join('')}</tr>`;
  });
  return `<html><body><table>${rows.join('')}</table></body></html>`;
}

const text = (): Uint8Array =>
  encodeGb18030(cells.map((row) => row.map((c) => c ?? ' ').join(',')).join('\r\n'));

describe('three heading rows and amounts with three decimals', () => {
  it.each<[string, () => Uint8Array | string]>([
    ['xlsx', () => workbook('xlsx')],
    ['xls', () => workbook('biff8')],
    ['html', html],
    ['gbk csv', text],
  ])('%s', async (_, content) => {
    const window = await ownerWindow(await openTestCore(), 'port');
    const file = new File([content() as Uint8Array<ArrayBuffer> | string], '应收.xls');
    const { fileId } = await window.client.import.upload({ file });
    const look = await window.client.import.look({ fileId });
    expect([look.kind, look.headerRow, look.firstDataRow, look.headers, look.missing]).toEqual([
      'receivable',
      3,
      4,
      [
        '应收单号',
        '客户信息/客户名称',
        '客户信息/联系电话',
        '应收情况/发生日期',
        '应收情况/到期日',
        '应收情况/应收金额',
        '备注',
      ],
      [],
    ]);
    await jobEnd(window, (await window.client.import.preview({ fileId, reading: {} })).jobId);
    const { rows } = await window.client.import.previewRows({ fileId });
    expect(rows.map(({ row, verdict, problems }) => [row, verdict, problems])).toEqual([
      [4, 'create', []],
      [
        5,
        'refused',
        [{ column: 5, code: 'parts-of-a-fen', message: expect.stringContaining('两位小数'), warning: false }],
      ],
    ]);
    // Corrected in place the row goes in, to the fen that the person wrote.
    await window.client.import.correct({ fileId, row: 5, cell: { column: 5, text: '88.89' } });
    await jobEnd(window, (await window.client.import.preview({ fileId, reading: {} })).jobId);
    const [, mended] = (await window.client.import.previewRows({ fileId })).rows;
    expect(mended?.changes).toContainEqual({
      feature: 'receivable',
      field: 'amountFen',
      before: null,
      after: 8889,
    });
  });
});
