import type { GoalUnit } from '#shared/features/goal/goal-indicator.ts';
import { formatMoney, parseMoney } from '#shared/kernel/money.ts';

/** Amounts of the grid as texts, and texts as amounts. */

/** Made once: a formatter for each cell would take most of a frame. */
const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

/** An amount as the grid shows it: pieces, yuan without a sign, percent. */
export function amountShown(value: number | null, unit: GoalUnit): string {
  if (value === null) return '';
  if (unit === 'count' || unit === 'days') return value < 1000 ? String(value) : grouped.format(value);
  if (unit === 'rate') return `${grouped.format(value / 100)}%`;
  if (unit === 'hundredths') return grouped.format(value / 100);
  return formatMoney(value).replace('¥', '').replace(/\.00$/u, '');
}

/** As it is typed. */
export const amountToType = (value: number | null, unit: GoalUnit): string =>
  amountShown(value, unit).replaceAll(',', '');

export type Typed =
  | { readonly value: number | null; readonly problem?: undefined }
  | { readonly problem: 'notNumber' | 'notMoney' | 'notWhole' | 'negative' };

/** What a typed or pasted text says; an empty one: no goal. Full width, grouping, ¥, 元, 万 and % are understood. */
export function readAmount(text: string, unit: GoalUnit): Typed {
  const typed = text.normalize('NFKC').trim();
  if (typed === '' || typed === '-' || typed === '—') return { value: null };
  if (unit === 'fen') {
    const fen = parseMoney(typed);
    if (fen === undefined) return { problem: 'notMoney' };
    return fen < 0 ? { problem: 'negative' } : { value: fen };
  }
  const plain = typed.replace(/%$/u, '').replaceAll(/[\s,，]/gu, '');
  if (!/^[+-]?\d{1,15}(?:\.\d{1,6})?$/u.test(plain)) return { problem: 'notNumber' };
  const number = unit === 'rate' || unit === 'hundredths' ? Math.round(Number(plain) * 100) : Number(plain);
  if (number < 0) return { problem: 'negative' };
  return Number.isInteger(number) ? { value: number } : { problem: 'notWhole' };
}

/** Cells of a copied block: rows of texts. Quoted cells with line breaks, as spreadsheets write them, stay one cell. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const plain = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain.charAt(at);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (plain.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === '\t') {
      row.push(cell);
      cell = '';
    } else if (sign === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += sign;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}
