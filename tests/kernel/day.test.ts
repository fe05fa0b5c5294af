import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  compareDays,
  dayFromExcelSerial,
  dayFromNumber,
  dayFromParts,
  dayNumber,
  dayOfInstant,
  daysBetween,
  excelSerialOfDay,
  formatDay,
  formatMonth,
  isDay,
  isOverdue,
  timeOfInstant,
  weekdayOf,
} from '#shared/kernel/day.ts';
import { anyDay, referenceDay, utc } from './reference-calendar.ts';

describe('isDay', () => {
  it.each([
    ['2026-03-05', true],
    ['2024-02-29', true],
    ['2000-02-29', true],
    ['0001-01-01', true],
    ['9999-12-31', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2100-02-29', false],
    ['2200-02-29', false],
    ['2026-04-31', false],
    ['2026-00-10', false],
    ['2026-13-01', false],
    ['2026-01-00', false],
    ['0000-01-01', false],
    ['2026-3-5', false],
    ['2026/03/05', false],
    ['2026-03-05 ', false],
    ['２０２６-03-05', false],
    ['-026-03-05', false],
    ['', false],
  ])('%s → %s', (text, expected) => expect(isDay(text)).toBe(expected));
});

describe('dayFromParts', () => {
  it.each([
    [2026, 3, 5, '2026-03-05'],
    [2024, 2, 29, '2024-02-29'],
    [7, 1, 1, '0007-01-01'],
    [2023, 2, 29, undefined],
    [2026, 13, 1, undefined],
    [2026, 0, 1, undefined],
    [2026, 1.5, 1, undefined],
    [10_000, 1, 1, undefined],
    [0, 1, 1, undefined],
  ])('%s-%s-%s → %s', (year, month, day, expected) => expect(dayFromParts(year, month, day)).toBe(expected));
});

describe('arithmetic', () => {
  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['1970-01-01', -1, '1969-12-31'],
  ])('%s + %s days = %s', (day, days, expected) => expect(addDays(day, days)).toBe(expected));

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-08-31', 0, '2026-08-31'],
  ])('%s + %s months = %s', (day, months, expected) => expect(addMonths(day, months)).toBe(expected));

  it.each([
    ['2026-11-16', 1],
    ['2026-11-22', 7],
    ['1970-01-01', 4],
    ['1969-12-31', 3],
    ['2024-02-29', 4],
  ])('weekday of %s is %s', (day, expected) => expect(weekdayOf(day)).toBe(expected));

  it('refuses what is no day and what leaves the calendar', () => {
    expect(() => addDays('2023-02-29', 1)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
    expect(() => addDays('2026-01-01', 0.5)).toThrow(RangeError);
    expect(() => addMonths('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addMonths('2026-01-01', 0.5)).toThrow(RangeError);
  });

  it('orders days, and a thing due today is not overdue', () => {
    expect(['2026-10-01', '2025-12-31', '2026-09-30'].sort(compareDays)).toEqual([
      '2025-12-31',
      '2026-09-30',
      '2026-10-01',
    ]);
    expect(compareDays('2026-01-01', '2026-01-01')).toBe(0);
    expect(['2026-03-04', '2026-03-05', '2026-03-06'].map((today) => isOverdue('2026-03-05', today))).toEqual(
      [false, false, true],
    );
  });
});

describe('against the calendar of the platform', () => {
  it('every day of 1899–2105 follows the one before', () => {
    let number = dayNumber('1899-01-01');
    for (let at = utc('1899-01-01'); at <= utc('2105-12-31'); at += 86_400_000, number += 1) {
      const expected = referenceDay(at);
      if (dayFromNumber(number) !== expected || dayNumber(expected) !== number || !isDay(expected))
        expect.unreachable(`${expected} ≠ ${dayFromNumber(number)}`);
    }
  });

  it('addDays, daysBetween, weekdayOf', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -200_000, max: 200_000 }), (day, days) => {
        const expected = referenceDay(utc(day) + days * 86_400_000);
        expect(addDays(day, days)).toBe(expected);
        expect(daysBetween(day, expected)).toBe(days);
        expect(weekdayOf(day)).toBe(new Date(utc(day)).getUTCDay() || 7);
      }),
    );
  });

  it('addMonths keeps the day of month or takes the last', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -1200, max: 1200 }), (day, months) => {
        const start = new Date(utc(day));
        const last = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months + 1, 0));
        last.setUTCDate(Math.min(start.getUTCDate(), last.getUTCDate()));
        expect(addMonths(day, months)).toBe(referenceDay(last.getTime()));
      }),
    );
  });

  it('only real days pass isDay', () => {
    const part = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 1800, max: 2200 }), part, part, (year, month, day) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        const at = Date.UTC(year, month - 1, day);
        expect(isDay(text)).toBe(referenceDay(at) === text);
        expect(dayFromParts(year, month, day)).toBe(isDay(text) ? text : undefined);
      }),
    );
  });
});

describe('timeOfInstant', () => {
  it.each([
    ['2026-03-05T16:30:00.000Z', 480, '00:30'],
    ['2026-03-05T01:59:59.999Z', 480, '09:59'],
    ['2026-03-05T00:30:00.000Z', -60, '23:30'],
  ])('%s at %s minutes is %s', (iso, offset, expected) => expect(timeOfInstant(iso, offset)).toBe(expected));
  it('refuses what is no instant', () => expect(() => timeOfInstant('09:00', 480)).toThrow(RangeError));
});

describe('dayOfInstant', () => {
  it.each([
    ['2026-03-05T15:59:59.999Z', 480, '2026-03-05'],
    ['2026-03-05T16:00:00.000Z', 480, '2026-03-06'],
    ['2026-12-31T23:30:00Z', 480, '2027-01-01'],
    ['2024-02-28T20:00:00Z', 480, '2024-02-29'],
    ['2026-03-05T04:59:00Z', -300, '2026-03-04'],
    ['2026-03-05T23:59:59Z', 0, '2026-03-05'],
  ])('%s at %s minutes is %s', (iso, offset, expected) => expect(dayOfInstant(iso, offset)).toBe(expected));
  it.each(['2026-03-05', '2026-03-05T16:00:00', '2026-03-05 16:00:00Z', '2026-03-05T24:00:00Z'])(
    'refuses %s',
    (iso) => expect(() => dayOfInstant(iso, 0)).toThrow(RangeError),
  );
});

describe('spreadsheet serials', () => {
  it.each([
    [1, '1900', '1900-01-01'],
    [59, '1900', '1900-02-28'],
    [60, '1900', undefined],
    [61, '1900', '1900-03-01'],
    [46_086, '1900', '2026-03-05'],
    [46_086.99, '1900', '2026-03-05'],
    [0, '1900', undefined],
    [-1, '1900', undefined],
    [Number.NaN, '1900', undefined],
    [1e12, '1900', undefined],
    [0, '1904', '1904-01-01'],
    [44_624, '1904', '2026-03-05'],
  ] as const)('%s of %s is %s', (serial, epoch, expected) =>
    expect(dayFromExcelSerial(serial, epoch)).toBe(expected),
  );

  it('come back from their day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200_000 }), fc.constantFrom('1900', '1904'), (serial, epoch) => {
        const day = dayFromExcelSerial(serial, epoch);
        if (day !== undefined) expect(excelSerialOfDay(day, epoch)).toBe(serial);
      }),
    );
    expect(excelSerialOfDay('1899-12-31', '1900')).toBeUndefined();
    expect(excelSerialOfDay('1903-12-31', '1904')).toBeUndefined();
  });
});

describe('formatDay', () => {
  it.each([
    ['2026-03-05', 'zh-CN', '2026年3月5日'],
    ['2026-03-05', 'en', '5 Mar 2026'],
    ['2026-12-31', 'en', '31 Dec 2026'],
  ] as const)('%s in %s: %s', (day, language, expected) => expect(formatDay(day, language)).toBe(expected));
});

describe('formatMonth', () => {
  it.each([
    ['2026-03', 'zh-CN', '2026年3月'],
    ['2026-12', 'zh-CN', '2026年12月'],
    ['2026-03', 'en', 'Mar 2026'],
  ] as const)('%s in %s: %s', (month, language, expected) =>
    expect(formatMonth(month, language)).toBe(expected),
  );
});
