import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { GapAnalysis } from '#shared/features/gap/gap.contract.ts';
import { IndicatorFigure } from '#renderer/features/indicator/figure-link.tsx';
import { ToneMark } from '#renderer/features/indicator/tones.tsx';
import { useIndicatorTexts } from '#renderer/features/indicator/use-indicator-texts.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './gap.module.css';

/** Whether a difference is a loss: of less-is-better more is worse. */
export const isWorse = (difference: number, { definition }: Pick<GapAnalysis, 'definition'>): boolean =>
  definition.direction === 'less' ? difference > 0 : difference < 0;

/** A difference with its sign. */
export const signed = (value: number, text: string): string => (value > 0 ? `+${text}` : text);

function Key(props: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className={classes.key}>
      <span className={classes.keyName}>{props.name}</span>
      <span className={classes.keyValue}>{props.children}</span>
    </div>
  );
}

/** Goal, actual, difference, last year, forecast. */
export function GapFigures({ analysis }: { readonly analysis: GapAnalysis }): ReactNode {
  const { t, day, language } = useTexts();
  const texts = useIndicatorTexts();
  const { definition, goal, goalDue, actual, difference, lastYear, rate, tone, period, who } = analysis;
  const figure = (value: number | null): string =>
    value === null ? t('indicator.noForecast') : texts.figure(value, definition);
  return (
    <section className={`sheet ${classes.part}`} aria-label={t('gap.figures')}>
      <Text component="h2" fw={600}>
        {t('gap.figures')}
      </Text>
      <Text size="xs" c="dimmed" mb={6}>
        {definition.formula[language]}
        {definition.exclusions[language] === '' ? '' : ` · ${definition.exclusions[language]}`}
      </Text>
      <div className={classes.keys}>
        <Key name={t('gap.goal')}>{goal === null ? t('indicator.noGoal') : figure(goal)}</Key>
        {goalDue === null || goalDue === goal ? null : (
          <Key name={t('gap.goalDue', { day: day(analysis.asOf) })}>{figure(goalDue)}</Key>
        )}
        <Key name={t('gap.actual')}>
          <IndicatorFigure of={definition.key} value={actual} period={period} who={who} />
        </Key>
        {difference === null ? null : (
          <Key name={t('gap.difference')}>
            <span className={isWorse(difference, analysis) ? classes.worse : undefined}>
              {signed(difference, figure(difference))}
            </span>
          </Key>
        )}
        {rate === null || tone === null ? null : (
          <Key name={t('gap.rate')}>
            {texts.percent(rate)} <ToneMark tone={tone} />
          </Key>
        )}
        <Key name={t('gap.lastYear')}>{figure(lastYear)}</Key>
        {analysis.forecasts.map(({ method, value }) => (
          <Key key={method} name={`${t('gap.forecast')} · ${t(`indicator.methods.${method}`)}`}>
            {figure(value)}
          </Key>
        ))}
      </div>
    </section>
  );
}
