import type { Language } from './language.ts';

/** A business day `YYYY-MM-DD` of the proleptic Gregorian calendar, years 0001–9999. Sorts as text. */
export type Day = string;

/** The two epochs of spreadsheet serial numbers. */
export type ExcelEpoch = '1900' | '1904';

const PAD2 = Array.from({ length: 100 }, (_, n) => (n < 10 ? `0${n}` : `${n}`));
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const ENGLISH_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const FIRST_DAY_NUMBER = -719_162;
const LAST_DAY_NUMBER = 2_932_896;
const EXCEL_1900_ZERO = -25_569;
const EXCEL_1904_ZERO = -24_107;

/** Two digits of a whole number 0–99. */
export function twoDigits(n: number): string {
  return PAD2[n] ?? String(n);
}

function fourDigits(year: number): string {
  return twoDigits(Math.trunc(year / 100)) + twoDigits(year % 100);
}

/** Days in a month (1–12) of a year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29;
  return MONTH_DAYS[month - 1] ?? 0;
}

/** The day of whole-number parts, or undefined where the calendar has no such day. */
export function dayFromParts(year: number, month: number, day: number): Day | undefined {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return undefined;
  if (year < 1 || year > 9999 || month < 1 || month > 12) return undefined;
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${fourDigits(year)}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** The number of `length` ASCII digits at `from`, or -1 where one of them is no digit. */
export function digitsAt(text: string, from: number, length: number): number {
  let value = 0;
  for (let at = from; at < from + length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Whether a text is a real day written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  const year = digitsAt(text, 0, 4);
  const month = digitsAt(text, 5, 2);
  const day = digitsAt(text, 8, 2);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Year, month (1–12) and day of month. Throws RangeError where the text is no day. */
export function partsOfDay(day: Day): { year: number; month: number; day: number } {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  return { year: digitsAt(day, 0, 4), month: digitsAt(day, 5, 2), day: digitsAt(day, 8, 2) };
}

/**
 * Days since 1970-01-01 (negative before). Throws RangeError where the text is no day.
 * Source: H. Hinnant, "chrono-compatible low-level date algorithms" (years begin in March).
 */
export function dayNumber(day: Day): number {
  const { year, month, day: dayOfMonth } = partsOfDay(day);
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  return (
    era * 146_097 + yearOfEra * 365 + (yearOfEra >> 2) - Math.trunc(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** The day that many days after 1970-01-01. Throws RangeError outside the years 0001–9999. */
export function dayFromNumber(number: number): Day {
  if (!Number.isInteger(number) || number < FIRST_DAY_NUMBER || number > LAST_DAY_NUMBER)
    throw new RangeError(`no day has the number ${number}`);
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.trunc(
    (dayOfEra -
      Math.trunc(dayOfEra / 1460) +
      Math.trunc(dayOfEra / 36_524) -
      Math.trunc(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + (yearOfEra >> 2) - Math.trunc(yearOfEra / 100));
  const marchMonth = Math.trunc((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.trunc((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${fourDigits(year)}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
}

/** The day `days` later (earlier where negative). Throws RangeError where the text is no day. */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/** The same day of the month `months` later; the month's last day where it is shorter (31 Jan + 1 = 28 or 29 Feb). */
export function addMonths(day: Day, months: number): Day {
  if (!Number.isInteger(months)) throw new RangeError(`months must be whole: ${months}`);
  const parts = partsOfDay(day);
  const total = parts.year * 12 + parts.month - 1 + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  const result = dayFromParts(year, month, Math.min(parts.day, daysInMonth(year, month)));
  if (result === undefined) throw new RangeError(`${day} plus ${months} months leaves the calendar`);
  return result;
}

/** Days from `a` to `b`: positive where `b` is later. */
export function daysBetween(a: Day, b: Day): number {
  return dayNumber(b) - dayNumber(a);
}

/** Day of the week by ISO 8601: 1 Monday … 7 Sunday. */
export function weekdayOf(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** Order of two days for `sort`: negative, 0 or positive. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The one definition of overdue (逾期): the due day has passed. Due today is not overdue. */
export function isOverdue(due: Day, today: Day): boolean {
  return today > due;
}

/** A day for people: `2026年3月5日` or `5 Mar 2026`. */
export function formatDay(day: Day, language: Language): string {
  const { year, month, day: dayOfMonth } = partsOfDay(day);
  if (language === 'zh-CN') return `${year}年${month}月${dayOfMonth}日`;
  return `${dayOfMonth} ${ENGLISH_MONTHS[month - 1] ?? ''} ${year}`;
}

/** A month (`2026-03`) for people: `2026年3月` or `Mar 2026`. */
export function formatMonth(month: string, language: Language): string {
  const { year, month: number } = partsOfDay(`${month}-01`);
  return language === 'zh-CN' ? `${year}年${number}月` : `${ENGLISH_MONTHS[number - 1] ?? ''} ${year}`;
}

/** The same as a pattern of the date fields. */
export const monthPattern: Readonly<Record<Language, string>> = { 'zh-CN': 'YYYY年M月', en: 'MMM YYYY' };

/** Whole minutes from 1970-01-01T00:00Z to a UTC instant (`2026-03-05T16:30:00.000Z`). Throws RangeError where it is none. */
export function minuteOfInstant(iso: string): number {
  const hour = digitsAt(iso, 11, 2);
  const minute = digitsAt(iso, 14, 2);
  const wellFormed = iso.charCodeAt(10) === 84 && iso.charCodeAt(13) === 58 && iso.endsWith('Z');
  if (!wellFormed || hour < 0 || hour > 23 || minute < 0 || minute > 59)
    throw new RangeError(`not a UTC instant: ${iso}`);
  return dayNumber(iso.slice(0, 10)) * 1440 + hour * 60 + minute;
}

/** The local business day of a UTC instant at an offset in minutes east of UTC (China 480). Throws RangeError as above. */
export function dayOfInstant(iso: string, offsetMinutes: number): Day {
  return dayFromNumber(Math.floor((minuteOfInstant(iso) + offsetMinutes) / 1440));
}

/** The local time of day `HH:mm` of a UTC instant; offset and errors as above. */
export function timeOfInstant(iso: string, offsetMinutes: number): string {
  const minute = (((minuteOfInstant(iso) + offsetMinutes) % 1440) + 1440) % 1440;
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}

/**
 * The day of a spreadsheet serial number; a fraction is the time of day and is dropped. Undefined for serials that no
 * day has, also for 60 of the 1900 epoch, which stands for 29 February 1900 (a day that never was).
 */
export function dayFromExcelSerial(serial: number, epoch: ExcelEpoch): Day | undefined {
  const whole = Math.floor(serial);
  if (!Number.isFinite(whole) || whole < 0) return undefined;
  if (epoch === '1900' && (whole === 0 || whole === 60)) return undefined;
  const zero = epoch === '1904' ? EXCEL_1904_ZERO : whole < 60 ? EXCEL_1900_ZERO + 1 : EXCEL_1900_ZERO;
  return zero + whole > LAST_DAY_NUMBER ? undefined : dayFromNumber(zero + whole);
}

/** The spreadsheet serial number of a day, or undefined before the epoch. */
export function excelSerialOfDay(day: Day, epoch: ExcelEpoch): number | undefined {
  const number = dayNumber(day);
  if (epoch === '1904') return number < EXCEL_1904_ZERO ? undefined : number - EXCEL_1904_ZERO;
  const serial = number - EXCEL_1900_ZERO;
  if (serial > 60) return serial;
  return serial > 1 ? serial - 1 : undefined;
}
