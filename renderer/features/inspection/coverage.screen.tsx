import { Paper, SegmentedControl, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PdiCoverage } from '#shared/features/inspection/inspection.contract.ts';
import type { Day } from '#shared/kernel/day.ts';
import { addMonthsTo, monthDays, monthOf, yearOf } from '#shared/kernel/period.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useGo, useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { rateShown } from './coverage-tile.tsx';
import { useCoverage } from './inspection.queries.ts';
import classes from './waiting.module.css';

/** Imported history may have thousands. */
const shownUnsigned = 200;
const spans = ['thisMonth', 'lastMonth', 'thisYear', 'lastYear'] as const;

function spanOf(name: (typeof spans)[number], today: Day): { from: Day; to: Day } {
  if (name === 'thisMonth' || name === 'lastMonth') {
    const { first, last } = monthDays(addMonthsTo(monthOf(today), name === 'thisMonth' ? 0 : -1));
    return { from: first, to: last };
  }
  const year = yearOf(today) - (name === 'thisYear' ? 0 : 1);
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** 三检覆盖率 of a time, with every exception by name and the way to its vehicle. */
export function CoverageScreen(): ReactNode {
  const { t } = useTexts();
  const { today } = useSession();
  const go = useGo();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const name = spans.find((one) => one === search['span']) ?? 'thisMonth';
  const { data, error, refetch } = useCoverage(spanOf(name, today));
  return (
    <PageFrame title={t('inspection.coverage.title')} maxWidth={1080}>
      <Text c="dimmed">{t('inspection.coverage.sentence')}</Text>
      <SegmentedControl
        size="md"
        w="fit-content"
        aria-label={t('inspection.coverage.period')}
        value={name}
        onChange={(value) => go(`/inspection/coverage?span=${value}`, { replace: true })}
        data={spans.map((one) => ({ value: one, label: t(`inspection.coverage.${one}`) }))}
      />
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data ? (
        <>
          <div className={classes.figures}>
            <Figure name={t('inspection.coverage.handedOver')} value={String(data.handedOver)} />
            <Figure name={t('inspection.coverage.covered')} value={String(data.covered)} />
            <Figure
              name={t('inspection.coverage.rate')}
              value={data.rateBasisPoints === null ? '—' : rateShown(data.rateBasisPoints)}
              tone={data.rateBasisPoints === null ? 'none' : data.exceptions.length === 0 ? 'good' : 'bad'}
            />
          </div>
          <Paper className="sheet" p="sm">
            <Title order={2} mb="xs">
              {t('inspection.coverage.table')}
            </Title>
            {data.exceptions.length === 0 ? (
              <EmptyState
                icon={IconCheck}
                sentence={t(
                  data.handedOver === 0 ? 'inspection.coverage.empty' : 'inspection.coverage.perfect',
                )}
              />
            ) : (
              <Exceptions rows={data.exceptions} />
            )}
          </Paper>
          {data.unsigned.length > 0 ? (
            <Paper className="sheet" p="sm">
              <Title order={2}>{t('inspection.coverage.unsigned')}</Title>
              <Text size="sm" c="dimmed" mb="xs">
                {t('inspection.coverage.unsignedHint', { count: data.unsigned.length })}
              </Text>
              <Exceptions rows={data.unsigned.slice(0, shownUnsigned)} />
            </Paper>
          ) : null}
        </>
      ) : null}
    </PageFrame>
  );
}

/** Vehicles by name with the day on which they left, and the checks that they lack where that is the matter. */
function Exceptions(props: {
  readonly rows: readonly (PdiCoverage['unsigned'][number] &
    Partial<Pick<PdiCoverage['exceptions'][number], 'missing'>>)[];
}): ReactNode {
  const { rows } = props;
  const { t, choice, day } = useTexts();
  const link = useLink();
  const isOfChecks = rows.some(({ missing }) => missing !== undefined);
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('inspection.coverage.vehicle')}</Table.Th>
            <Table.Th>VIN</Table.Th>
            <Table.Th>{t('inspection.coverage.leftOn')}</Table.Th>
            {isOfChecks ? <Table.Th>{t('inspection.coverage.missing')}</Table.Th> : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ stockId, vin, model, leftOn, missing }) => (
            <Table.Tr key={`${vin}-${leftOn}`}>
              <Table.Td>
                {stockId === null ? (
                  <>
                    {model}{' '}
                    <Text size="sm" c="dimmed">
                      {t('inspection.coverage.noStock')}
                    </Text>
                  </>
                ) : (
                  <a {...link(`/stock/${stockId}`)}>{model}</a>
                )}
              </Table.Td>
              <Table.Td className="code">{vin}</Table.Td>
              <Table.Td className="figures">{day(leftOn)}</Table.Td>
              {missing ? (
                <Table.Td>
                  <IconAlertTriangle size={14} aria-hidden className={classes.warn} />{' '}
                  {missing.map((one) => choice('inspection', 'purpose', one)).join(t('common.listed'))}
                </Table.Td>
              ) : null}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Figure(props: {
  readonly name: string;
  readonly value: string;
  readonly tone?: 'none' | 'good' | 'bad';
}): ReactNode {
  const { name, value, tone = 'none' } = props;
  return (
    <div className={classes.tile} data-tone={tone}>
      <span className={classes.figure}>{value}</span>
      <span>{name}</span>
    </div>
  );
}
