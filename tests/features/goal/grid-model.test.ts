import { describe, expect, it } from 'vitest';
import { gridColumns, readAmount, readBlock } from '#renderer/features/goal/grid-model.ts';

describe('what is typed or pasted into the grid', () => {
  it.each([
    ['12', 'count', { value: 12 }],
    [' １２，０００ ', 'count', { value: 12_000 }],
    ['1,200', 'count', { value: 1200 }],
    ['', 'count', { value: null }],
    ['-', 'count', { value: null }],
    ['十二', 'count', { problem: 'notNumber' }],
    ['1.5', 'count', { problem: 'notWhole' }],
    ['-3', 'count', { problem: 'negative' }],
    ['1e5', 'count', { problem: 'notNumber' }],
    ['¥12,345.60', 'fen', { value: 1_234_560 }],
    ['1.2万', 'fen', { value: 1_200_000 }],
    ['很多', 'fen', { problem: 'notMoney' }],
    ['(5)', 'fen', { problem: 'negative' }],
    ['85.5%', 'rate', { value: 8550 }],
  ] as const)('%s as %s', (text, unit, expected) => {
    expect(readAmount(text, unit)).toEqual(expected);
  });

  it.each([
    [
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['5', [['5']]],
    [
      '1\t\n\t4',
      [
        ['1', ''],
        ['', '4'],
      ],
    ],
    ['"a ""b""\nc"\t2', [['a "b"\nc', '2']]],
    ['', []],
  ])('%j', (text, rows) => {
    expect(readBlock(text)).toEqual(rows);
  });

  it('shows quarters after their months, and the weeks that touch the year', () => {
    expect(
      gridColumns(2026, 'months')
        .map(({ period }) => period)
        .slice(0, 5),
    ).toEqual(['2026-01', '2026-02', '2026-03', '2026-Q1', '2026-04']);
    const weeks = gridColumns(2026, 'weeks').map(({ period }) => period);
    expect([weeks[0], weeks.at(-1), weeks.length]).toEqual(['2026-W01', '2026-W53', 53]);
  });
});
