import type { Figure } from '#shared/features/meeting/meeting.pack.ts';
import { rateTone, type RateTone } from '#shared/features/meeting/meeting.rates.ts';
import { formatDay } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import type { PrintCell, PrintTone } from '#shared/kernel/print-document.ts';
import { meetingText } from '#shared/text/meeting.text.ts';
import { filled } from '#shared/text/filled.ts';
import { dayText } from '#electron/reports/paper-words.ts';

/** Words and number forms of printed minutes. */

type Unit = 'count' | 'fen';

/** Basis points as `76.0%`. */
export const percent = (basisPoints: number): string => `${(Math.round(basisPoints / 10) / 10).toFixed(1)}%`;

const grouped = (count: number): string => String(count).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');

/** What is on its way needs nobody: on paper only the two ends have a colour. */
export const toneOnPaper: Readonly<Record<RateTone, PrintTone>> = {
  met: 'good',
  onTrack: 'normal',
  near: 'normal',
  behind: 'warning',
};

export function paper(language: Language) {
  const text = meetingText[language];
  const day = (value: string): string => formatDay(value, language);
  const amount = (value: number, unit: Unit): string =>
    unit === 'fen' ? formatMoney(value) : grouped(value);
  return {
    language,
    text,
    day,
    dayOf: (instant: string): string => dayText(instant, language),
    fill: filled,
    amount,
    /** A figure; "not supplied" and "no right" are never 0. */
    figure: ({ value, missing }: Pick<Figure, 'value' | 'missing'>, unit: Unit): PrintCell =>
      value !== null
        ? amount(value, unit)
        : missing === 'no-right'
          ? { text: text.labels.noRight, tone: 'muted' }
          : { missing: true },
    goal: (value: number | null, unit: Unit): PrintCell =>
      value === null ? { text: text.labels.dash, tone: 'muted' } : amount(value, unit),
    /** 完成率: behind the share of the period that has passed asks for attention. */
    rate: (basisPoints: number | null, passed: number): PrintCell =>
      basisPoints === null
        ? { text: text.labels.dash, tone: 'muted' }
        : { text: percent(basisPoints), tone: toneOnPaper[rateTone(basisPoints, passed)] },
  } as const;
}

export type Paper = ReturnType<typeof paper>;
