import { useMemo } from 'react';
import type { FigureMissing, Who } from '#shared/features/indicator/indicator.contract.ts';
import type { IndicatorDefinition } from '#shared/features/indicator/indicator.definition.ts';
import { periodKindOf } from '#shared/features/indicator/indicator-period.rules.ts';
import { formatMonth } from '#shared/kernel/day.ts';
import { closingFigure, compactFigure } from '#shared/text/closing-figure.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useDefinitions } from './indicator.queries.ts';

type Known = Pick<IndicatorDefinition, 'unit' | 'unitName'>;

export type IndicatorTexts = {
  readonly definitions: ReadonlyMap<string, IndicatorDefinition>;
  readonly name: (key: string) => string;
  /** A figure with its unit: `¥12.00`, `83.4%`, `12 台`. */
  readonly figure: (value: number, of: Known | undefined) => string;
  /** The same in few signs, for cells: `28.6万`, `83%`, `12`. */
  readonly short: (value: number, of: Known | undefined) => string;
  readonly percent: (basisPoints: number) => string;
  readonly period: (period: string) => string;
  readonly missing: (missing: FigureMissing, about: string | null) => string;
  /** 全店, or the name of a department or person. */
  readonly who: (who: Who, name: string | null) => string;
};

/** Words and figures of indicators in the person's language. */
export function useIndicatorTexts(): IndicatorTexts {
  const { t, language, day } = useTexts();
  const definitions = useDefinitions();
  return useMemo(() => {
    const name = (key: string): string => definitions.get(key)?.name[language] ?? key;
    const percent = (basisPoints: number): string => `${(Math.round(basisPoints / 10) / 10).toFixed(1)}%`;
    return {
      definitions,
      name,
      percent,
      figure(value, of) {
        return of ? closingFigure(value, of, language) : String(value);
      },
      short(value, of) {
        return of ? compactFigure(value, of, language) : String(value);
      },
      period(period) {
        const year = period.slice(0, 4);
        switch (periodKindOf(period)) {
          case 'year':
            return t('indicator.year', { year });
          case 'quarter':
            return t('indicator.quarter', { year, quarter: period.slice(6) });
          case 'month':
            return formatMonth(period, language);
          case 'week':
            return t('indicator.week', { year, week: Number(period.slice(6)) });
          case 'day':
          case undefined:
            return day(period);
        }
      },
      missing: (missing, about) =>
        missing === 'no-right'
          ? t('indicator.noRight')
          : t(`indicator.missing.${missing}`, { about: about === null ? '' : name(about) }),
      who: (who, known) => (who.level === 'store' ? t('indicator.store') : (known ?? '')),
    };
  }, [definitions, t, language, day]);
}
