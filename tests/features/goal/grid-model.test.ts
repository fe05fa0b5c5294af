import { describe, expect, it } from 'vitest';
import {
  gridColumns,
  gridModel,
  type ColumnKind,
  type GridModel,
} from '#renderer/features/goal/grid-model.ts';
import { leftGoals } from '#renderer/features/goal/leavers.ts';
import type { GoalRow } from '#shared/features/goal/goal-row.rules.ts';
import { readAmount, readBlock } from '#renderer/features/goal/grid-typing.ts';
import { daysOfYear } from '#shared/features/goal/goal-day.rules.ts';
import { workCalendar } from '#shared/kernel/working-day.ts';

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

  it('shows quarters after their months, months after their weeks, weeks after their working days', () => {
    // Off on Thursday 1 and Friday 2 October, worked on Saturday 10 October.
    const calendar = workCalendar([
      { day: '2026-10-01', kind: 'holiday' },
      { day: '2026-10-02', kind: 'holiday' },
      { day: '2026-10-10', kind: 'working' },
    ]);
    const months = daysOfYear(2026, calendar);
    const periods = (kind: ColumnKind, opened?: number): string[] =>
      gridColumns(2026, kind, months, opened).map(({ period }) => period);
    expect(periods('months').slice(0, 5)).toEqual(['2026-01', '2026-02', '2026-03', '2026-Q1', '2026-04']);
    const weeks = periods('weeks');
    expect(weeks.slice(0, 7)).toEqual([
      '2026-01-W01',
      '2026-01-W02',
      '2026-01-W03',
      '2026-01-W04',
      '2026-01-W05',
      '2026-01',
      '2026-02-W06',
    ]);
    // The part of week 40 in October has no working day.
    expect(weeks.filter((period) => period.endsWith('W40'))).toEqual(['2026-09-W40']);
    expect(periods('days', 9).slice(0, 9)).toEqual([
      '2026-10',
      '2026-10-05',
      '2026-10-06',
      '2026-10-07',
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
      '2026-10-W41',
      '2026-10-12',
    ]);
    expect(periods('days', 9).at(-1)).toBe('2026-10-W44');
  });
});

describe('who leaves or moves', () => {
  const person = (
    id: number,
    given: { leftOn?: string; nowIn?: string; departmentId?: number },
  ): GoalRow => ({
    key: `d1.p${id}`,
    parent: 0,
    kind: 'person',
    name: `人${id}`,
    departmentId: given.departmentId ?? 1,
    personId: id,
    facet: null,
    hiredOn: null,
    leftOn: given.leftOn ?? null,
    nowIn: given.nowIn ?? null,
  });
  const store: GoalRow = { ...person(0, {}), key: 'store', parent: -1, kind: 'store', personId: null };
  const rows = [
    store,
    person(1, { leftOn: '2026-06-15' }),
    person(2, { leftOn: '2026-07-01' }),
    person(3, { leftOn: '2027-02-01' }),
    person(4, { nowIn: '售后部' }),
    person(5, {}),
  ];
  const grid = (kind: 'sum' | 'rate', year: number): GridModel =>
    gridModel(
      {
        plans: [],
        plan: null,
        rows,
        maySet: [],
        mayPromise: [],
        own: [],
        calendar: [],
        sheets: [
          {
            indicator: 'orders',
            name: { 'zh-CN': '订单台数', en: 'Orders' },
            unit: 'count',
            kind,
            given: rows.flatMap(({ kind: of }) =>
              Array.from({ length: 12 }, () => (of === 'person' ? 2 : null)),
            ),
            days: [],
            promised: rows.flatMap(() => Array.from({ length: 12 }, () => null)),
            locks: [],
          },
        ],
      },
      year,
      'months',
    );
  const told = (model: GridModel): unknown[] =>
    leftGoals(model, '2026-11-18').map(({ leaver, amount }) => [leaver.row, leaver.from, amount]);

  it('is told with the months without work, or from this month on', () => {
    expect(told(grid('sum', 2026))).toEqual([
      [1, 6, 12],
      [2, 6, 12],
      [4, 10, 4],
    ]);
    expect(told(grid('sum', 2027))).toEqual([
      [1, 0, 24],
      [2, 0, 24],
      [3, 1, 22],
      [4, 0, 24],
    ]);
    expect(told(grid('sum', 2025))).toEqual([]);
    expect(told(grid('rate', 2026))).toEqual([]);
  });
});
