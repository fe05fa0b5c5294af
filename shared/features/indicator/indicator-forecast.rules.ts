import { addDays, daysBetween, type Day } from '../../kernel/day.ts';
import type { DaySpan } from '../../kernel/period.ts';
import { workingDaysBetween, type WorkCalendar } from '../../kernel/working-day.ts';
import { exact, stored } from './indicator.exact.ts';

/** How a forecast was made: the period is over; straight by working days; by last year's course; or none can be made. */
export type ForecastMethod = 'final' | 'working-days' | 'last-year';
export type Forecast = { readonly method: ForecastMethod; readonly value: number };

const workingDaysIn = ({ first, last }: DaySpan, calendar: WorkCalendar): number =>
  workingDaysBetween(addDays(first, -1), last, calendar);

/** `value × whole ÷ part`, rounded half away from zero; undefined for a part of nothing. */
const scaled = (value: number, whole: number, part: number): number | undefined =>
  part <= 0 ? undefined : stored(exact(BigInt(value) * BigInt(whole), BigInt(part)), 'count');

/**
 * What a sum will be at the period's end, by each method that can tell. Straight: the pace of the working days so far, today
 * included, goes on. Last year: what the same days of last year were of its whole period; only where it had anything by then.
 */
export function forecasts(
  value: number | null,
  span: DaySpan,
  today: Day,
  calendar: WorkCalendar,
  lastYear: { readonly toDate: number | null; readonly whole: number | null },
): readonly Forecast[] {
  if (value === null || today < span.first) return [];
  if (today >= span.last) return [{ method: 'final', value }];
  const straight = scaled(
    value,
    workingDaysIn(span, calendar),
    workingDaysIn({ first: span.first, last: today }, calendar),
  );
  const course =
    lastYear.toDate === null || lastYear.whole === null
      ? undefined
      : scaled(value, lastYear.whole, lastYear.toDate);
  return [
    ...(course === undefined ? [] : [{ method: 'last-year' as const, value: course }]),
    ...(straight === undefined ? [] : [{ method: 'working-days' as const, value: straight }]),
  ];
}

/** The days of last year's period that lie as deep in it as today in this one. */
export function sameDaysOf(lastYear: DaySpan, span: DaySpan, today: Day): DaySpan {
  const reached = addDays(lastYear.first, daysBetween(span.first, today < span.last ? today : span.last));
  return { first: lastYear.first, last: reached < lastYear.last ? reached : lastYear.last };
}
