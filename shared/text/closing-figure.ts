import type { ClosingOther } from '../features/plan/plan.contract.ts';
import type { Language } from '../kernel/language.ts';
import { formatMoney } from '../kernel/money.ts';
import { numberShown } from '../kernel/scaled-number.ts';
import { indicatorPageText } from './indicator.text.ts';

/** A figure of the library with its unit: `¥12.00`, `83.4%`, `12 台`; the same on screens and on paper. */
export function closingFigure(
  value: number,
  { unit, unitName }: Pick<ClosingOther, 'unit' | 'unitName'>,
  language: Language,
): string {
  if (unit === 'fen') return formatMoney(value);
  if (unit === 'basisPoints') return `${(Math.round(value / 10) / 10).toFixed(1)}%`;
  const plain = numberShown(value, unit === 'hundredths' ? 2 : 0, true);
  const word = unit === 'days' ? indicatorPageText[language].units.days : unitName[language];
  if (word === '') return plain;
  return `${plain} ${language === 'en' && plain === '1' ? oneOf(word) : word}`;
}

const compact = {
  'zh-CN': new Intl.NumberFormat('zh-CN', { notation: 'compact', maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }),
} as const;

/** The same in few signs, for cells: `28.6万`, `83%`, `12`. */
export function compactFigure(
  value: number,
  { unit }: Pick<ClosingOther, 'unit'>,
  language: Language,
): string {
  if (unit === 'fen') return compact[language].format(value / 100);
  if (unit === 'basisPoints') return `${Math.round(value / 100)}%`;
  return numberShown(value, unit === 'hundredths' ? 2 : 0, true);
}

/** The English singular of a unit: `vehicles` is `vehicle`, `policies` is `policy`. */
const oneOf = (word: string): string =>
  word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/(?:(?<=x|ch|sh|ss)es|(?<!s)s)$/u, '');
