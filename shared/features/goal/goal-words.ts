import { formatDay, formatMonth, isDay, weekdayOf } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';

/** A period for people: `2026年`, `2026年2季度`, `2026年5月`, `2026年第47周`, `2026年11月第47周`, `2026年11月18日`. */
export function periodWords(period: string, language: Language): string {
  const year = period.slice(0, 4);
  const rest = period.slice(5);
  if (rest === '') return language === 'en' ? year : `${year}年`;
  if (rest.startsWith('Q')) return language === 'en' ? `${rest} ${year}` : `${year}年${rest.slice(1)}季度`;
  if (rest.startsWith('W'))
    return language === 'en'
      ? `week ${Number(rest.slice(1))} of ${year}`
      : `${year}年第${Number(rest.slice(1))}周`;
  if (rest.slice(2, 4) === '-W') {
    const week = Number(rest.slice(4));
    const month = formatMonth(period.slice(0, 7), language);
    return language === 'en' ? `week ${week} in ${month}` : `${month}第${week}周`;
  }
  return isDay(period) ? formatDay(period, language) : formatMonth(period, language);
}

const weekdays = {
  'zh-CN': ['一', '二', '三', '四', '五', '六', '日'],
  en: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
} as const;

/** A day for the head of a column: `18 三`, `18 We`. */
export const shortDay = (day: string, language: Language): string =>
  `${Number(day.slice(8))} ${weekdays[language][weekdayOf(day) - 1] ?? ''}`;

/** A month for the head of a column: `5月`, `May`. */
export const shortMonth = (month: string, language: Language): string =>
  language === 'en' ? formatMonth(month, language).slice(0, 3) : `${Number(month.slice(5))}月`;
