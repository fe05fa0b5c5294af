import { addDays, dayFromParts, daysBetween, type Day } from '../../kernel/day.ts';
import { normalText } from '../../kernel/normal-text.ts';

/** Longest run of days that one range of a holiday plan may name: longer ones are slips of the pen. */
const longestRange = 31;

/** Full days first, then month and day, then a day alone, whose month is that of the day before it in the text. */
const dayPattern =
  /(\d{4})年(\d{1,2})月(\d{1,2})[日号]?|(\d{4})([-/.])(\d{1,2})\5(\d{1,2})|(\d{1,2})月(\d{1,2})[日号]?|(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)|(\d{1,2})[./](\d{1,2})|(\d{1,2})[日号]/gu;

/** What may stand between and around the days. */
const rangeMark = /^[至到~～—–-]+$/u;
const loose = /^(?:[、,，;；。和及与\s]|以及|放假|调休|补班|上班|休息|起|共\d+天|不调休)*$/u;

/** An open end of the year 2026 in `关于2026年部分节假日安排的通知`; undefined where a text names none. */
export function yearNamedIn(text: string): number | undefined {
  const found = /(?<!\d)((?:19|20|21)\d{2})年/u.exec(normalText(text))?.[1];
  return found === undefined ? undefined : Number(found);
}

type Parts = { readonly year: number | undefined; readonly month: number | undefined; readonly date: number };

function partsOf(match: RegExpMatchArray): Parts {
  const number = (at: number): number | undefined =>
    match[at] === undefined ? undefined : Number(match[at]);
  return {
    year: number(1) ?? number(4) ?? number(10),
    month: number(2) ?? number(6) ?? number(8) ?? number(11) ?? number(13),
    date: number(3) ?? number(7) ?? number(9) ?? number(12) ?? number(14) ?? number(15) ?? 0,
  };
}

/** `2026`: full days name their own year; the others take `year`. */
export type DaysRead =
  | { readonly days: readonly Day[] }
  | { readonly problem: 'not-a-day' | 'calendar-year-missing' | 'calendar-range' };

/**
 * The days that a cell of a published holiday plan names: `2026-10-01`, `10月1日(周四)至7日(周三)`, `2月14日、2月28日`. What stands
 * in brackets is left out. A range over New Year ends in the next year. Ascending, each day once.
 */
export function daysNamedIn(text: string, year: number | undefined): DaysRead {
  const plain = normalText(text).replaceAll(/\([^)]*\)|（[^）]*）/gu, '');
  const days = new Set<Day>();
  let before: { readonly day: Day; readonly parts: Parts } | undefined;
  let end = 0;
  for (const match of plain.matchAll(dayPattern)) {
    const between = plain.slice(end, match.index).replaceAll(' ', '');
    end = match.index + match[0].length;
    const isRange = before !== undefined && rangeMark.test(between);
    if (!isRange && !loose.test(between)) return { problem: 'not-a-day' };
    const parts = partsOf(match);
    const month = parts.month ?? before?.parts.month;
    const wanted = parts.year ?? before?.parts.year ?? year;
    if (month === undefined) return { problem: 'not-a-day' };
    if (wanted === undefined) return { problem: 'calendar-year-missing' };
    let day = dayFromParts(wanted, month, parts.date);
    if (isRange && before && day !== undefined && day < before.day && parts.year === undefined)
      day = dayFromParts(wanted + 1, month, parts.date);
    if (day === undefined) return { problem: 'not-a-day' };
    if (isRange && before) {
      const length = daysBetween(before.day, day);
      if (length < 0 || length > longestRange) return { problem: 'calendar-range' };
      for (let step = 1; step < length; step += 1) days.add(addDays(before.day, step));
    }
    days.add(day);
    before = { day, parts: { ...parts, month, year: Number(day.slice(0, 4)) } };
  }
  if (days.size === 0 || !loose.test(plain.slice(end))) return { problem: 'not-a-day' };
  return { days: [...days].sort() };
}
