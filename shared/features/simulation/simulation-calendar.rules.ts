import { addDays, addMonths, dayFromNumber, dayNumber, type Day } from '../../kernel/day.ts';
import { leavingDay } from '../membership/membership-tier.rules.ts';

/** The days of a simulation: whole months, and the year before them from which tiers begin. Days as day numbers. */
export type SimulationCalendar = {
  readonly months: readonly string[];
  /** First day that is looked at, first and last day of the simulated months. */
  readonly first: number;
  readonly from: number;
  readonly to: number;
  /** Last day of each month. */
  readonly ends: readonly number[];
  /** Place of a day's month, -1 before the first; a day after the last counts to none. */
  monthOf(day: number): number;
  /** See `leavingDay`. */
  leaves(day: number): number;
};

/** Months of a year that are read before the first one. */
const monthsBefore = 12;

/** `firstMonth`: `2024-03`. */
export function simulationCalendar(firstMonth: string, count: number): SimulationCalendar {
  const begin: Day = `${firstMonth}-01`;
  const from = dayNumber(begin);
  const first = dayNumber(addMonths(begin, -monthsBefore));
  const to = dayNumber(addMonths(begin, count)) - 1;
  const monthAt = new Int16Array(to - first + 1).fill(-1);
  const leaving = new Int32Array(to - first + 1);
  const months: string[] = [];
  const ends: number[] = [];
  for (let month = 0; month < count; month += 1) {
    const start = addMonths(begin, month);
    const end = dayNumber(addMonths(begin, month + 1)) - 1;
    months.push(start.slice(0, 7));
    ends.push(end);
    monthAt.fill(month, dayNumber(start) - first, end - first + 1);
  }
  for (let day = first; day <= to; day += 1) leaving[day - first] = leavingDay(day);
  return {
    months,
    first,
    from,
    to,
    ends,
    monthOf: (day) => (day > to ? count : (monthAt[day - first] ?? -1)),
    leaves: (day) => leaving[day - first] ?? leavingDay(day),
  };
}

/** The last whole months before a day: the first of them. */
export const firstMonthBefore = (today: Day, count: number): string =>
  addMonths(`${today.slice(0, 7)}-01`, -count).slice(0, 7);

/** For each day of a calendar the first on which what was given on it, and lives so many months, has expired. */
export function expiryTable({ first, to }: SimulationCalendar, months: number): (day: number) => number {
  const table = new Int32Array(to - first + 1);
  for (let day = first; day <= to; day += 1)
    table[day - first] = dayNumber(addDays(addMonths(dayFromNumber(day), months), 1));
  return (day) => table[day - first] ?? 0;
}
