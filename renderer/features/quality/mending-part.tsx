import { SimpleGrid, Table, Text } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import type { MendingRow } from '#shared/features/quality/quality.contract.ts';
import { daysBetween } from '#shared/kernel/day.ts';
import { SeriesChart } from '#renderer/charts/series-chart.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { Part, Tile } from '#renderer/features/repair/repair-figures.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { tenths, useMonthNames } from './figure-words.ts';
import { useMending, type Span } from './quality.queries.ts';
import classes from './quality.module.css';

const shownRows = 12;
const groupKeys = ['sameDay', 'threeDays', 'week', 'longer'] as const;
const whole = (value: number): string => String(value);

/** 从不合格到修好: how long it took, and what still waits. */
export function MendingPart({ span }: { readonly span: Span }): ReactNode {
  const { t } = useTexts();
  const { data, error, refetch } = useMending(span);
  const names = {
    ...useMonthNames(t('quality.mending.raised')),
    point: t('quality.mending.took'),
  };
  const points = useMemo(
    () =>
      (data?.groups ?? []).map((value, at) => ({
        name: t(`quality.mending.groups.${groupKeys[at] ?? 'longer'}`),
        value,
        goal: null,
      })),
    [data, t],
  );
  return (
    <Part title={t('quality.mending.title')} hint={t('quality.mending.hint')}>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data ? (
        <>
          <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="xs" mb="sm">
            <Tile name={t('quality.mending.raised')} value={String(data.raised)} good={null} />
            <Tile name={t('quality.mending.open')} value={String(data.open)} good={data.open === 0} />
            <Tile
              name={t('quality.mending.average')}
              value={t('quality.someDays', { days: tenths(data.averageTenths) })}
              good={null}
            />
            <Tile
              name={t('quality.mending.median')}
              value={t('quality.someDays', { days: tenths(data.medianTenths) })}
              good={null}
            />
          </SimpleGrid>
          {data.raised === 0 ? (
            <Text c="dimmed">{t('quality.none')}</Text>
          ) : (
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
              <SeriesChart
                title={t('quality.mending.took')}
                points={points}
                names={names}
                format={whole}
                short={whole}
                groups
              />
              <Rows rows={data.rows.slice(0, shownRows)} />
            </SimpleGrid>
          )}
        </>
      ) : null}
    </Part>
  );
}

function Rows({ rows }: { readonly rows: readonly MendingRow[] }): ReactNode {
  const { t, day } = useTexts();
  const { today } = useSession();
  const link = useLink();
  return (
    <Table aria-label={t('quality.mending.title')} verticalSpacing={2} fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('quality.mending.number')}</Table.Th>
          <Table.Th>{t('quality.mending.what')}</Table.Th>
          <Table.Th>{t('quality.mending.raisedOn')}</Table.Th>
          <Table.Th ta="right">{t('quality.mending.took')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.number}>
            <Table.Td className={`figures ${classes.whole}`}>
              <a {...link(recordAddress(row.kind === 'task' ? 'action' : 'rework', row.id))}>{row.number}</a>
            </Table.Td>
            <Table.Td>
              <Text size="sm" lineClamp={2} title={row.text}>
                {row.text}
              </Text>
            </Table.Td>
            <Table.Td className={`figures ${classes.whole}`}>{day(row.raisedOn)}</Table.Td>
            <Table.Td ta="right" className={`figures ${classes.whole}`}>
              {row.mendedOn === null
                ? t('quality.mending.since', { count: daysBetween(row.raisedOn, today) })
                : t('quality.days', { count: daysBetween(row.raisedOn, row.mendedOn) })}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
