import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, weekdayOf } from '#shared/kernel/day.ts';
import {
  addMonthsTo,
  addWeeks,
  isMonth,
  isWeek,
  monthDays,
  monthOf,
  quarterDays,
  quarterOf,
  sameWeekLastYear,
  weekDays,
  weekOf,
  weeksInYear,
  yearOf,
} from '#shared/kernel/period.ts';
import { anyDay, referenceDay, utc } from './reference-calendar.ts';

/** ISO week by counting: the week belongs to the year of its Thursday; its number counts the Thursdays so far. */
function referenceWeek(day: string): string {
  const date = new Date(utc(day));
  date.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
  const year = date.getUTCFullYear();
  let thursdays = 0;
  for (let at = Date.UTC(year, 0, 1); at <= date.getTime(); at += 86_400_000)
    if (new Date(at).getUTCDay() === 4) thursdays += 1;
  return `${year}-W${String(thursdays).padStart(2, '0')}`;
}

describe('weeks', () => {
  it.each([
    ['2026-11-16', '2026-W47'],
    ['2026-11-22', '2026-W47'],
    ['2026-11-23', '2026-W48'],
    ['2020-12-28', '2020-W53'],
    ['2020-12-31', '2020-W53'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2025-12-28', '2025-W52'],
    ['2025-12-29', '2026-W01'],
    ['2025-12-31', '2026-W01'],
    ['2026-01-04', '2026-W01'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2024-12-30', '2025-W01'],
    ['2023-01-01', '2022-W52'],
    ['2024-02-29', '2024-W09'],
  ])('%s is in %s', (day, week) => expect(weekOf(day)).toBe(week));

  it.each([
    ['2020-W53', '2020-12-28', '2021-01-03'],
    ['2026-W01', '2025-12-29', '2026-01-04'],
    ['2026-W47', '2026-11-16', '2026-11-22'],
  ])('%s runs %s … %s', (week, first, last) => expect(weekDays(week)).toEqual({ first, last }));

  it.each([
    ['2020-W53', 1, '2021-W01'],
    ['2026-W01', -1, '2025-W52'],
    ['2026-W53', -52, '2026-W01'],
    ['2026-W47', 0, '2026-W47'],
  ])('%s + %s = %s', (week, weeks, expected) => expect(addWeeks(week, weeks)).toBe(expected));

  it.each([
    ['2026-W47', '2025-W47'],
    ['2026-W53', '2025-W52'],
    ['2021-W52', '2020-W52'],
    ['2026-W01', '2025-W01'],
  ])('a year before %s is %s', (week, expected) => expect(sameWeekLastYear(week)).toBe(expected));

  it.each([
    ['2026-W53', true],
    ['2020-W53', true],
    ['2025-W53', false],
    ['2021-W53', false],
    ['2026-W00', false],
    ['2026-W54', false],
    ['2026-47', false],
    ['2026-w47', false],
    ['2026-W7', false],
    ['', false],
  ])('isWeek %s: %s', (week, expected) => expect(isWeek(week)).toBe(expected));

  it('refuses a week that does not exist', () => {
    expect(() => weekDays('2025-W53')).toThrow(RangeError);
    expect(() => addWeeks('2026-00', 1)).toThrow(RangeError);
    expect(() => sameWeekLastYear('2025-W53')).toThrow(RangeError);
  });

  it('agree with counting Thursdays', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(weekOf(day)).toBe(referenceWeek(day));
      }),
    );
  });

  it('every turn of a year 1950–2100 agrees with counting Thursdays', () => {
    for (let year = 1950; year <= 2100; year += 1)
      for (let offset = -6; offset <= 6; offset += 1) {
        const day = addDays(`${year}-01-01`, offset);
        expect(weekOf(day)).toBe(referenceWeek(day));
      }
  });

  it('go round: a week holds its days, adding and subtracting returns, seven days each', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -2000, max: 2000 }), (day, weeks) => {
        const week = weekOf(day);
        const { first, last } = weekDays(week);
        expect([weekdayOf(first), weekdayOf(last), daysBetween(first, last)]).toEqual([1, 7, 6]);
        expect(first <= day && day <= last).toBe(true);
        expect(isWeek(week)).toBe(true);
        expect(addWeeks(addWeeks(week, weeks), -weeks)).toBe(week);
        expect(weekDays(addWeeks(week, weeks)).first).toBe(addDays(first, weeks * 7));
      }),
    );
  });

  it('counts long years', () => {
    const long = Array.from({ length: 31 }, (_, n) => 2000 + n).filter((year) => weeksInYear(year) === 53);
    expect(long).toEqual([2004, 2009, 2015, 2020, 2026]);
  });
});

describe('months, quarters, years', () => {
  it.each([
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-12', '2026-12-01', '2026-12-31'],
  ])('%s runs %s … %s', (month, first, last) => expect(monthDays(month)).toEqual({ first, last }));

  it.each([
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-11', -23, '2024-12'],
    ['2026-11', 0, '2026-11'],
  ])('%s + %s = %s', (month, months, expected) => expect(addMonthsTo(month, months)).toBe(expected));

  it.each([
    ['2026-01-01', '2026-Q1'],
    ['2026-03-31', '2026-Q1'],
    ['2026-04-01', '2026-Q2'],
    ['2026-12', '2026-Q4'],
  ])('%s is in %s', (period, quarter) => expect(quarterOf(period)).toBe(quarter));

  it.each([
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
  ])('%s runs %s … %s', (quarter, first, last) => expect(quarterDays(quarter)).toEqual({ first, last }));

  it.each([
    ['2026-11-16', 2026],
    ['2026-W53', 2026],
    ['1999-Q4', 1999],
  ])('year of %s is %s', (period, year) => expect(yearOf(period)).toBe(year));

  it('refuses what is no month or quarter', () => {
    expect(['2026-11', '2026-00', '2026-13', '2026-1', '2026-111'].map(isMonth)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(() => monthDays('2026-13')).toThrow(RangeError);
    expect(() => quarterDays('2026-Q5')).toThrow(RangeError);
    expect(() => yearOf('soon')).toThrow(RangeError);
  });

  it('a month holds its days and only those', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const month = monthOf(day);
        const { first, last } = monthDays(month);
        expect(month).toBe(referenceDay(utc(day)).slice(0, 7));
        expect(monthOf(addDays(first, -1))).toBe(addMonthsTo(month, -1));
        expect(monthOf(addDays(last, 1))).toBe(addMonthsTo(month, 1));
        expect(addMonthsTo(addMonthsTo(month, months), -months)).toBe(month);
      }),
    );
  });
});
