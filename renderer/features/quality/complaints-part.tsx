import { Anchor, SimpleGrid, Table, Text } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import type { ComplaintFigures } from '#shared/features/quality/quality.contract.ts';
import type { ListFilter } from '#shared/rpc/record.contract.ts';
import { ParetoChart } from '#renderer/charts/pareto-chart.tsx';
import { SeriesChart } from '#renderer/charts/series-chart.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { listAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { Part, percentText, Tile } from '#renderer/features/repair/repair-figures.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { shortMonth, tenths, useMonthNames } from './figure-words.ts';
import { useComplaintFigures, type Span } from './quality.queries.ts';

const whole = (value: number): string => String(value);

/** 投诉 by kind and month, and how long they took. */
export function ComplaintsPart({ span }: { readonly span: Span }): ReactNode {
  const { t } = useTexts();
  const { data, error, refetch } = useComplaintFigures(span, true);
  return (
    <Part title={t('quality.complaints.title')} hint={t('quality.complaints.hint')}>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data ? (
        <>
          <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="xs" mb="sm">
            <Tile name={t('quality.complaints.received')} value={String(data.received)} good={null} />
            <Tile
              name={t('quality.complaints.open')}
              value={String(data.open)}
              good={data.open === 0 ? true : null}
            />
            <Tile
              name={t('quality.complaints.average')}
              value={t('quality.someDays', { days: tenths(data.averageTenths) })}
              good={null}
            />
          </SimpleGrid>
          {data.received === 0 ? (
            <Text c="dimmed">{t('quality.none')}</Text>
          ) : (
            <Charts figures={data} span={span} />
          )}
        </>
      ) : null}
    </Part>
  );
}

function Charts({ figures, span }: { readonly figures: ComplaintFigures; readonly span: Span }): ReactNode {
  const { t, choice } = useTexts();
  const link = useLink();
  const names = useMonthNames(t('quality.complaints.received'));
  const months = useMemo(
    () =>
      figures.months.map(({ month, received }) => ({ name: shortMonth(month), value: received, goal: null })),
    [figures],
  );
  const kinds = useMemo(
    () =>
      figures.kinds.map((line) => ({
        ...line,
        name: choice('complaint', 'kind', line.key),
        cumulative: line.cumulativeBasisPoints / 100,
      })),
    [figures, choice],
  );
  const paretoNames = useMemo(
    () => ({ count: t('quality.complaints.received'), cumulative: t('quality.defects.cumulative') }),
    [t],
  );
  const within: ListFilter[] = [
    { field: 'receivedOn', operator: 'from', value: span.from },
    { field: 'receivedOn', operator: 'to', value: span.to },
  ];
  return (
    <>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <ParetoChart label={t('quality.complaints.byKind')} points={kinds} names={paretoNames} />
        <Table aria-label={t('quality.complaints.byKind')} verticalSpacing={2} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('quality.complaints.kind')}</Table.Th>
              <Table.Th ta="right">{t('quality.complaints.received')}</Table.Th>
              <Table.Th ta="right">{t('quality.defects.share')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody className="figures">
            {kinds.map(({ key, name, count, shareBasisPoints }) => (
              <Table.Tr key={key}>
                <Table.Td>
                  <Anchor
                    inherit
                    {...link(
                      listAddress('complaint', {
                        filters: [...within, { field: 'kind', operator: 'is', value: key }],
                      }),
                    )}
                  >
                    {name}
                  </Anchor>
                </Table.Td>
                <Table.Td ta="right">{count}</Table.Td>
                <Table.Td ta="right">{percentText(shareBasisPoints)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </SimpleGrid>
      <SeriesChart
        title={t('quality.complaints.byMonth')}
        points={months}
        names={names}
        format={whole}
        short={whole}
      />
      <Anchor size="sm" {...link(listAddress('complaint', { filters: within }))}>
        {t('quality.drill')}
      </Anchor>
    </>
  );
}
