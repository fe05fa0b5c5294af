import type { Day } from './day.ts';
import {
  addDays,
  dayFromNumber,
  dayNumber,
  daysInMonth,
  digitsAt,
  partsOfDay,
  twoDigits,
  weekdayOf,
} from './day.ts';

/** An ISO 8601 week `2026-W47`: Monday first, week 1 holds the year's first Thursday. Sorts as text. */
export type Week = string;
/** A calendar month `2026-11`. Sorts as text. */
export type Month = string;
/** A calendar quarter `2026-Q4`. Sorts as text. */
export type Quarter = string;
/** First and last day of a period, both inside it. */
export type DaySpan = { readonly first: Day; readonly last: Day };

function year4(year: number): string {
  return String(year).padStart(4, '0');
}

/** Number of the Monday of a year's week 1 (the week of 4 January). */
function firstMonday(year: number): number {
  const fourth = dayNumber(`${year4(year)}-01-04`);
  return fourth - (weekdayOf(dayFromNumber(fourth)) - 1);
}

/** Weeks of an ISO year: 52 or 53. */
export function weeksInYear(year: number): number {
  return (firstMonday(year + 1) - firstMonday(year)) / 7;
}

/** The ISO week of a day; its year can differ from the day's year around New Year. */
export function weekOf(day: Day): Week {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const { year } = partsOfDay(thursday);
  const week = Math.floor((dayNumber(thursday) - firstMonday(year)) / 7) + 1;
  return `${year4(year)}-W${twoDigits(week)}`;
}

/** Whether a text is a week that exists (W53 only in long years). */
export function isWeek(text: string): boolean {
  if (text.length !== 8 || text.charCodeAt(4) !== 45 || text.charCodeAt(5) !== 87) return false;
  const year = digitsAt(text, 0, 4);
  const week = digitsAt(text, 6, 2);
  return year >= 2 && year < 9999 && week >= 1 && week <= 53 && (week < 53 || weeksInYear(year) === 53);
}

function mondayOf(week: Week): number {
  if (!isWeek(week)) throw new RangeError(`not a week: ${week}`);
  return firstMonday(digitsAt(week, 0, 4)) + (digitsAt(week, 6, 2) - 1) * 7;
}

/** Monday and Sunday of a week. Throws RangeError where there is no such week. */
export function weekDays(week: Week): DaySpan {
  const monday = mondayOf(week);
  return { first: dayFromNumber(monday), last: dayFromNumber(monday + 6) };
}

/** The week `weeks` later (earlier where negative). */
export function addWeeks(week: Week, weeks: number): Week {
  return weekOf(dayFromNumber(mondayOf(week) + weeks * 7));
}

/** The week of the same number a year before; W53 becomes W52 where the year before has no W53. */
export function sameWeekLastYear(week: Week): Week {
  mondayOf(week);
  const year = digitsAt(week, 0, 4) - 1;
  return `${year4(year)}-W${twoDigits(Math.min(digitsAt(week, 6, 2), weeksInYear(year)))}`;
}

/** Whether a text is a month `YYYY-MM`. */
export function isMonth(text: string): boolean {
  if (text.length !== 7 || text.charCodeAt(4) !== 45) return false;
  const month = digitsAt(text, 5, 2);
  return digitsAt(text, 0, 4) >= 1 && month >= 1 && month <= 12;
}

function monthNumber(month: Month): number {
  if (!isMonth(month)) throw new RangeError(`not a month: ${month}`);
  return digitsAt(month, 0, 4) * 12 + digitsAt(month, 5, 2) - 1;
}

/** The month of a day. */
export function monthOf(day: Day): Month {
  const { year, month } = partsOfDay(day);
  return `${year4(year)}-${twoDigits(month)}`;
}

/** First and last day of a month. */
export function monthDays(month: Month): DaySpan {
  const number = monthNumber(month);
  const last = daysInMonth(Math.floor(number / 12), (number % 12) + 1);
  return { first: `${month}-01`, last: `${month}-${twoDigits(last)}` };
}

/** The month `months` later (earlier where negative). */
export function addMonthsTo(month: Month, months: number): Month {
  const number = monthNumber(month) + months;
  const result = `${year4(Math.floor(number / 12))}-${twoDigits((((number % 12) + 12) % 12) + 1)}`;
  if (!isMonth(result)) throw new RangeError(`${month} plus ${months} months leaves the calendar`);
  return result;
}

/** The quarter of a day or month. */
export function quarterOf(period: string): Quarter {
  const month = period.slice(0, 7);
  return `${month.slice(0, 4)}-Q${Math.floor((monthNumber(month) % 12) / 3) + 1}`;
}

/** First and last day of a quarter. Throws RangeError where there is no such quarter. */
export function quarterDays(quarter: Quarter): DaySpan {
  const number = digitsAt(quarter, 6, 1);
  if (quarter.length !== 7 || quarter.slice(4, 6) !== '-Q' || number < 1 || number > 4)
    throw new RangeError(`not a quarter: ${quarter}`);
  const firstMonth: Month = `${quarter.slice(0, 4)}-${twoDigits(number * 3 - 2)}`;
  return { first: monthDays(firstMonth).first, last: monthDays(addMonthsTo(firstMonth, 2)).last };
}

/** The year of a day, month, quarter or week (for a week its ISO year). */
export function yearOf(period: string): number {
  const year = digitsAt(period, 0, 4);
  if (year < 1) throw new RangeError(`not a period: ${period}`);
  return year;
}
