import { addDays, dayNumber, type Day } from '../../kernel/day.ts';
import { monthDays, monthOf, type DaySpan, type Month } from '../../kernel/period.ts';
import { isWorkingDay, type WorkCalendar } from '../../kernel/working-day.ts';
import { monthPeriod, weeksOfMonth } from './goal-period.rules.ts';
import { splitExactly } from './goal-split.rules.ts';
import { monthsOfYear } from './goal-tree.rules.ts';

/**
 * Days and weeks of a goal. The month of a row is what is kept; its days always add up to it. Where nobody set them they
 * follow the work calendar (holidays and 调休): day j ends with floor((goal × j + phase) ÷ working days), so no day is more
 * than one unit from its share, and the phase, which comes from the row's key, keeps the units of many people from falling on
 * the same days. Where they were set by hand they are kept as a shape of the month. A week is the sum of its days, also where
 * it lies in two months or years; a row above is the sum of the rows below. So days → weeks and days → months, and people →
 * store, agree to the unit.
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

/** The days of a month, and which of them are worked. A month without any working day counts its plain days. */
export type MonthDays = {
  readonly month: Month;
  readonly working: readonly boolean[];
  readonly worked: number;
};

/** A month's days by the store's calendar. */
export function daysOfMonth(month: Month, calendar: WorkCalendar): MonthDays {
  const { first, last } = monthDays(month);
  const working: boolean[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) working.push(isWorkingDay(day, calendar));
  if (!working.includes(true)) working.fill(true);
  return { month, working, worked: working.filter(Boolean).length };
}

/** The twelve months of a year. */
export const daysOfYear = (year: number, calendar: WorkCalendar): readonly MonthDays[] =>
  Array.from({ length: monthsOfYear }, (_, month) => daysOfMonth(monthPeriod(year, month), calendar));

/** A month's goal by day as the calendar spreads it. `goal`: whole, not negative; `key`: the row's. */
export function spreadOverDays(goal: number, key: string, { working, worked }: MonthDays): number[] {
  const phase = Math.floor((phaseOf(key) * worked) / phaseModulus);
  const isLarge = goal * worked + phase > Number.MAX_SAFE_INTEGER;
  let passed = 0;
  let given = 0;
  return working.map((isWorked) => {
    if (!isWorked) return 0;
    passed += 1;
    const until = isLarge
      ? Number((BigInt(goal) * BigInt(passed) + BigInt(phase)) / BigInt(worked))
      : Math.floor((goal * passed + phase) / worked);
    const part = until - given;
    given = until;
    return part;
  });
}

/**
 * Days that were set by hand, by the calendar of today: what stands on a day that became free goes to the working days of its
 * week, else of the month, in their proportions.
 */
export function settledDays(amounts: readonly number[], { month, working }: MonthDays): readonly number[] {
  if (amounts.every((amount, day) => amount === 0 || working[day] === true)) return amounts;
  const settled = amounts.map((amount, day) => (working[day] === true ? amount : 0));
  for (const { days } of weeksOfMonth(month)) {
    let lost = 0;
    for (let day = days.from; day < days.to; day += 1) if (working[day] !== true) lost += amounts[day] ?? 0;
    if (lost === 0) continue;
    const ofWeek = [...working.keys()].filter(
      (day) => working[day] === true && day >= days.from && day < days.to,
    );
    const open = ofWeek.length > 0 ? ofWeek : [...working.keys()].filter((day) => working[day] === true);
    addParts(settled, open, lost);
  }
  return settled;
}

/** Adds a total to days in their proportions, evenly where they have nothing. Gives the days that got the unit left over. */
export function addParts(amounts: number[], days: readonly number[], total: number): readonly number[] {
  const weights = days.map((day) => amounts[day] ?? 0);
  const { parts, raised } = splitExactly(
    total,
    weights.some((weight) => weight > 0) ? weights : days.map(() => 1),
  );
  for (const [at, day] of days.entries()) amounts[day] = (amounts[day] ?? 0) + (parts[at] ?? 0);
  return raised.flatMap((at) => days[at] ?? []);
}

/** A month's goal by day: as it was set by hand, else as the calendar spreads it. */
export const daysOfGoal = (
  goal: number,
  key: string,
  set: readonly number[] | null | undefined,
  days: MonthDays,
): readonly number[] => (set ? settledDays(set, days) : spreadOverDays(goal, key, days));

/** What of a month's days falls in a span of days. */
export function partOfDays(amounts: readonly number[], month: Month, { first, last }: DaySpan): number {
  const { first: begin } = monthDays(month);
  const from = Math.max(0, dayNumber(first) - dayNumber(begin));
  const to = Math.min(amounts.length, dayNumber(last) - dayNumber(begin) + 1);
  let sum = 0;
  for (let day = from; day < to; day += 1) sum += amounts[day] ?? 0;
  return sum;
}

/** Months in which a span of days lies. */
export function monthsOf({ first, last }: DaySpan): Month[] {
  const months: Month[] = [];
  for (let day: Day = first; day <= last; day = addDays(monthDays(monthOf(day)).last, 1))
    months.push(monthOf(day));
  return months;
}

/** Working days of the months 1–12 of a year: the weights of a distribution by working days. */
export const workingDaysOfMonths = (days: readonly MonthDays[]): number[] => days.map(({ worked }) => worked);

/** Days as they are stored: `3,0,2`; null: not set by hand. */
export function readDays(text: string | null): readonly number[] | null {
  if (text === null || text === '') return null;
  return text.split(',').map(Number);
}

/** Days in the form that `readDays` reads; null: not set by hand. */
export const writeDays = (days: readonly number[] | null): string | null => days && days.join(',');
