import { parseDayText, parseInstantText } from '#shared/kernel/date-text.ts';
import { addDays, dayFromParts, dayOfInstant, partsOfDay, twoDigits, type Day } from '#shared/kernel/day.ts';
import { formatMoney, parseMoney, type Fen } from '#shared/kernel/money.ts';
import { monthOf, type Month } from '#shared/kernel/period.ts';

export { numberShown, numberTyped } from '#shared/kernel/scaled-number.ts';

/** What a person types into a field, read generously: full width, commas, short dates. Undefined where it is nothing of the kind. */

/** China has one time zone. */
const storeOffsetMinutes = 480;

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/[\s,，]/gu, '');

const dayWords: Readonly<Record<string, number>> = {
  今天: 0,
  today: 0,
  明天: 1,
  tomorrow: 1,
  昨天: -1,
  yesterday: -1,
};

const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A typed day: every form of `parseDayText`, `3/5` `3-5` `3月5日` `0305` of this year, `5 Mar 2026`, `+3` and `-1` days from
 * today, 今天 明天 昨天.
 */
export function dayTyped(text: string, today: Day): Day | undefined {
  const typed = plain(text).toLowerCase();
  const word = dayWords[typed];
  if (word !== undefined) return addDays(today, word);
  const relative = /^[+-]\d{1,4}$/u.exec(typed);
  if (relative) return addDays(today, Number(typed));
  const short = /^(\d{1,2})[/\-.月](\d{1,2})日?$/u.exec(typed) ?? /^(\d{2})(\d{2})$/u.exec(typed);
  if (short) return dayFromParts(partsOfDay(today).year, Number(short[1]), Number(short[2]));
  const english = /^(\d{1,2})([a-z]{3})[a-z]*(\d{4})$/u.exec(typed);
  if (english)
    return dayFromParts(Number(english[3]), englishMonths.indexOf(english[2] ?? '') + 1, Number(english[1]));
  if (/^\d{5}$/u.test(typed)) return undefined; // a spreadsheet's serial number is no date for a person
  return parseDayText(typed);
}

/**
 * A typed month as `2026-11`: `2026-11`, `2026/11`, `202611`, `2026年11月`, `Nov 2026`, `11月` or `11` of this year. A whole day
 * is its month.
 */
export function monthTyped(text: string, today: Day): Month | undefined {
  const typed = plain(text).toLowerCase();
  const english = /^([a-z]{3})[a-z]*(\d{4})$/u.exec(typed);
  if (english) return monthOfYear(Number(english[2]), englishMonths.indexOf(english[1] ?? '') + 1);
  const short = /^(\d{1,2})月?$/u.exec(typed);
  if (short) return monthOfYear(partsOfDay(today).year, Number(short[1]));
  const chinese = /^(\d{4})年(\d{1,2})月$/u.exec(typed);
  if (chinese) return monthOfYear(Number(chinese[1]), Number(chinese[2]));
  if (/^\d{5}$/u.test(typed)) return undefined; // a spreadsheet's serial number is no date for a person
  const day = parseDayText(typed);
  return day === undefined ? undefined : monthOf(day);
}

const monthOfYear = (year: number, month: number): Month | undefined => {
  const day = dayFromParts(year, month, 1);
  return day === undefined ? undefined : monthOf(day);
};

/** A typed instant of the store's clock as UTC ISO text: a day with a time, or a time of today (`9:30`, `0930`). */
export function instantTyped(text: string, today: Day): string | undefined {
  const typed = text.normalize('NFKC').trim();
  const time = /^(\d{1,2}):?(\d{2})$/u.exec(typed);
  const parsed = time
    ? { day: today, time: `${twoDigits(Number(time[1]))}:${time[2] ?? ''}:00` }
    : parseInstantText(typed);
  if (!parsed?.time || !/^([01]\d|2[0-3]):[0-5]\d/u.test(parsed.time)) return undefined;
  return new Date(`${parsed.day}T${parsed.time}+08:00`).toISOString();
}

/** `2026-03-05 09:30` on the store's clock. */
export function instantShown(iso: string): string {
  const minutes = Math.floor(Date.parse(iso) / 60_000) + storeOffsetMinutes;
  const ofDay = ((minutes % 1440) + 1440) % 1440;
  return `${dayOfInstant(iso, storeOffsetMinutes)} ${twoDigits(Math.floor(ofDay / 60))}:${twoDigits(ofDay % 60)}`;
}

/** A typed amount in yuan as whole fen. */
export const moneyTyped = (text: string): Fen | undefined => parseMoney(text);

/** Fen as they are typed: `1234.50`. */
export const moneyToType = (fen: Fen): string => formatMoney(fen).replaceAll(/[¥,]/gu, '');

/** Decimals of a whole-number field; its name tells (`hoursHundredths`). */
export const scaleOf = (name: string): number => (name.endsWith('Hundredths') ? 2 : 0);

/** Unit of a whole-number field; its name tells. */
export const unitOf = (name: string): string | undefined =>
  name.endsWith('Km') ? 'km' : name.endsWith('Kg') ? 'kg' : undefined;
