import { Alert, Anchor, SimpleGrid } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { SeriesChart } from '#renderer/charts/series-chart.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { listAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { Part, Tile } from '#renderer/features/repair/repair-figures.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { hoursOf, shortMonth, useMonthNames, yuanOf } from './figure-words.ts';
import { useRework, type Span } from './quality.queries.ts';

/** 返工: how many, how many hours, at what cost. */
export function ReworkFiguresPart({ span }: { readonly span: Span }): ReactNode {
  const { t, money } = useTexts();
  const link = useLink();
  const { data, error, refetch } = useRework(span, true);
  const hourNames = useMonthNames(t('quality.rework.hours'));
  const costNames = useMonthNames(t('quality.rework.cost'));
  const [hours, cost] = useMemo(() => {
    const points = (field: 'hoursHundredths' | 'costFen') =>
      (data?.months ?? []).map((month) => ({
        name: shortMonth(month.month),
        value: month[field],
        goal: null,
      }));
    return [points('hoursHundredths'), points('costFen')];
  }, [data]);
  return (
    <Part title={t('quality.rework.title')} hint={t('quality.rework.hint')}>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data ? (
        <>
          <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="xs" mb="sm">
            <Tile
              name={t('quality.rework.raised')}
              value={String(data.raised)}
              good={data.raised === 0 ? true : null}
            />
            <Tile
              name={t('quality.rework.hours')}
              value={t('quality.hours', { hours: hoursOf(data.hoursHundredths) })}
              good={null}
            />
            <Tile name={t('quality.rework.cost')} value={money(data.costFen)} good={null} />
          </SimpleGrid>
          {data.untold > 0 ? (
            <Alert color="orange" mb="sm" icon={<IconAlertTriangle size={18} aria-hidden />}>
              {t('quality.rework.untold', { count: data.untold })}
            </Alert>
          ) : null}
          {data.raised === 0 ? null : (
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
              <SeriesChart
                title={t('quality.rework.hours')}
                points={hours}
                names={hourNames}
                format={hoursOf}
                short={hoursOf}
              />
              <SeriesChart
                title={t('quality.rework.cost')}
                points={cost}
                names={costNames}
                format={money}
                short={yuanOf}
              />
            </SimpleGrid>
          )}
          <Anchor
            size="sm"
            {...link(
              listAddress('rework', {
                filters: [
                  { field: 'raisedOn', operator: 'from', value: span.from },
                  { field: 'raisedOn', operator: 'to', value: span.to },
                ],
              }),
            )}
          >
            {t('quality.drill')}
          </Anchor>
        </>
      ) : null}
    </Part>
  );
}
