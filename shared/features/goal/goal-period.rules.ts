import { addDays, digitsAt, isDay, twoDigits, type Day } from '../../kernel/day.ts';
import { isMonth, monthDays, weekDays, weekOf, type Month } from '../../kernel/period.ts';

/** Months of a year as indices 0–11; `to` is not inside. */
export type MonthSpan = { readonly from: number; readonly to: number };

/** The months of `2026`, `2026-Q2` or `2026-05`; undefined for other years and for what is no such period. */
export function spanOf(period: string, year: number): MonthSpan | undefined {
  if (!period.startsWith(String(year).padStart(4, '0'))) return undefined;
  if (period.length === 4) return { from: 0, to: 12 };
  if (period.slice(4, 6) === '-Q' && period.length === 7) {
    const quarter = digitsAt(period, 6, 1);
    return quarter >= 1 && quarter <= 4 ? { from: quarter * 3 - 3, to: quarter * 3 } : undefined;
  }
  if (!isMonth(period)) return undefined;
  const month = digitsAt(period, 5, 2) - 1;
  return { from: month, to: month + 1 };
}

/** The period of a month index 0–11: `2026-05`. */
export const monthPeriod = (year: number, month: number): string =>
  `${String(year).padStart(4, '0')}-${twoDigits(month + 1)}`;

/** The period of a quarter 0–3: `2026-Q2`. */
export const quarterPeriod = (year: number, quarter: number): string =>
  `${String(year).padStart(4, '0')}-Q${quarter + 1}`;

/** Whether one span lies in another, or is the same. */
export const holdsSpan = (outer: MonthSpan, inner: MonthSpan): boolean =>
  outer.from <= inner.from && inner.to <= outer.to;

/**
 * Days of one month as indices 0–30; `to` is not inside. A week of the tree lies in one month: a calendar week that touches
 * two months has a part in each, so that weeks add up to months.
 */
export type DayRange = { readonly month: number; readonly from: number; readonly to: number };

/** The days of `2026-10-W41` (those of week 41 that lie in October) or `2026-10-08`; undefined for what is no such period. */
export function dayRangeOf(period: string, year: number): DayRange | undefined {
  const month = period.slice(0, 7);
  const span = spanOf(month, year);
  if (!span || span.to - span.from !== 1) return undefined;
  if (isDay(period)) {
    const day = digitsAt(period, 8, 2) - 1;
    return { month: span.from, from: day, to: day + 1 };
  }
  if (period.length !== 11 || !period.startsWith('-W', 7)) return undefined;
  return weeksOfMonth(month).find((week) => week.period === period)?.days;
}

/** The weeks of a month with their days in it, in order. */
export function weeksOfMonth(month: Month): { readonly period: string; readonly days: DayRange }[] {
  const { first, last } = monthDays(month);
  const weeks: { period: string; days: DayRange }[] = [];
  const index = digitsAt(month, 5, 2) - 1;
  const dayOf = (day: Day): number => digitsAt(day, 8, 2) - 1;
  for (let day = first; day <= last;) {
    const week = weekOf(day);
    const end = weekDays(week).last;
    const to = end < last ? end : last;
    weeks.push({
      // ISO weeks around New Year belong to another year: within the month the number tells enough.
      period: `${month}-W${week.slice(6)}`,
      days: { month: index, from: dayOf(day), to: dayOf(to) + 1 },
    });
    day = addDays(to, 1);
  }
  return weeks;
}

/** The period of days of a month: a day, or the week they make up. */
export function dayPeriod(year: number, { month, from, to }: DayRange): string {
  const period = monthPeriod(year, month);
  const day = `${period}-${twoDigits(from + 1)}`;
  const week = weeksOfMonth(period).find(({ days }) => days.from === from && days.to === to);
  return week && to - from > 1 ? week.period : day;
}

/** Whether one range of days lies in another, or is the same. */
export const holdsDays = (outer: DayRange, inner: DayRange): boolean =>
  outer.month === inner.month && outer.from <= inner.from && inner.to <= outer.to;
