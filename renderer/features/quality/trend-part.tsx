import { Anchor, SimpleGrid } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import type { QualityMonth } from '#shared/features/quality/quality.contract.ts';
import { SeriesChart } from '#renderer/charts/series-chart.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { Part } from '#renderer/features/repair/repair-figures.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { percentShort, percentShown, shortMonth, useMonthNames } from './figure-words.ts';
import { useTrend, type Span } from './quality.queries.ts';

/** 三检覆盖率 and 一次合格率 by month against 100 %. */
export function TrendPart({ span }: { readonly span: Span }): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const { data, error, refetch } = useTrend(span);
  return (
    <Part title={t('quality.trend.title')} hint={t('quality.trend.hint')}>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data ? (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
          <RateChart months={data} name={t('quality.trend.coverage')} of="coverageBasisPoints" />
          {may('repair.read') ? (
            <RateChart months={data} name={t('quality.trend.firstPass')} of="firstPassBasisPoints" />
          ) : null}
        </SimpleGrid>
      ) : null}
      <Anchor size="sm" {...link('/inspection/coverage')}>
        {t('quality.trend.open')}
      </Anchor>
    </Part>
  );
}

function RateChart(props: {
  readonly months: readonly QualityMonth[];
  readonly name: string;
  readonly of: 'coverageBasisPoints' | 'firstPassBasisPoints';
}): ReactNode {
  const { months, name, of } = props;
  const names = useMonthNames(name);
  const points = useMemo(
    () =>
      months.map((month) => {
        const basisPoints = month[of];
        // Rounded down: 100 % is said only when nothing is missing.
        return {
          name: shortMonth(month.month),
          value: basisPoints === null ? null : Math.floor(basisPoints / 10) / 10,
          goal: 100,
        };
      }),
    [months, of],
  );
  return (
    <SeriesChart title={name} points={points} names={names} format={percentShown} short={percentShort} />
  );
}
