import type { Day } from './day.ts';
import { addDays, dayNumber, weekdayOf } from './day.ts';

/**
 * Public holidays (法定节假日, all days off including bridging days) and the weekend days worked instead (调休),
 * imported each year. Years without entries have plain Monday–Friday weeks.
 */
export type WorkCalendar = { readonly holidays: readonly Day[]; readonly workingSaturdays: readonly Day[] };

/** Whether people work on a day. A day in both lists is worked. */
export function isWorkingDay(day: Day, calendar: WorkCalendar): boolean {
  if (calendar.workingSaturdays.includes(day)) return true;
  return weekdayOf(day) <= 5 && !calendar.holidays.includes(day);
}

/**
 * The `count`-th working day after a day (before it where negative); the start is not counted, as terms are reckoned by
 * 民法典 201. Zero gives the day itself. Throws RangeError where the count is not whole.
 */
export function addWorkingDays(day: Day, count: number, calendar: WorkCalendar): Day {
  if (!Number.isInteger(count)) throw new RangeError(`working days must be whole: ${count}`);
  const step = count < 0 ? -1 : 1;
  let current = day;
  for (let left = Math.abs(count); left > 0;) {
    current = addDays(current, step);
    if (isWorkingDay(current, calendar)) left -= 1;
  }
  return current;
}

/** Working days after `from` up to and including `to`; negative (days from `to` up to before `from`) where `to` is earlier. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkCalendar): number {
  const backwards = dayNumber(to) < dayNumber(from);
  const step = backwards ? -1 : 1;
  let count = 0;
  for (let current = from; current !== to;) {
    current = addDays(current, step);
    if (isWorkingDay(current, calendar)) count += step;
  }
  return count;
}
