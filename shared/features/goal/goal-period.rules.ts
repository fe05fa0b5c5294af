import { digitsAt, twoDigits } from '../../kernel/day.ts';
import { isMonth } from '../../kernel/period.ts';

/** Months of a year as indices 0–11; `to` is not inside. */
export type MonthSpan = { readonly from: number; readonly to: number };

/** The months of `2026`, `2026-Q2` or `2026-05`; undefined for other years and for what is no such period. */
export function spanOf(period: string, year: number): MonthSpan | undefined {
  if (!period.startsWith(String(year).padStart(4, '0'))) return undefined;
  if (period.length === 4) return { from: 0, to: 12 };
  if (period.slice(4, 6) === '-Q' && period.length === 7) {
    const quarter = digitsAt(period, 6, 1);
    return quarter >= 1 && quarter <= 4 ? { from: quarter * 3 - 3, to: quarter * 3 } : undefined;
  }
  if (!isMonth(period)) return undefined;
  const month = digitsAt(period, 5, 2) - 1;
  return { from: month, to: month + 1 };
}

/** The period of a month index 0–11: `2026-05`. */
export const monthPeriod = (year: number, month: number): string =>
  `${String(year).padStart(4, '0')}-${twoDigits(month + 1)}`;

/** The period of a quarter 0–3: `2026-Q2`. */
export const quarterPeriod = (year: number, quarter: number): string =>
  `${String(year).padStart(4, '0')}-Q${quarter + 1}`;

/** Whether one span lies in another, or is the same. */
export const holdsSpan = (outer: MonthSpan, inner: MonthSpan): boolean =>
  outer.from <= inner.from && inner.to <= outer.to;
