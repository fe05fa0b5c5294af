import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import {
  fewestCases,
  type Evidence,
  type Known,
  type Rate,
  type RateKind,
} from '#shared/features/income/income-rates.rules.ts';
import type { Figures, WhatIf } from '#shared/features/income/income.rules.ts';
import type { PayContent } from '#shared/features/pay/pay.content.ts';
import columns from '#renderer/components/two-columns.module.css';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { WhatSlider } from './what-slider.tsx';

/** Greatest fall-out that can be assumed: beyond it nothing would be left. */
const mostFallOut = 9999;

const without = <K extends string>(
  all: Partial<Readonly<Record<K, number>>>,
  key: K,
  value: number | null,
): Partial<Record<K, number>> => {
  const { [key]: _old, ...rest } = all;
  return (value === null ? rest : { ...rest, [key]: value }) as Partial<Record<K, number>>; // the same keys
};

/** What the result rests on: averages and goal, then rates; each can be played with. */
export function IncomeFigures(props: {
  readonly content: PayContent;
  readonly known: Known;
  readonly figures: Figures;
  readonly what: WhatIf;
  /** For which of several months an assumed goal is; null: there is one month. */
  readonly goalFor: 'all' | 'gaps' | null;
  readonly onWhat: (what: WhatIf) => void;
}): ReactNode {
  const { content, known, figures, what, goalFor, onWhat } = props;
  const { own } = known;
  const { t, day } = useTexts();
  const { unit } = content;
  const rateName = (kind: RateKind): string =>
    unit === 'visit' ? t('income.callRate') : t(`income.rates.${kind}`);
  const evidence = (
    <Text size="xs" c="dimmed">
      {t('income.evidence', { from: day(own.from), to: day(own.to), few: fewestCases })}
    </Text>
  );
  return (
    <>
      {figures.averages.length > 0 || figures.goal ? (
        <section className={`sheet ${columns.part}`} aria-label={t('income.figures')}>
          <Title order={2} size="h3">
            {t('income.figures')}
          </Title>
          {figures.rates.length === 0 && figures.averages.length > 0 ? evidence : null}
          {figures.averages.map(({ of, ...figure }) => (
            <WhatSlider
              key={of}
              name={t('income.average', {
                unit: t(`income.perUnit.${unit}`),
                name: t(`pay.shareKinds.${of}`),
              })}
              figure={figure}
              kind="money"
              min={0}
              max={Math.max(
                1_000_000,
                100_000 * Math.ceil(((own.sums[of] ?? 0) * 2) / Math.max(1, own.units) / 100_000),
              )}
              step={10_000}
              {...(figure.source === 'store'
                ? { hint: t('income.counts.storeAverage', { reason: t(`income.lack.${figure.reason}`) }) }
                : {})}
              onChange={(value) => onWhat({ ...what, averages: without(what.averages, of, value) })}
            />
          ))}
          {figures.goal ? (
            <WhatSlider
              name={t('income.goal', { unit: t(`pay.unitWord.${unit}`) })}
              figure={figures.goal}
              kind="units"
              min={1}
              max={unit === 'deal' ? 40 : 400}
              step={1}
              own={t('income.goalGiven')}
              {...(goalFor ? { always: t(`income.spanGoal.${goalFor}`) } : {})}
              onChange={(goalUnits) => onWhat({ ...what, goalUnits })}
            />
          ) : null}
        </section>
      ) : null}
      {figures.rates.length > 0 ? (
        <section className={`sheet ${columns.part}`} aria-label={t('income.ratesTitle')}>
          <Title order={2} size="h3">
            {t('income.ratesTitle')}
          </Title>
          {evidence}
          {figures.rates.map((rate) => (
            <WhatSlider
              key={rate.kind}
              name={rateName(rate.kind)}
              figure={rate}
              kind="rate"
              min={rate.kind === 'fallOut' ? 0 : 1}
              max={rate.kind === 'fallOut' ? 5000 : 10_000}
              step={50}
              hint={countText(rate, known, t)}
              onChange={(value) =>
                onWhat({
                  ...what,
                  rates: without(
                    what.rates,
                    rate.kind,
                    rate.kind === 'fallOut' && value !== null ? Math.min(mostFallOut, value) : value,
                  ),
                })
              }
            />
          ))}
        </section>
      ) : null}
    </>
  );
}

/** The counts behind a rate from the records, and why they are not the own ones where they are not. */
function countText(rate: Rate, { own, peers }: Known, t: ReturnType<typeof useTexts>['t']): string {
  const { kind, source, up = 0, down = 0 } = rate;
  const { ordered, cancelled }: Omit<Evidence, 'sums'> = source === 'store' ? peers : own;
  const counts =
    kind === 'fallOut'
      ? t('income.counts.fallOut', { count: cancelled, base: ordered })
      : t('income.counts.other', { base: down, count: up });
  return source === 'store'
    ? t('income.counts.store', { reason: t(`income.lack.${rate.reason}`), counts })
    : counts;
}
