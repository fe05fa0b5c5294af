import { useMemo } from 'react';
import { goalIndicatorName } from '#shared/features/goal/goal-indicator.ts';
import type { Named } from '#shared/features/indicator/indicator.definition.ts';
import type { GoalRow } from '#shared/features/goal/goal-row.rules.ts';
import { periodWords, shortDay, shortMonth } from '#shared/features/goal/goal-words.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** Names of rows, indicators and periods in the person's language. */
export function useRowName(): {
  readonly row: (row: GoalRow) => string;
  readonly indicator: (key: string) => string;
  readonly named: (name: Named) => string;
  readonly period: (period: string) => string;
  readonly channel: (name: string) => string;
  readonly month: (period: string) => string;
  readonly day: (period: string) => string;
} {
  const { t, choice, language } = useTexts();
  return useMemo(
    () => ({
      row: ({ kind, name, facet }) =>
        kind === 'store'
          ? t('goal.store')
          : facet?.kind === 'channel'
            ? choice('order', 'channel', name)
            : name,
      indicator: (key) => goalIndicatorName(key, language),
      named: (name) => name[language],
      period: (period) => periodWords(period, language),
      month: (period) => shortMonth(period, language),
      day: (period) => shortDay(period, language),
      channel: (name) => choice('order', 'channel', name),
    }),
    [t, choice, language],
  );
}
