import { parseDayText } from '../../kernel/date-text.ts';
import { twoDigits } from '../../kernel/day.ts';
import { formatMoney, parseMoney } from '../../kernel/money.ts';
import { monthOf, weekOf } from '../../kernel/period.ts';
import { numberShown, numberTyped } from '../../kernel/scaled-number.ts';
import type { IndicatorUnit } from './indicator.exact.ts';
import { periodKindOf } from './indicator-period.rules.ts';

/** What people type, and files hold, of figures and periods. */

/** Decimals of the whole steps of a unit, as they are typed and shown. */
const unitDecimals: Readonly<Record<IndicatorUnit, number>> = {
  count: 0,
  fen: 2,
  basisPoints: 2,
  days: 0,
  hundredths: 2,
};

const percentSign = /[%％]\s*$/u;

/** A typed figure in steps of its unit: money in yuan, a rate in percent. Undefined where it is nothing of the kind. */
export const figureTyped = (text: string, unit: IndicatorUnit): number | undefined =>
  unit === 'fen' ? parseMoney(text) : numberTyped(text.replace(percentSign, ''), unitDecimals[unit]);

/** A figure as it is typed: `1234.50`, `83.4`. */
export const figureToType = (value: number, unit: IndicatorUnit): string =>
  unit === 'fen' ? formatMoney(value).replaceAll(/[¥,]/gu, '') : numberShown(value, unitDecimals[unit]);

/**
 * A figure of a file's cell. A rate without its sign between −1 and 1 is refused: workbooks keep 83.4 % as 0.834, and
 * which of the two was meant is not for the program to say.
 */
export function figureOfCell(text: string, unit: IndicatorUnit): { value: number } | { problem: string } {
  const bare = unit === 'basisPoints' && !percentSign.test(text) ? Number(text) : 0;
  if (bare !== 0 && Math.abs(bare) <= 1) return { problem: 'rate-unclear' };
  const value = figureTyped(text, unit);
  if (value === undefined) return { problem: unit === 'fen' ? 'not-whole-fen' : 'not-a-number' };
  return value < 0 && unit !== 'fen' ? { problem: 'too-small' } : { value };
}

export type TypedPeriod = { readonly period: string } | { readonly problem: string };

const quarters = '一二三四';

/**
 * A period as files write it: `2026-11`, `2026年11月`, `2026年第47周`, `2026-Q4`, `2026年`, a day; without its year where
 * `year` names one. `as`: what the column is for; a day in a column of weeks or months means its week or month.
 */
export function periodTyped(
  text: string,
  as: 'day' | 'week' | 'month' | undefined,
  year?: number,
): TypedPeriod {
  const typed = text.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase();
  const wrong: TypedPeriod = { problem: 'not-a-period' };
  const within = (found: string | undefined, make: (year: string) => string): TypedPeriod => {
    const named = found ?? (year === undefined ? undefined : String(year).padStart(4, '0'));
    if (named === undefined) return { problem: 'entry-year-missing' };
    const period = make(named);
    return periodKindOf(period) === undefined ? wrong : { period };
  };
  const settled = (found: TypedPeriod): TypedPeriod =>
    'problem' in found || as === undefined || periodKindOf(found.period) === as ? found : wrong;
  const known = periodKindOf(typed);
  if (known !== undefined && known !== 'day') return settled({ period: typed });
  const bare = /^\d{1,2}$/u.exec(typed);
  const month =
    /^(?:(\d{4})[年\-/.])?(\d{1,2})月(?:份)?$/u.exec(typed) ??
    /^(\d{4})[-/.](\d{1,2})$/u.exec(typed) ??
    /^(\d{4})(0[1-9]|1[0-2])$/u.exec(typed);
  if (month) return settled(within(month[1], (of) => `${of}-${twoDigits(Number(month[2]))}`));
  const day = /^\d{1,7}$/u.test(typed) ? undefined : parseDayText(typed); // a number is no date here
  if (day !== undefined) return { period: as === 'month' ? monthOf(day) : as === 'week' ? weekOf(day) : day };
  if (bare && as === 'month') return within(undefined, (of) => `${of}-${twoDigits(Number(typed))}`);
  const week = /^(?:(\d{4})[年\-/]?)?(?:第?(\d{1,2})周|W(\d{1,2}))$/u.exec(typed);
  const weekOfYear = (number: string | undefined) => (of: string) => `${of}-W${twoDigits(Number(number))}`;
  if (week) return settled(within(week[1], weekOfYear(week[2] ?? week[3])));
  if (bare && as === 'week') return within(undefined, weekOfYear(typed));
  const quarter = /^(?:(\d{4})[年\-/]?)?(?:第?([1-4一二三四])季度?|Q([1-4]))$/u.exec(typed);
  const number = quarter?.[2] ?? quarter?.[3] ?? '';
  if (quarter)
    return settled(within(quarter[1], (of) => `${of}-Q${Number(number) || quarters.indexOf(number) + 1}`));
  const whole = /^(\d{4})年(?:度|全年)?$/u.exec(typed);
  return whole ? settled(within(whole[1], (of) => of)) : wrong;
}
