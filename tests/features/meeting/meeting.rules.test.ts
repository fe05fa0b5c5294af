import { describe, expect, it } from 'vitest';
import {
  ageBucket,
  bucketDays,
  countPeriod,
  dataUpTo,
  isLate,
  matchStock,
  missingForConfirm,
  packDays,
  parseAgeBuckets,
  quarterOfWeek,
  rateOf,
  type Source,
  type SourceDay,
} from '#shared/features/meeting/meeting.rules.ts';
import { addDays, daysBetween } from '#shared/kernel/day.ts';

const day = (on: string, rows = 1, value = rows): SourceDay => ({ day: on, rows, value });
/** A source that has one row a day in a span. */
const daily = (first: string, last: string): Source => ({
  first,
  days: Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => day(addDays(first, index))),
});

describe('days of a pack', () => {
  it.each([
    // [week, today] → [first, last, asOf, month to date from, same week last year, next week]
    [
      '2026-W47',
      '2026-11-18',
      '2026-11-16',
      '2026-11-22',
      '2026-11-18',
      '2026-11-01',
      '2025-W47',
      '2026-W48',
    ],
    [
      '2026-W47',
      '2026-11-16',
      '2026-11-16',
      '2026-11-22',
      '2026-11-16',
      '2026-11-01',
      '2025-W47',
      '2026-W48',
    ],
    [
      '2026-W47',
      '2026-11-22',
      '2026-11-16',
      '2026-11-22',
      '2026-11-22',
      '2026-11-01',
      '2025-W47',
      '2026-W48',
    ],
    // held on the Monday after, or opened long before: ages are reckoned inside the week
    [
      '2026-W47',
      '2026-11-23',
      '2026-11-16',
      '2026-11-22',
      '2026-11-22',
      '2026-11-01',
      '2025-W47',
      '2026-W48',
    ],
    [
      '2026-W47',
      '2026-10-01',
      '2026-11-16',
      '2026-11-22',
      '2026-11-16',
      '2026-11-01',
      '2025-W47',
      '2026-W48',
    ],
    // a week over the end of a month: the month is that of the day reached
    [
      '2026-W49',
      '2026-11-30',
      '2026-11-30',
      '2026-12-06',
      '2026-11-30',
      '2026-11-01',
      '2025-W49',
      '2026-W50',
    ],
    [
      '2026-W49',
      '2026-12-01',
      '2026-11-30',
      '2026-12-06',
      '2026-12-01',
      '2026-12-01',
      '2025-W49',
      '2026-W50',
    ],
    // the long year 2026 has a W53 that 2025 has not; 2027 begins with W01 on 4 January
    [
      '2026-W53',
      '2027-01-05',
      '2026-12-28',
      '2027-01-03',
      '2027-01-03',
      '2027-01-01',
      '2025-W52',
      '2027-W01',
    ],
    [
      '2027-W01',
      '2027-01-04',
      '2027-01-04',
      '2027-01-10',
      '2027-01-04',
      '2027-01-01',
      '2026-W01',
      '2027-W02',
    ],
  ])('%s seen on %s', (week, today, first, last, asOf, monthFirst, lastYear, next) => {
    const days = packDays(week, today);
    expect([days.first, days.last, days.asOf, days.monthFirst]).toEqual([first, last, asOf, monthFirst]);
    expect([days.lastYear.week, days.next.week]).toEqual([lastYear, next]);
    expect(days.series).toHaveLength(12);
    expect(days.series.at(-1)).toEqual({ week, first, last });
    expect(daysBetween(days.series[0]?.first ?? '', first)).toBe(77);
  });
});

describe('a figure of a period', () => {
  const week = { first: '2026-11-16', last: '2026-11-22' };
  const asOf = '2026-11-22';
  it.each<[string, Source, { value: number | null; missing: string | null }]>([
    ['nothing ever', { first: null, days: [] }, { value: null, missing: 'never-supplied' }],
    [
      'begun after the period',
      { first: '2026-11-23', days: [day('2026-11-23')] },
      { value: null, missing: 'never-supplied' },
    ],
    [
      'Monday and Sunday belong to the week, their neighbours do not',
      {
        first: '2026-11-15',
        days: [day('2026-11-15', 8), day('2026-11-16', 1), day('2026-11-22', 2), day('2026-11-23', 16)],
      },
      { value: 3, missing: null },
    ],
    [
      'the last row 60 days before: a true 0',
      { first: '2026-09-17', days: [day('2026-09-17')] },
      { value: 0, missing: null },
    ],
    [
      'the last row 61 days before: not supplied',
      { first: '2026-09-16', days: [day('2026-09-16')] },
      { value: null, missing: 'none-near' },
    ],
    [
      'the next row 60 days after: a true 0',
      { first: '2025-01-01', days: [day('2027-01-21')] },
      { value: 0, missing: null },
    ],
    [
      'the next row 61 days after: not supplied',
      { first: '2025-01-01', days: [day('2027-01-22')] },
      { value: null, missing: 'none-near' },
    ],
    [
      'a daily source that ended two days before the week',
      daily('2026-09-01', '2026-11-14'),
      { value: null, missing: 'data-ends' },
    ],
    [
      'a slow source (3 rows in 60 days) silent for ten days: a true 0',
      { first: '2026-09-20', days: [day('2026-09-20'), day('2026-10-20'), day('2026-11-12')] },
      { value: 0, missing: null },
    ],
    [
      'a daily source that goes on after an empty week: a true 0',
      { first: '2026-09-01', days: [...daily('2026-09-01', '2026-11-15').days, day('2026-11-23')] },
      { value: 0, missing: null },
    ],
    [
      'rows that do not count are rows all the same',
      { first: '2026-11-17', days: [day('2026-11-17', 4, 0)] },
      { value: 0, missing: null },
    ],
  ])('%s', (_what, source, expected) => {
    expect(countPeriod(source, week, asOf)).toEqual(expected);
  });

  it('is not begun while the period lies ahead, and counts from its first day on', () => {
    const source = daily('2026-09-01', '2026-11-16');
    expect(countPeriod(source, week, '2026-11-15')).toEqual({ value: null, missing: 'not-begun' });
    expect(countPeriod(source, week, '2026-11-16')).toEqual({ value: 1, missing: null });
  });

  it('tells up to which day its source has rows', () => {
    const source: Source = {
      first: '2026-11-01',
      days: [day('2026-11-01'), day('2026-11-20'), day('2026-11-25')],
    };
    expect(dataUpTo(source, '2026-11-22')).toBe('2026-11-20');
    expect(dataUpTo({ first: null, days: [] }, '2026-11-22')).toBeNull();
  });
});

describe('rates, ages, stock', () => {
  it.each([
    [38, 50, 7600],
    [1, 3, 3333],
    [2, 3, 6667],
    [0, 50, 0],
    [60, 50, 12_000],
    [5, 0, null],
    [5, null, null],
    [null, 5, null],
  ])('%s of %s is %s basis points', (value, goal, rate) => {
    expect(rateOf(value, goal)).toBe(rate);
  });

  it.each([
    [0, 0],
    [30, 0],
    [31, 1],
    [60, 1],
    [61, 2],
    [90, 2],
    [91, 3],
    [4000, 3],
  ])('%s days lie in bucket %s, and so do the days of the bucket', (days, index) => {
    const limits = [30, 60, 90];
    expect(ageBucket(days, limits)).toBe(index);
    const { first, last } = bucketDays(index, limits, '2026-11-18');
    const began = addDays('2026-11-18', -days);
    expect(began <= last && (first === null || began >= first)).toBe(true);
  });

  it.each([
    ['30,60,90', [30, 60, 90]],
    ['45', [45]],
    ['60,30', undefined],
    ['0,30', undefined],
    ['', undefined],
    ['30,x', undefined],
    ['1,2,3,4,5,6,7', undefined],
  ])('age buckets %j', (text, limits) => {
    expect(parseAgeBuckets(text)).toEqual(limits);
  });

  it('sets stock of each model by age against open orders', () => {
    const lines = matchStock(
      [
        { model: 'A', arrivedOn: '2026-11-18', count: 2 },
        { model: 'A', arrivedOn: '2026-10-18', count: 1 },
        { model: 'A', arrivedOn: '2026-11-19', count: 5 }, // arrives tomorrow: no stock yet
        { model: 'B', arrivedOn: '2026-08-01', count: 1 },
      ],
      [
        { model: 'A', quantity: 7 },
        { model: 'C', quantity: 1 },
      ],
      '2026-11-18',
      [30, 60, 90],
    );
    expect(lines).toEqual([
      { model: 'A', ages: [2, 1, 0, 0], stock: 3, openOrders: 7, gap: 4 },
      { model: 'C', ages: [0, 0, 0, 0], stock: 0, openOrders: 1, gap: 1 },
      { model: 'B', ages: [0, 0, 0, 1], stock: 1, openOrders: 0, gap: 0 },
    ]);
  });
});

describe('minutes', () => {
  it.each([
    ['08:30', '08:30', false],
    ['08:31', '08:30', true],
    ['23:59', null, false],
  ])('signing in at %s for %s is late: %s', (at, starts, late) => {
    expect(isLate(at, starts)).toBe(late);
  });

  const person = {
    personId: 1,
    name: '甲',
    departmentName: null,
    post: null,
    signedInAt: null,
    signedWith: null,
    state: 'late' as const,
  };
  const chair = { id: 1, name: '甲' };
  it.each([
    [{ heldOn: '2026-11-18', chair, recorder: chair, attendance: [person] }, []],
    [{ heldOn: '2026-11-19', chair, recorder: chair, attendance: [person] }, ['head.heldOn held-in-future']],
    [
      { heldOn: null, chair: null, recorder: null, attendance: [{ ...person, state: 'absent' as const }] },
      [
        'head.heldOn required',
        'head.chairId required',
        'head.recorderId required',
        'attendance nobody-present',
      ],
    ],
  ])('lack before they can be confirmed %#', (minutes, expected) => {
    expect(missingForConfirm(minutes, '2026-11-18').map(({ field, issue }) => `${field} ${issue}`)).toEqual(
      expected,
    );
  });

  it.each([
    ['2026-W01', '2026-Q1'], // Thursday 1 January
    ['2026-W14', '2026-Q2'], // Thursday 2 April, Monday still in March
    ['2026-W40', '2026-Q4'], // Thursday 1 October
    ['2026-W53', '2026-Q4'], // Thursday 31 December, Sunday already in January
    ['2025-W01', '2025-Q1'],
  ])('of %s are bound in %s', (week, quarter) => {
    expect(quarterOfWeek(week)).toBe(quarter);
  });
});
