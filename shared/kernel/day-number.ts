/**
 * Days as whole numbers since 1970-01-01 (`dayNumber` of `day.ts`), for calculations over many records: the same calendar
 * without texts. Months end as `addMonths` ends them.
 */

const MONTH_STARTS = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** The number of a day that the calendar has: month 0–11, day of month from 1. */
function numberOf(year: number, month: number, day: number): number {
  const before = year - 1;
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const leapDay = month > 1 && isLeap(year) ? 1 : 0;
  return before * 365 + leaps + (MONTH_STARTS[month] ?? 0) + leapDay + day - 719_163;
}

/** By the calendar's rule. Source: H. Hinnant, "chrono-compatible low-level date algorithms". */
function monthsLaterByRule(number: number, months: number): number {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 2 : marchMonth - 10;
  const year = yearOfEra + era * 400 + (month <= 1 ? 1 : 0);
  const total = year * 12 + month + months;
  const laterYear = Math.floor(total / 12);
  const laterMonth = total - laterYear * 12;
  const longest = (MONTH_LENGTHS[laterMonth] ?? 0) + (laterMonth === 1 && isLeap(laterYear) ? 1 : 0);
  return numberOf(laterYear, laterMonth, day < longest ? day : longest);
}

/** The years that a store's days lie in are looked up: a list of a hundred thousand vehicles asks a million times. */
const firstYear = 1900;
const months = 12 * 300;
const monthStart = new Int32Array(months + 1);
for (let month = 0; month <= months; month += 1)
  monthStart[month] = numberOf(firstYear + Math.floor(month / 12), month % 12, 1);
const firstDay = monthStart[0] ?? 0;
const monthOf = new Uint16Array((monthStart[months] ?? 0) - firstDay);
for (let month = 0; month < months; month += 1)
  monthOf.fill(month, (monthStart[month] ?? 0) - firstDay, (monthStart[month + 1] ?? 0) - firstDay);

/**
 * The same day of the month `count` months later, its last day where the month is shorter; `count` may be negative. The years
 * 1–9999 are not checked.
 */
export function monthsLater(number: number, count: number): number {
  const month = monthOf[number - firstDay];
  if (month === undefined) return monthsLaterByRule(number, count);
  const later = month + count;
  if (later < 0 || later >= months) return monthsLaterByRule(number, count);
  const start = monthStart[later] ?? 0;
  const day = number - (monthStart[month] ?? 0);
  const longest = (monthStart[later + 1] ?? 0) - start - 1;
  return start + (day < longest ? day : longest);
}

/** The number of a day that the calendar has, without asking whether it has it: month 1–12, day of month from 1. */
export function numberOfDate(year: number, month: number, day: number): number {
  const start = monthStart[(year - firstYear) * 12 + month - 1] ?? numberOf(year, month - 1, 1);
  return start + day - 1;
}
