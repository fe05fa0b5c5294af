import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '#shared/kernel/day.ts';
import {
  addWorkingDays,
  isWorkingDay,
  missingYears,
  nextWorkingDay,
  workCalendar,
  workingDaysBetween,
  type CalendarEntry,
} from '#shared/kernel/working-day.ts';
import { anyDay } from './reference-calendar.ts';

const off = (first: string, days: number): CalendarEntry[] =>
  Array.from({ length: days }, (_, n) => ({ day: addDays(first, n), kind: 'holiday' }));

/** National Day week of an invented year: 1–7 October off, Sunday 27 September and Saturday 10 October worked. */
const entries: readonly CalendarEntry[] = [
  ...off('2026-10-01', 7),
  { day: '2026-09-27', kind: 'working' },
  { day: '2026-10-10', kind: 'working' },
];
const calendar = workCalendar(entries);
const plain = workCalendar([]);

describe('isWorkingDay', () => {
  it.each([
    ['2026-09-25', true],
    ['2026-09-26', false],
    ['2026-09-27', true],
    ['2026-09-30', true],
    ['2026-10-01', false],
    ['2026-10-03', false], // a Saturday of the holidays
    ['2026-10-07', false],
    ['2026-10-08', true],
    ['2026-10-10', true],
    ['2026-10-11', false],
  ])('%s: %s', (day, expected) => expect(isWorkingDay(day, calendar)).toBe(expected));

  it('a day with both kinds is worked, whatever the order', () => {
    const both: CalendarEntry[] = [
      { day: '2026-10-10', kind: 'working' },
      { day: '2026-10-10', kind: 'holiday' },
    ];
    for (const list of [both, both.toReversed()])
      expect(isWorkingDay('2026-10-10', workCalendar(list))).toBe(true);
  });
});

describe('addWorkingDays', () => {
  it.each([
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-09-30', 4, '2026-10-12'],
    ['2026-09-26', 1, '2026-09-27'],
    ['2026-10-08', -1, '2026-09-30'],
    ['2026-10-12', -2, '2026-10-09'],
    ['2026-10-03', 0, '2026-10-03'],
    ['2026-09-21', 10, '2026-10-09'],
  ])('%s + %s = %s', (day, count, expected) => expect(addWorkingDays(day, count, calendar)).toBe(expected));

  it.each([
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-11-16', 10, '2026-11-30'],
    ['2028-02-28', 1, '2028-02-29'], // leap day
    ['2028-02-28', 2, '2028-03-01'],
    ['2027-02-26', 1, '2027-03-01'],
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

  it('counts as one counts on one’s fingers, with any calendar', () => {
    const start = '2024-01-01';
    const entry = fc.record({
      day: fc.integer({ min: 0, max: 800 }).map((n) => addDays(start, n)),
      kind: fc.constantFrom('holiday' as const, 'working' as const),
    });
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 120 }),
        fc.nat(700),
        fc.integer({ min: -40, max: 40 }),
        (list, n, count) => {
          const any = workCalendar(list);
          const works = (day: string): boolean =>
            list.some((one) => one.day === day && one.kind === 'working') ||
            (weekdayOf(day) <= 5 && !list.some((one) => one.day === day));
          const from = addDays(start, n);
          let day = from;
          for (let left = Math.abs(count); left > 0;) {
            day = addDays(day, count < 0 ? -1 : 1);
            if (works(day)) left -= 1;
          }
          expect(addWorkingDays(from, count, any)).toBe(day);
        },
      ),
    );
  });
});

describe('terms at their ends', () => {
  it.each([
    ['2026-10-03', '2026-10-08'],
    ['2026-10-08', '2026-10-08'],
    ['2026-10-11', '2026-10-12'],
  ])('%s ends on %s', (day, expected) => expect(nextWorkingDay(day, calendar)).toBe(expected));

  it.each([
    ['2026-11-01', '2026-12-31', []],
    ['2026-12-20', '2027-01-08', [2027]],
    ['2025-12-20', '2027-01-08', [2025, 2027]],
    ['2027-01-08', '2026-12-20', [2027]],
  ])('%s … %s lacks the calendar of %j', (from, to, years) =>
    expect(missingYears(from, to, calendar)).toEqual(years),
  );
});
