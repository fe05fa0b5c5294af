import { dayFromNumber, dayNumber, type Day } from '#shared/kernel/day.ts';
import { weekOf, type Week } from '#shared/kernel/period.ts';
import type { SampleRandom } from './sample-random.ts';

/** How busy the days are: sales with their peaks in spring and in September and October, the workshop, or all alike. */
export type SampleCurve = 'sales' | 'service' | 'flat';

/** January to December. */
const salesMonths = [0.75, 0.5, 1.5, 1.35, 1.1, 0.85, 0.75, 0.8, 1.3, 1.25, 1, 0.9];
const serviceMonths = [1.15, 0.75, 1.1, 1, 1, 1.1, 1.15, 1.1, 0.95, 0.95, 1.05, 1.1];
/** Monday to Sunday. */
const salesWeek = [0.9, 0.85, 0.9, 0.95, 1.05, 1.3, 1.1];
const serviceWeek = [1.15, 1.05, 1, 1, 1.05, 0.9, 0.35];
/** First days of the lunar year (春节). */
const newYears = [
  '2019-02-05', '2020-01-25', '2021-02-12', '2022-02-01', '2023-01-22', '2024-02-10', '2025-01-29', '2026-02-17',
  '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03', '2031-01-23', '2032-02-11',
]; // prettier-ignore

/** Days as whole numbers (days since 1970) from long before the sample's first day until after its last. */
export type SampleCalendar = {
  readonly today: number;
  /** The first day of the sample's records. */
  readonly start: number;
  day(number: number): Day;
  week(number: number): Week;
  /** 1 to 12. */
  month(number: number): number;
  busy(number: number, curve: SampleCurve): number;
  /** A day from `from` to `to`, both inside the sample, as often as the curve says. */
  pick(random: SampleRandom, curve: SampleCurve, from: number, to: number): number;
  /** UTC instant of a wall-clock minute of the store's day; from 08:00 on both days are the same. */
  at(number: number, minute: number): string;
};

const before = 5200;
const after = 420;
const twoDigits = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

const newYearNumbers = newYears.map(dayNumber);

/** Weight of the days around the lunar New Year: the store is all but closed for a week; trucks are repaired before it. */
function festival(number: number, curve: SampleCurve): number {
  for (const first of newYearNumbers) {
    const distance = number - first;
    if (distance >= -1 && distance <= 5) return 0.04;
    if (distance >= -16 && distance < -1) return curve === 'service' ? 1.4 : 0.8;
    if (distance > 5 && distance <= 12) return 0.7;
  }
  return 1;
}

function weightOf(number: number, month: number, curve: SampleCurve): number {
  if (curve === 'flat') return 1;
  const weekday = (((number + 3) % 7) + 7) % 7;
  const byMonth = (curve === 'sales' ? salesMonths : serviceMonths)[month - 1] ?? 1;
  const byDay = (curve === 'sales' ? salesWeek : serviceWeek)[weekday] ?? 1;
  return byMonth * byDay * festival(number, curve);
}

/** The calendar of a sample that ends today and began so many years ago, on a Monday. */
export function sampleCalendar(todayText: Day, years: number): SampleCalendar {
  const today = dayNumber(todayText);
  const first = today - before;
  const days: Day[] = [];
  const weeks: Week[] = [];
  const months: number[] = [];
  for (let number = first; number <= today + after; number += 1) {
    const day = dayFromNumber(number);
    days.push(day);
    weeks.push(weekOf(day));
    months.push(Number(day.slice(5, 7)));
  }
  const begin = today - Math.round(years * 365.25);
  const start = begin - ((((begin + 3) % 7) + 7) % 7);

  // Sums of the weights up to each day, to pick a day by bisection.
  const sums: Record<SampleCurve, Float64Array> = {
    sales: new Float64Array(days.length + 1),
    service: new Float64Array(days.length + 1),
    flat: new Float64Array(days.length + 1),
  };
  for (const curve of ['sales', 'service', 'flat'] as const) {
    const line = sums[curve];
    for (let at = 0; at < days.length; at += 1)
      line[at + 1] = (line[at] ?? 0) + weightOf(first + at, months[at] ?? 1, curve);
  }
  const sumAt = (curve: SampleCurve, number: number): number => sums[curve][number - first] ?? 0;

  return {
    today,
    start,
    day: (number) => days[number - first] ?? dayFromNumber(number),
    week: (number) => weeks[number - first] ?? weekOf(dayFromNumber(number)),
    month: (number) => months[number - first] ?? 1,
    busy: (number, curve) => sumAt(curve, number + 1) - sumAt(curve, number),
    pick(random, curve, from, to) {
      const line = sums[curve];
      const base = sumAt(curve, from);
      const wanted = base + random.next() * (sumAt(curve, to + 1) - base);
      let low = from - first;
      let high = to - first;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((line[middle + 1] ?? 0) > wanted) high = middle;
        else low = middle + 1;
      }
      return low + first;
    },
    at(number, minute) {
      const utc = minute - 480;
      return `${days[number - first] ?? ''}T${twoDigits(Math.floor(utc / 60))}:${twoDigits(utc % 60)}:00.000Z`;
    },
  };
}
