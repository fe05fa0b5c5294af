import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  daysOfMonth,
  daysOfYear,
  monthsOf,
  partOfDays,
  settledDays,
  spreadOverDays,
  workingDaysOfMonths,
} from '#shared/features/goal/goal-day.rules.ts';
import { dayRangeOf, weeksOfMonth } from '#shared/features/goal/goal-period.rules.ts';
import { addDays, daysBetween } from '#shared/kernel/day.ts';
import { addWeeks, monthDays, weekDays, weekOf, type DaySpan } from '#shared/kernel/period.ts';
import { isWorkingDay, workCalendar } from '#shared/kernel/working-day.ts';

/** National Day 2026: off from 1 to 7 October, worked on Saturday 10 October. */
const calendar = workCalendar([
  ...Array.from({ length: 7 }, (_, at) => ({ day: `2026-10-0${at + 1}`, kind: 'holiday' as const })),
  { day: '2026-10-10', kind: 'working' },
]);
const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`);
const keys = fc.constantFrom('store', 'd1', 'd1.p2', 'd1.p3', 'p77', 'd1.p2.channel.showroom');

const working = workingDaysOfMonths(daysOfYear(2026, calendar));
const partOfMonth = (goal: number, key: string, month: string, span: DaySpan): number =>
  partOfDays(spreadOverDays(goal, key, daysOfMonth(month, calendar)), month, span);

/** A week of the goals of its months. */
const weekOfGoals = (goalOf: (month: string) => number, key: string, week: string): number =>
  monthsOf(weekDays(week)).reduce(
    (sum, month) => sum + partOfMonth(goalOf(month), key, month, weekDays(week)),
    0,
  );

describe('days and weeks of a goal', () => {
  it.each([
    ['2026-10', 18],
    ['2026-11', 21],
    ['2026-02', 20],
  ])('%s has %i working days', (month, days) => {
    expect(working[Number(month.slice(5)) - 1]).toBe(days);
  });

  it('the days of a month add up to it, none on a day off, none more than one unit from its share', () => {
    fc.assert(
      fc.property(fc.nat(3000), keys, fc.nat(11), (goal, key, at) => {
        const month = months[at] ?? '2026-01';
        const { first, last } = monthDays(month);
        const all = working[at] ?? 1;
        let sum = 0;
        for (let day = first; day <= last; day = addDays(day, 1)) {
          const part = partOfMonth(goal, key, month, { first: day, last: day });
          expect(part).toBeGreaterThanOrEqual(0);
          if (isWorkingDay(day, calendar)) expect(Math.abs(part - goal / all)).toBeLessThan(1);
          else expect(part).toBe(0);
          sum += part;
        }
        expect(sum).toBe(goal);
      }),
    );
  });

  it('the weeks that touch a year hold the whole of it, whatever their months', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5_000_000), { minLength: 12, maxLength: 12 }), keys, (goals, key) => {
        const goalOf = (month: string): number => goals[months.indexOf(month)] ?? 0;
        let sum = 0;
        for (let week = weekOf('2026-01-01'); week <= weekOf('2026-12-31'); week = addWeeks(week, 1))
          sum += weekOfGoals(goalOf, key, week);
        expect(sum).toBe(goals.reduce((all, goal) => all + goal, 0));
      }),
      { numRuns: 40 },
    );
  });

  it('a week in two months takes its days of each', () => {
    // Monday 28 September to Sunday 4 October 2026: three working days of September, none of October.
    const september = 22;
    expect(weekOfGoals((month) => (month === '2026-09' ? september : 500), 'x', '2026-W40')).toBe(3);
    expect(daysBetween('2026-09-28', '2026-10-04')).toBe(6);
  });

  it('many people with few units do not all have them on the same days', () => {
    const week = { first: '2026-11-02', last: '2026-11-08' };
    const sum = Array.from({ length: 40 }, (_, at) =>
      partOfMonth(4, `d1.p${at + 1}`, '2026-11', week),
    ).reduce((all, part) => all + part, 0);
    // Five of twenty-one days of 160.
    expect(Math.abs(sum - (160 * 5) / 21)).toBeLessThan(6);
  });
});

describe('weeks of a month', () => {
  it.each([
    ['2026-10-W40', { month: 9, from: 0, to: 4 }],
    ['2026-10-W44', { month: 9, from: 25, to: 31 }],
    ['2026-09-W40', { month: 8, from: 27, to: 30 }],
    ['2027-01-W53', { month: 0, from: 0, to: 3 }],
    ['2026-10-08', { month: 9, from: 7, to: 8 }],
    ['2026-10-W45', undefined],
    ['2026-10-32', undefined],
    ['2026-02-30', undefined],
    ['2026-10', undefined],
    ['2026', undefined],
  ])('%s', (period, days) => {
    expect(dayRangeOf(period, Number(period.slice(0, 4)))).toEqual(days);
  });

  it('every day of a year lies in one of them', () => {
    for (const month of months) {
      const weeks = weeksOfMonth(month);
      expect(
        weeks.flatMap(({ days }) => Array.from({ length: days.to - days.from }, (_, at) => days.from + at)),
      ).toEqual(Array.from({ length: Number(monthDays(month).last.slice(8)) }, (_, at) => at));
    }
    expect(dayRangeOf('2027-10-08', 2026)).toBeUndefined();
  });

  it('days set by hand move off days that became free, within their week', () => {
    const october = daysOfMonth('2026-10', calendar);
    const plain = Array.from({ length: 31 }, () => 0)
      .with(7, 3)
      .with(9, 2)
      .with(0, 4);
    // 1 October lies in a week without any working day: its 4 go to those of the month that have something.
    expect(settledDays(plain, october)).toEqual(
      plain
        .with(0, 0)
        .with(7, 3 + 2)
        .with(9, 2 + 2),
    );
    const closed = daysOfMonth('2026-10', workCalendar([{ day: '2026-10-08', kind: 'holiday' }]));
    const week = Array.from({ length: 31 }, () => 0)
      .with(7, 3)
      .with(8, 1);
    expect(settledDays(week, closed)).toEqual(Array.from({ length: 31 }, () => 0).with(8, 4));
  });
});
