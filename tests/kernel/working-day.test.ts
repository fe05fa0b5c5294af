import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/kernel/day.ts';
import type { WorkCalendar } from '#shared/kernel/working-day.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '#shared/kernel/working-day.ts';
import { anyDay } from './reference-calendar.ts';

/** National Day week of an invented year: 1–7 October off, Sunday 27 September and Saturday 10 October worked. */
const calendar: WorkCalendar = {
  holidays: Array.from({ length: 7 }, (_, n) => addDays('2026-10-01', n)),
  workingSaturdays: ['2026-09-27', '2026-10-10'],
};
const plain: WorkCalendar = { holidays: [], workingSaturdays: [] };

describe('isWorkingDay', () => {
  it.each([
    ['2026-09-25', true],
    ['2026-09-26', false],
    ['2026-09-27', true],
    ['2026-09-30', true],
    ['2026-10-01', false],
    ['2026-10-07', false],
    ['2026-10-08', true],
    ['2026-10-10', true],
    ['2026-10-11', false],
  ])('%s: %s', (day, expected) => expect(isWorkingDay(day, calendar)).toBe(expected));

  it('a day in both lists is worked', () => {
    expect(isWorkingDay('2026-10-10', { holidays: ['2026-10-10'], workingSaturdays: ['2026-10-10'] })).toBe(
      true,
    );
  });
});

describe('addWorkingDays', () => {
  it.each([
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-09-30', 4, '2026-10-12'],
    ['2026-09-26', 1, '2026-09-27'],
    ['2026-10-08', -1, '2026-09-30'],
    ['2026-10-03', 0, '2026-10-03'],
    ['2026-09-21', 10, '2026-10-09'],
  ])('%s + %s = %s', (day, count, expected) => expect(addWorkingDays(day, count, calendar)).toBe(expected));

  it.each([
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-11-16', 10, '2026-11-30'],
  ])('without holidays %s + %s = %s', (day, count, expected) =>
    expect(addWorkingDays(day, count, plain)).toBe(expected),
  );

  it('refuses parts of a day', () =>
    expect(() => addWorkingDays('2026-11-16', 0.5, plain)).toThrow(RangeError));
});

describe('workingDaysBetween', () => {
  it.each([
    ['2026-09-30', '2026-10-08', 1],
    ['2026-09-30', '2026-10-07', 0],
    ['2026-10-08', '2026-09-30', -1],
    ['2026-10-08', '2026-10-08', 0],
    ['2026-09-21', '2026-10-09', 10],
  ])('%s … %s: %s', (from, to, expected) => expect(workingDaysBetween(from, to, calendar)).toBe(expected));

  it('undoes addWorkingDays', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (day, count) => {
        const end = addWorkingDays(day, count, calendar);
        expect(workingDaysBetween(day, end, calendar)).toBe(count);
        if (count !== 0) expect(isWorkingDay(end, calendar)).toBe(true);
      }),
    );
  });
});
