import { formatMonth } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';

/** A period for people: `2026年`, `2026年2季度`, `2026年5月`, `2026年第47周`. */
export function periodWords(period: string, language: Language): string {
  const year = period.slice(0, 4);
  const rest = period.slice(5);
  if (rest === '') return language === 'en' ? year : `${year}年`;
  if (rest.startsWith('Q')) return language === 'en' ? `${rest} ${year}` : `${year}年${rest.slice(1)}季度`;
  if (rest.startsWith('W'))
    return language === 'en'
      ? `week ${Number(rest.slice(1))} of ${year}`
      : `${year}年第${Number(rest.slice(1))}周`;
  return formatMonth(period, language);
}

/** A month for the head of a column: `5月`, `May`. */
export const shortMonth = (month: string, language: Language): string =>
  language === 'en' ? formatMonth(month, language).slice(0, 3) : `${Number(month.slice(5))}月`;
