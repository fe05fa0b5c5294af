import { useMemo } from 'react';
import type { Month } from '#shared/kernel/period.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** Tenths of days in words: `2.5`; a dash where nothing was counted. */
export const tenths = (value: number | null): string => (value === null ? '—' : (value / 10).toFixed(1));
/** Whole yuan at bars and axes: `¥1,060`. */
export const yuanOf = (fen: number): string => `¥${Math.round(fen / 100).toLocaleString('en')}`;
/** Hundredths of hours: `12.5`. */
export const hoursOf = (hundredths: number): string => (hundredths / 100).toLocaleString('en');
/** A percentage with one decimal; at bars and axes whole ones without, or twelve of them touch. */
export const percentShown = (value: number): string => `${value.toFixed(1)}%`;
export const percentShort = (value: number): string =>
  Number.isInteger(value) ? `${value}%` : percentShown(value);
/** `2026-03` at an axis: `26-03`. */
export const shortMonth = (month: Month): string => month.slice(2);

/** Names of a chart over months. */
export function useMonthNames(
  value: string,
  goal = '',
): Readonly<Record<'point' | 'value' | 'goal' | 'missing' | 'asTable' | 'asChart', string>> {
  const { t } = useTexts();
  return useMemo(
    () => ({
      point: t('quality.month'),
      value,
      goal: goal || t('quality.target'),
      missing: t('quality.missing'),
      asTable: t('quality.asTable'),
      asChart: t('quality.asChart'),
    }),
    [t, value, goal],
  );
}
