import type { Day } from './day.ts';
import { dayFromNumber, dayNumber } from './day.ts';

/** One entry of the calendar: a day off (法定节假日 with its bridging days), or a weekend day worked instead (调休上班). */
export type CalendarEntry = { readonly day: Day; readonly kind: 'holiday' | 'working' };

/**
 * The working days of the store: Monday to Friday without the days off and with the weekend days that are worked. Made by
 * `workCalendar`; years without entries have plain weeks and are told by `missingYears`.
 */
export type WorkCalendar = {
  /** Entries that change their day, by number of the day, ascending. */
  readonly changed: readonly number[];
  /** Sum of the changes up to and including the entry: −1 a weekday off, +1 a weekend day worked. */
  readonly sums: readonly number[];
  /** Years with at least one entry. */
  readonly years: ReadonlySet<number>;
};

/** 1970-01-01 was a Thursday: this shift makes weeks begin on Monday. */
const mondayShift = 3;

const isWeekday = (number: number): boolean => (((number + mondayShift) % 7) + 7) % 7 < 5;

/** Monday–Friday days from some fixed Monday up to and including a day: only differences of it mean anything. */
function weekdaysUntil(number: number): number {
  const shifted = number + mondayShift;
  const weeks = Math.floor(shifted / 7);
  return weeks * 5 + Math.min(shifted - weeks * 7 + 1, 5);
}

/** A calendar from its entries. A day with both kinds is worked. */
export function workCalendar(entries: readonly CalendarEntry[]): WorkCalendar {
  const kinds = new Map<number, CalendarEntry['kind']>();
  const years = new Set<number>();
  for (const { day, kind } of entries) {
    const number = dayNumber(day);
    years.add(Number(day.slice(0, 4)));
    if (kinds.get(number) !== 'working') kinds.set(number, kind);
  }
  const changes = [...kinds]
    .filter(([number, kind]) => isWeekday(number) === (kind === 'holiday'))
    .sort(([a], [b]) => a - b);
  let sum = 0;
  return {
    changed: changes.map(([number]) => number),
    sums: changes.map(([, kind]) => (sum += kind === 'holiday' ? -1 : 1)),
    years,
  };
}

/** Changes up to and including a day. */
function changesUntil(number: number, { changed, sums }: WorkCalendar): number {
  let low = 0;
  let high = changed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changed[middle] ?? 0) <= number) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : (sums[low - 1] ?? 0);
}

const countUntil = (number: number, calendar: WorkCalendar): number =>
  weekdaysUntil(number) + changesUntil(number, calendar);

/** Whether people work on a day. */
export function isWorkingDay(day: Day, calendar: WorkCalendar): boolean {
  const number = dayNumber(day);
  return countUntil(number, calendar) > countUntil(number - 1, calendar);
}

/** Working days after `from` up to and including `to`; negative (days from `to` up to before `from`) where `to` is earlier. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkCalendar): number {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  if (first <= last) return countUntil(last, calendar) - countUntil(first, calendar);
  return countUntil(last - 1, calendar) - countUntil(first - 1, calendar);
}

/**
 * The `count`-th working day after a day (before it where negative); the start is not counted, as terms are reckoned by
 * 民法典 201. Zero gives the day itself. Throws RangeError where the count is not whole.
 */
export function addWorkingDays(day: Day, count: number, calendar: WorkCalendar): Day {
  if (!Number.isInteger(count)) throw new RangeError(`working days must be whole: ${count}`);
  if (count === 0) return day;
  const start = dayNumber(day);
  // The first day on which so many are reached; backwards, the last day that is so many before.
  const wanted = countUntil(count > 0 ? start : start - 1, calendar) + count + (count > 0 ? 0 : 1);
  // Entries of the calendar shift the answer by no more days than there are of them.
  const reach = Math.ceil((Math.abs(count) * 7) / 5) + 2 * calendar.changed.length + 7;
  let number = count > 0 ? start : start - reach;
  // A day adds one at most: as many days on as are still missing never lead past the answer, and soon to it.
  for (;;) {
    const missing = wanted - countUntil(number, calendar);
    if (missing <= 0) return dayFromNumber(number);
    number += missing;
  }
}

/** The day itself when people work on it, else the next on which they do (民法典 203: a term that ends on a day off). */
export const nextWorkingDay = (day: Day, calendar: WorkCalendar): Day =>
  isWorkingDay(day, calendar) ? day : addWorkingDays(day, 1, calendar);

const noYears: readonly number[] = [];

/** Years of a span, its ends included, that the calendar knows nothing of: a term in them is counted by plain weeks. */
export function missingYears(from: Day, to: Day, calendar: WorkCalendar): readonly number[] {
  const [a, b] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  if (a === b && calendar.years.has(a)) return noYears;
  const first = Math.min(a, b);
  return Array.from({ length: Math.abs(b - a) + 1 }, (_, at) => first + at).filter(
    (year) => !calendar.years.has(year),
  );
}
