import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '#electron/kernel/gb18030.ts';
import { cellsOf, problemOf, readAll } from './table-fixtures.ts';

const PAGE = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><style>td { x: "<td>" }</style></head>
<body><!-- <tr><td>no</td></tr> --><table border=1>
<tr><th colspan=2>客户</th><th rowspan='2'>车牌</th></tr>
<tr><td>名&nbsp;称<td>电话
<tr bgcolor="a>b"><td>张&amp;三<br>先生</td><td>&#49;380&nbsp;</td><td title="x'y">粤B12345</td></tr>
<tr><td> </td></tr>
<tr><td rowspan=2>甲</td><td>1</td><td>2</td></tr><tr><td>3</td></tr>
</table></body>`;
const ROWS = [
  {
    row: 1,
    cells: ['客户', null, '车牌'],
    merged: [
      { column: 0, columns: 2, rows: 1 },
      { column: 2, columns: 1, rows: 2 },
    ],
  },
  { row: 2, cells: ['名 称', '电话'] },
  { row: 3, cells: ['张&三\n先生', '1380', '粤B12345'] },
  { row: 5, cells: ['甲', '1', '2'], merged: [{ column: 0, columns: 1, rows: 2 }] },
  { row: 6, cells: [null, '3'] },
];

describe('HTML tables', () => {
  it.each([
    ['GBK', 'gb18030', encodeGb18030(PAGE)],
    ['UTF-8, whatever it claims', 'utf-8', Buffer.from(PAGE)],
    ['UTF-16', 'utf-16le', Buffer.from(`\ufeff${PAGE}`, 'utf16le')],
    ['UTF-8 after a mark and blanks', 'utf-8', Buffer.from(`\ufeff \r\n${PAGE}`)],
  ])('%s', async (_, encoding, bytes) => {
    const table = await readAll(bytes);
    expect(table).toMatchObject({ format: 'html', encoding, sheets: ['Sheet1'] });
    expect(table.rows).toEqual(ROWS);
  });

  it('reads tables inside tables and several tables as rows one below the other', async () => {
    const text =
      '<table><tr><td>外<table><tr><td>内</td></tr></table></td><td>后</td></tr></table><table><tr><td>二</td></tr></table>';
    expect(await cellsOf(text)).toEqual([['外'], ['内'], ['后'], ['二']]);
  });

  it('takes the name of the sheet from what Excel wrote', async () => {
    expect(
      (await readAll('<html><x:Name>客户&amp;车</x:Name><table><tr><td>1</td></tr></table>')).sheets,
    ).toEqual(['客户&车']);
  });

  it('reads a long page across the borders of its chunks', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [`𬭎${'李'.repeat(index % 7)}`, `粤B${index}`]);
    const text = `<table>${rows.map(([a, b]) => `<tr class="x"><td>${a}</td><td>${b}</td></tr>`).join('\n')}</table>`;
    expect(await cellsOf(encodeGb18030(text))).toEqual(rows);
  });

  it.each<[string, string, string]>([
    ['markup without a table', '<html><body>x</body></html>', 'not-a-table'],
    ['an open tag', '<table><tr><td', 'read'],
    ['entities of its own', '<!DOCTYPE x [<!ENTITY a "b">]><table><tr><td>&a;</td></tr></table>', 'doctype'],
    ['the DOCTYPE of pages', '<!DOCTYPE html><table><tr><td>a</td></tr></table>', 'read'],
    ['a cell of 10 MB', `<table><tr><td>${'x'.repeat(1e7)}</td></tr></table>`, 'cell-too-long'],
    ['a million columns', `<table><tr>${'<td>x'.repeat(1e6)}</table>`, 'too-many-columns'],
    [
      'spans of everything',
      `<table>${'<tr><td rowspan=999999 colspan=999999>x</tr>'.repeat(2000)}</table>`,
      'too-many-columns',
    ],
    ['a comment that never ends', `<table><tr><td>a</td></tr><!-- ${'-'.repeat(1e6)}`, 'read'],
    ['a tag that never ends', `<table><tr><td>a</td></tr><a ${'"<a '.repeat(1e5)}`, 'read'],
    ['quotes without end', `<table><tr><td>a</td></tr>${'<a b="'.repeat(1e5)}`, 'read'],
  ])('%s', async (_, text, code) => {
    expect(await problemOf(text)).toBe(code);
  });

  it('finishes for any soup of tags', async () => {
    const piece = fc.constantFrom(
      '<table>',
      '</table>',
      '<tr>',
      '</tr>',
      '<td>',
      '</td>',
      '<td colspan=3 rowspan="2">',
      'x',
      '&amp',
      '<!--',
      '-->',
      '<style>',
      '</style>',
      '<',
      '"',
      '=',
      '>',
      '<![CDATA[',
      ']]>',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        await problemOf(`<table><tr><td>${pieces.join('')}`);
      }),
      { numRuns: 300 },
    );
  });
});

describe('XML spreadsheet 2003', () => {
  const BOOK = `<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="甲&amp;乙"><Table><Row><Cell><Data ss:Type="String">一</Data></Cell></Row></Table></Worksheet>
<Worksheet ss:Name="客户"><Table>
<Row ss:Index="2"><Cell ss:MergeAcross="1"><Data ss:Type="String">张 &lt;三&gt;</Data></Cell><Cell><Data ss:Type="Number">1.5</Data></Cell></Row>
<Row><Cell ss:Index="3"><Data ss:Type="DateTime">2026-03-05T00:00:00.000</Data></Cell><Cell><Data ss:Type="DateTime">2026-03-05T08:30:00.000</Data></Cell>
<Cell><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell><Cell><ss:Data ss:Type="String"><B>粗</B>体</ss:Data></Cell></Row>
</Table></Worksheet></Workbook>`;

  it('reads its sheets', async () => {
    const table = await readAll(BOOK, {}, '客户');
    expect(table).toMatchObject({ format: 'xml', sheets: ['甲&乙', '客户'] });
    expect(table.rows).toEqual([
      { row: 2, cells: ['张 <三>', null, 1.5], merged: [{ column: 0, columns: 2, rows: 1 }] },
      { row: 3, cells: [null, null, '2026-03-05', '2026-03-05 08:30:00', 'TRUE', null, '粗体'] },
    ]);
    expect(await cellsOf(BOOK)).toEqual([['一']]);
  });

  it('refuses DOCTYPE', async () => {
    expect(await problemOf(BOOK.replace('<Workbook', '<!DOCTYPE x><Workbook'))).toBe('doctype');
  });
});
