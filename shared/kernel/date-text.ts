import type { Day } from './day.ts';
import { addDays, dayFromExcelSerial, dayFromParts, digitsAt, twoDigits } from './day.ts';
import { normalText } from './normal-text.ts';

/** A moment as other systems write it: local day and, where one was given, local time `HH:mm:ss`. */
export type InstantText = { readonly day: Day; readonly time?: string };

/** How six bare digits are read where both are possible (`201203`: March 2012 or 3 December 2020). */
export type SixDigits = 'yyyyMM' | 'yyMMdd';

const FIRST_YEAR = 1950;
const LAST_YEAR = 2100;
const SECONDS_OF_DAY = 86_400;
const BLANK = 32;
const HYPHEN = 45;
const DOT = 46;
const SLASH = 47;
const COLON = 58;
const YEAR_SIGN = '年'.charCodeAt(0);
const MONTH_SIGN = '月'.charCodeAt(0);
const DAY_SIGN = '日'.charCodeAt(0);
const DAY_SIGN_SPOKEN = '号'.charCodeAt(0);

/**
 * The day of a cell text in any form of the exports: `2026-03-05`, `2026-3-5`, `/` and `.` likewise, a time behind it,
 * `20260305`, `260305`, `2026-03` and `202603` (first of the month), `2026年3月5日`, spreadsheet serial `46086[.5]` of the
 * 1900 epoch, full-width digits. Undefined for impossible days, years outside 1950–2100, and forms whose order of day
 * and month is a guess (`03/05/2026`).
 */
export function parseDayText(text: string, sixDigits: SixDigits = 'yyyyMM'): Day | undefined {
  const length = text.length;
  if (length === 10 && text.charCodeAt(4) === HYPHEN && text.charCodeAt(7) === HYPHEN)
    return dayInRange(digitsAt(text, 0, 4), digitsAt(text, 5, 2), digitsAt(text, 8, 2));
  return parseInstantText(text, sixDigits)?.day;
}

/**
 * Day and time of a cell text; forms as in `parseDayText`. A time that no clock shows is left out and the day kept,
 * since times in such exports are unreliable; the time of a serial is rounded to the second.
 */
export function parseInstantText(text: string, sixDigits: SixDigits = 'yyyyMM'): InstantText | undefined {
  const normal = normalText(text);
  const run = digitRun(normal, 0);
  if (run === normal.length) return bareDigits(normal, sixDigits);
  const sign = normal.charCodeAt(run);
  if (run === 5 && sign === DOT) return serial(normal);
  if (run === 8 && isTimeMark(sign)) {
    const day = dayInRange(digitsAt(normal, 0, 4), digitsAt(normal, 4, 2), digitsAt(normal, 6, 2));
    return day === undefined ? undefined : withTime(day, normal, run + 1);
  }
  return run === 4 ? separated(normal, sign) : undefined;
}

function dayInRange(year: number, month: number, day: number): Day | undefined {
  return year >= FIRST_YEAR && year <= LAST_YEAR ? dayFromParts(year, month, day) : undefined;
}

function whole(day: Day | undefined): InstantText | undefined {
  return day === undefined ? undefined : { day };
}

/** Where the run of digits that begins at a place ends. */
function digitRun(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) break;
  }
  return at;
}

function isTimeMark(code: number): boolean {
  return code === BLANK || code === 84;
}

function bareDigits(text: string, sixDigits: SixDigits): InstantText | undefined {
  switch (text.length) {
    case 5:
      return serial(text);
    case 6: {
      const month = dayInRange(digitsAt(text, 0, 4), digitsAt(text, 4, 2), 1);
      const short = digitsAt(text, 0, 2);
      const year = short < FIRST_YEAR % 100 ? 2000 + short : 1900 + short;
      const day = dayInRange(year, digitsAt(text, 2, 2), digitsAt(text, 4, 2));
      return whole(sixDigits === 'yyMMdd' ? (day ?? month) : (month ?? day));
    }
    case 8:
      return whole(dayInRange(digitsAt(text, 0, 4), digitsAt(text, 4, 2), digitsAt(text, 6, 2)));
    case 14: {
      const day = dayInRange(digitsAt(text, 0, 4), digitsAt(text, 4, 2), digitsAt(text, 6, 2));
      if (day === undefined) return undefined;
      const time = clockTime(digitsAt(text, 8, 2), digitsAt(text, 10, 2), digitsAt(text, 12, 2));
      return time === undefined ? { day } : { day, time };
    }
    default:
      return undefined;
  }
}

/** Five digits with an optional fraction: days since the 1900 epoch. */
function serial(text: string): InstantText | undefined {
  if (text.length > 5 && (text.length === 6 || digitRun(text, 6) !== text.length)) return undefined;
  const day = dayFromExcelSerial(digitsAt(text, 0, 5), '1900');
  if (day === undefined || day.slice(0, 4) < String(FIRST_YEAR) || day.slice(0, 4) > String(LAST_YEAR))
    return undefined;
  if (text.length === 5) return { day };
  const seconds = Math.round(Number(text.slice(5)) * SECONDS_OF_DAY);
  if (seconds === SECONDS_OF_DAY) return { day: addDays(day, 1), time: '00:00:00' };
  return {
    day,
    time: `${twoDigits(Math.trunc(seconds / 3600))}:${twoDigits(Math.trunc(seconds / 60) % 60)}:${twoDigits(seconds % 60)}`,
  };
}

/** Four digits of a year, then month and day behind `-`, `/`, `.` or the Chinese signs, then perhaps a time. */
function separated(text: string, sign: number): InstantText | undefined {
  const chinese = sign === YEAR_SIGN;
  if (!chinese && sign !== HYPHEN && sign !== SLASH && sign !== DOT) return undefined;
  const year = digitsAt(text, 0, 4);
  const monthAt = chinese ? skipBlank(text, 5) : 5;
  const monthEnd = digitRun(text, monthAt);
  if (monthEnd - monthAt < 1 || monthEnd - monthAt > 2) return undefined;
  const month = digitsAt(text, monthAt, monthEnd - monthAt);
  const next = text.charCodeAt(monthEnd);
  if (monthEnd + (chinese ? 1 : 0) >= text.length) {
    if (chinese ? next !== MONTH_SIGN : sign === DOT && monthEnd - monthAt === 1) return undefined;
    return whole(dayInRange(year, month, 1));
  }
  if (next !== (chinese ? MONTH_SIGN : sign)) return undefined;
  const dayAt = chinese ? skipBlank(text, monthEnd + 1) : monthEnd + 1;
  const dayEnd = digitRun(text, dayAt);
  if (dayEnd - dayAt < 1 || dayEnd - dayAt > 2) return undefined;
  const day = dayInRange(year, month, digitsAt(text, dayAt, dayEnd - dayAt));
  if (day === undefined) return undefined;
  if (!chinese) return timeBehind(day, text, dayEnd);
  const closing = text.charCodeAt(dayEnd);
  return closing === DAY_SIGN || closing === DAY_SIGN_SPOKEN
    ? timeBehind(day, text, dayEnd + 1)
    : timeBehind(day, text, dayEnd);
}

function skipBlank(text: string, at: number): number {
  return text.charCodeAt(at) === BLANK ? at + 1 : at;
}

function timeBehind(day: Day, text: string, at: number): InstantText | undefined {
  if (at === text.length) return { day };
  const code = text.charCodeAt(at);
  if (isTimeMark(code)) return withTime(day, text, at + 1);
  const afterSign = text.charCodeAt(at - 1);
  return afterSign === DAY_SIGN || afterSign === DAY_SIGN_SPOKEN ? withTime(day, text, at) : undefined;
}

/** `H:mm`, `HH:mm:ss`, `HH:mm:ss.fff` or `14时30分[5秒]` to the end of the text; anything else makes the text no date. */
function withTime(day: Day, text: string, from: number): InstantText | undefined {
  const parts = [0, 0, 0];
  let at = from;
  let count = 0;
  while (count < 3) {
    const end = digitRun(text, at);
    if (end === at || end - at > 2) return undefined;
    parts[count] = digitsAt(text, at, end - at);
    count += 1;
    at = end;
    if (at === text.length) break;
    const mark = text.charAt(at);
    if (
      text.charCodeAt(at) !== COLON &&
      mark !== '时分秒'.charAt(count - 1) &&
      !(mark === '点' && count === 1)
    )
      break;
    at += 1;
    if (at === text.length) {
      if (mark === ':') return undefined;
      break;
    }
  }
  if (count < 2) return undefined;
  if (count === 3 && text.charCodeAt(at) === DOT) at = digitRun(text, at + 1);
  if (at !== text.length) return undefined;
  const time = clockTime(parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0);
  return time === undefined ? { day } : { day, time };
}

function clockTime(hour: number, minute: number, second: number): string | undefined {
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return `${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}`;
}
