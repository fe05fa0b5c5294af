import { addDays, isDay, type Day } from '../../kernel/day.ts';
import {
  addMonthsTo,
  isMonth,
  isWeek,
  monthDays,
  monthOf,
  quarterDays,
  quarterOf,
  sameWeekLastYear,
  weekDays,
  weekOf,
  yearOf,
  type DaySpan,
  type Month,
} from '../../kernel/period.ts';
import { addWorkingDays, type WorkCalendar } from '../../kernel/working-day.ts';

export const periodKinds = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** What a text means as a period: `2026-11-18`, `2026-W47`, `2026-11`, `2026-Q4`, `2026`; undefined where it is none. */
export function periodKindOf(period: string): PeriodKind | undefined {
  if (isDay(period)) return 'day';
  if (isWeek(period)) return 'week';
  if (isMonth(period)) return 'month';
  if (/^\d{4}-Q[1-4]$/u.test(period) && Number(period.slice(0, 4)) >= 2) return 'quarter';
  return /^\d{4}$/u.test(period) && Number(period) >= 2 && Number(period) < 9999 ? 'year' : undefined;
}

/** First and last day of a period. Throws RangeError where the text is none. */
export function periodSpan(period: string): DaySpan {
  switch (periodKindOf(period)) {
    case 'day':
      return { first: period, last: period };
    case 'week':
      return weekDays(period);
    case 'month':
      return monthDays(period);
    case 'quarter':
      return quarterDays(period);
    case 'year':
      return { first: `${period}-01-01`, last: `${period}-12-31` };
    case undefined:
      throw new RangeError(`not a period: ${period}`);
  }
}

/** The period of a kind in which a day lies. */
export function periodAt(kind: PeriodKind, day: Day): string {
  switch (kind) {
    case 'day':
      return day;
    case 'week':
      return weekOf(day);
    case 'month':
      return monthOf(day);
    case 'quarter':
      return quarterOf(day);
    case 'year':
      return String(yearOf(day)).padStart(4, '0');
  }
}

/** The same period a year before: week by its number, 29 February by the 28th. */
export function samePeriodLastYear(period: string): string {
  const before = String(Number(period.slice(0, 4)) - 1).padStart(4, '0');
  if (periodKindOf(period) === 'week') return sameWeekLastYear(period);
  const shifted = `${before}${period.slice(4)}`;
  return periodKindOf(period) === 'day' && !isDay(shifted) ? `${before}-02-28` : shifted;
}

/** The period of the same kind just before or after. */
export function periodBeside(period: string, step: -1 | 1): string {
  const { first, last } = periodSpan(period);
  return periodAt(periodKindOf(period) ?? 'day', step < 0 ? addDays(first, -1) : addDays(last, 1));
}

/** The twelve months of a year. */
export const monthsOfYear = (year: number): readonly Month[] =>
  Array.from({ length: 12 }, (_, at) => addMonthsTo(`${String(year).padStart(4, '0')}-01`, at));

/** Working days after a period's end within which its figures are to be entered. */
const entryWithin: Readonly<Record<PeriodKind, number>> = {
  day: 1,
  week: 2,
  month: 5,
  quarter: 5,
  year: 10,
};

/** The last day on which an entry of a period is in time: some working days after its end. Later ones are 迟报. */
export const entryDueOn = (period: string, calendar: WorkCalendar): Day =>
  addWorkingDays(periodSpan(period).last, entryWithin[periodKindOf(period) ?? 'day'], calendar);
