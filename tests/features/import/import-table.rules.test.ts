import { describe, expect, it } from 'vitest';
import { guessHeader, isTotalRow, tableShape } from '#shared/features/import/import-table.rules.ts';
import type { RawCell, RawRow } from '#shared/features/import/raw-row.ts';

const known = (name: string): boolean =>
  ['客户名称', '姓名', '电话', '车牌号', '车架号', '型号', '日期'].includes(name);
const rowsOf = (...cells: (readonly RawCell[])[]): RawRow[] =>
  cells.map((each, index) => ({ row: index + 1, cells: each }));

describe('guessHeader', () => {
  it.each<[string, RawRow[], number, string[]]>([
    ['first row', rowsOf(['客户名称', '电话'], ['张三', '13800001111']), 1, ['客户名称', '电话']],
    [
      'titles above',
      rowsOf(['客户车辆清单'], ['导出日期:', '2026-03-05'], ['客户名称', '电话', '车牌号'], ['张三', 1, 2]),
      3,
      ['客户名称', '电话', '车牌号'],
    ],
    ['unknown names', rowsOf(['清单'], ['甲', '乙', '丙'], ['x1', 12, 13]), 2, ['甲', '乙', '丙']],
    [
      'spread and starred names',
      rowsOf(['*客 户 名 称', '电\n话', '车牌号：'], ['张三', 1, 2]),
      1,
      ['客户名称', '电话', '车牌号'],
    ],
    [
      'gaps of an upper row',
      rowsOf(
        ['客户', null, '车辆', null],
        ['姓名', '电话', '车牌号', '车架号'],
        ['张三', '138', '粤B12345', 'L'],
      ),
      2,
      ['客户/姓名', '客户/电话', '车辆/车牌号', '车辆/车架号'],
    ],
    [
      'three rows without merged areas: a group ends where one above it begins',
      rowsOf(
        ['客户', null, null, '车辆', null],
        ['基本', '联系', null, null, '出厂'],
        ['姓名', '电话', '备用', '车牌号', '型号'],
        ['张三', 1, 2, 3, 4],
      ),
      3,
      ['客户/基本/姓名', '客户/联系/电话', '客户/联系/备用', '车辆/车牌号', '车辆/出厂/型号'],
    ],
    [
      'title above two rows, with a remark beside it',
      rowsOf(
        ['应收明细表', null, null, '单位：元'],
        ['客户', null, '车辆', null],
        ['姓名', '电话', '车牌号', '型号'],
        ['张三', 1, 2, 3],
      ),
      3,
      ['客户/姓名', '客户/电话', '车辆/车牌号', '车辆/型号'],
    ],
    [
      'no pair: a title with a remark over headings',
      rowsOf(['应收明细表', null, '单位:元'], ['姓名', '电话', '车牌号'], ['张三', 1, 2]),
      2,
      ['姓名', '电话', '车牌号'],
    ],
    [
      'no pair: text data below a gap',
      rowsOf(['姓名', '电话', null], ['张三', '无', '好']),
      1,
      ['姓名', '电话', ''],
    ],
    [
      'no pair: a title over headings',
      rowsOf(['车辆'], ['车牌号', '车架号'], ['粤B1', 'L']),
      2,
      ['车牌号', '车架号'],
    ],
  ])('%s', (_, rows, headerRow, headers) => {
    expect(guessHeader(rows, known)).toEqual({ headerRow, headers, firstDataRow: headerRow + 1 });
  });

  it('joins two rows by merged areas and keeps the line numbers of the sheet', () => {
    const rows: RawRow[] = [
      { row: 2, cells: ['报表'], merged: [{ column: 0, columns: 4, rows: 1 }] },
      {
        row: 4,
        cells: ['序号', '客户', null, '备注'],
        merged: [
          { column: 0, columns: 1, rows: 2 },
          { column: 1, columns: 2, rows: 1 },
          { column: 3, columns: 1, rows: 2 },
        ],
      },
      { row: 5, cells: [null, '姓名', '电话'] },
      { row: 6, cells: [1, '张三', '138'] },
    ];
    expect(guessHeader(rows, known)).toEqual({
      headerRow: 5,
      headers: ['序号', '客户/姓名', '客户/电话', '备注'],
      firstDataRow: 6,
    });
  });

  it('joins three rows by merged areas over one, two and three lines', () => {
    const rows: RawRow[] = [
      {
        row: 1,
        cells: ['客户名称', '车辆', null, null, '备注'],
        merged: [
          { column: 0, columns: 1, rows: 3 },
          { column: 1, columns: 3, rows: 1 },
          { column: 4, columns: 1, rows: 3 },
        ],
      },
      {
        row: 2,
        cells: [null, '车牌号', '证件'],
        merged: [
          { column: 1, columns: 1, rows: 2 },
          { column: 2, columns: 2, rows: 1 },
        ],
      },
      { row: 3, cells: [null, null, '车架号', '日期'] },
      { row: 4, cells: ['张三', '粤B12345', 'L', '2026-01-02'] },
    ];
    expect(guessHeader(rows, known)).toEqual({
      headerRow: 3,
      headers: ['客户名称', '车辆/车牌号', '车辆/证件/车架号', '车辆/证件/日期', '备注'],
      firstDataRow: 4,
    });
  });

  it('answers for a sheet without rows', () => {
    expect(guessHeader([], known)).toEqual({ headerRow: 1, headers: [], firstDataRow: 2 });
  });
});

describe('isTotalRow', () => {
  it.each<[readonly RawCell[], boolean]>([
    [['合计', 12], true],
    [[null, ' 合  计：', 12], true],
    [['总计'], true],
    [['小计(3台)', null, 5], true],
    [['1', '本页合计', 5], true],
    [['共 12 条记录'], true],
    [['Total', 5], true],
    [['合计物流有限公司', '138'], false],
    [['张三', '138', '合计'], false],
    [['总计划员', 1], false],
    [[], false],
  ])('%j → %s', (cells, expected) => {
    expect(isTotalRow(cells)).toBe(expected);
  });
});

describe('tableShape', () => {
  it('does not depend on order, blanks, case and width', () => {
    expect(tableShape(['客户名称', ' VIN ', '', '电话'])).toBe(tableShape(['电话', 'ｖｉｎ', '客 户 名 称']));
    expect(tableShape(['客户名称', '电话'])).not.toBe(tableShape(['客户名称', '电话', '手机']));
  });
});
