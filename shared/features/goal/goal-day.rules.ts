import { addDays, dayNumber, type Day } from '../../kernel/day.ts';
import { monthDays, monthOf, type DaySpan, type Month } from '../../kernel/period.ts';
import { workingDaysBetween, type WorkCalendar } from '../../kernel/working-day.ts';

/**
 * Days and weeks of a goal. A month's goal of a row of its own is spread over the month's working days (holidays and 调休 by
 * the store's calendar): day j ends with floor((goal × j + phase) ÷ working days), so the days add up to the month, no day is
 * more than one unit from its share, and the phase, which comes from the row's key, keeps the units of many people from
 * falling on the same days. A week is the sum of its days, also where it lies in two months or years; a row above is the sum
 * of the rows below. So days → weeks and days → months, and people → store, agree to the unit.
 */

/** A step near the golden ratio spreads the phases of keys that follow one another evenly. */
const phaseStep = 40_503;
const phaseModulus = 65_536;

/** Phase of a row, 0 … modulus − 1, from its key. */
function phaseOf(key: string): number {
  let hash = 0;
  for (const digit of key) hash = (hash * 31 + (digit.codePointAt(0) ?? 0)) % phaseModulus;
  return (hash * phaseStep) % phaseModulus;
}

/** Working days of a month up to and including a day: 0 before it begins. A month without any counts its plain days. */
function workedUntil(month: Month, day: Day, calendar: WorkCalendar): { worked: number; all: number } {
  const { first, last } = monthDays(month);
  const end = day < first ? addDays(first, -1) : day > last ? last : day;
  const all = workingDaysBetween(addDays(first, -1), last, calendar);
  if (all === 0)
    return { worked: dayNumber(end) - dayNumber(first) + 1, all: dayNumber(last) - dayNumber(first) + 1 };
  return { worked: workingDaysBetween(addDays(first, -1), end, calendar), all };
}

/** What of a month's goal falls in a span of days. `goal`: whole, not negative; `key`: the row's. */
export function partOfMonth(
  goal: number,
  key: string,
  month: Month,
  span: DaySpan,
  calendar: WorkCalendar,
): number {
  const until = (day: Day): number => {
    const { worked, all } = workedUntil(month, day, calendar);
    const phase = Math.floor((phaseOf(key) * all) / phaseModulus);
    if (goal * worked + phase <= Number.MAX_SAFE_INTEGER) return Math.floor((goal * worked + phase) / all);
    return Number((BigInt(goal) * BigInt(worked) + BigInt(phase)) / BigInt(all));
  };
  return until(span.last) - until(addDays(span.first, -1));
}

/** Months in which a span of days lies. */
export function monthsOf({ first, last }: DaySpan): Month[] {
  const months: Month[] = [];
  for (let day = first; day <= last; day = addDays(monthDays(monthOf(day)).last, 1))
    months.push(monthOf(day));
  return months;
}

/** Working days of the months 1–12 of a year: the weights of a distribution by working days. */
export const workingDaysOfMonths = (year: number, calendar: WorkCalendar): number[] =>
  Array.from({ length: 12 }, (_, index) => {
    const month = `${String(year).padStart(4, '0')}-${String(index + 1).padStart(2, '0')}`;
    return workedUntil(month, monthDays(month).last, calendar).all;
  });
