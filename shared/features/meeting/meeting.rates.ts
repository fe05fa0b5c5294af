/** 完成率 in colours: one rule for screen and paper. */
import { compareDays, daysBetween, type Day } from '../../kernel/day.ts';
import { monthDays } from '../../kernel/period.ts';
import type { PackDays } from './meeting.pack.ts';

export type RateTone = 'met' | 'onTrack' | 'near' | 'behind';

/** Share of a period that has passed on a day, 0 … 1; the day itself counts. */
export function passedShare(first: Day, last: Day, asOf: Day): number {
  if (compareDays(asOf, last) >= 0) return 1;
  if (compareDays(asOf, first) < 0) return 0;
  return (daysBetween(first, asOf) + 1) / (daysBetween(first, last) + 1);
}

/**
 * How a rate (basis points) stands: met at 100 %; on track when it keeps pace with the days that passed; near within a
 * tenth of that pace; else behind.
 */
export function rateTone(rate: number, expected: number): RateTone {
  if (rate >= 10_000) return 'met';
  const pace = expected * 10_000;
  if (expected < 1 && rate >= pace) return 'onTrack';
  return rate >= pace * 0.9 ? 'near' : 'behind';
}

/** Shares of the week and of the month of a pack that have passed on its day, 0 … 1. */
export function passedOf({ first, last, asOf, month }: PackDays): {
  readonly week: number;
  readonly month: number;
} {
  const whole = monthDays(month);
  return { week: passedShare(first, last, asOf), month: passedShare(whole.first, whole.last, asOf) };
}
