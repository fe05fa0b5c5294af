import { Button, SegmentedControl, SimpleGrid, Table, Text } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { defectKeys, type DefectKey } from '#shared/features/quality/quality.contract.ts';
import type { ParetoLine } from '#shared/features/quality/quality.rules.ts';
import { ParetoChart } from '#renderer/charts/pareto-chart.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { Part, percentText, Tile } from '#renderer/features/repair/repair-figures.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useDefectRows, useDefects, type Span } from './quality.queries.ts';
import classes from './quality.module.css';

const shownLines = 10;

/** 不合格项 by item, model and maker: the Pareto chart, its table, and the checks behind a line. */
export function DefectsPart({ span }: { readonly span: Span }): ReactNode {
  const { t } = useTexts();
  const [by, setBy] = useState<DefectKey>('item');
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, error, refetch } = useDefects(span);
  const lines = useMemo(
    () => data?.by[by].map((line) => ({ ...line, name: line.name || t('quality.unknown') })) ?? [],
    [data, by, t],
  );
  const names = useMemo(
    () => ({ count: t('quality.defects.count'), cumulative: t('quality.defects.cumulative') }),
    [t],
  );
  const points = useMemo(
    () =>
      lines.slice(0, shownLines).map(({ name, count, cumulativeBasisPoints }) => ({
        name,
        count,
        cumulative: cumulativeBasisPoints / 100,
      })),
    [lines],
  );
  const label = `${t('quality.defects.title')} · ${t(`quality.defects.keys.${by}`)}`;
  return (
    <Part title={t('quality.defects.title')} hint={t('quality.defects.hint')}>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data ? (
        <>
          <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="xs" mb="sm">
            <Tile name={t('quality.defects.checks')} value={String(data.checks)} good={null} />
            <Tile name={t('quality.defects.withDefects')} value={String(data.withDefects)} good={null} />
            <Tile
              name={t('quality.defects.defects')}
              value={String(data.defects)}
              good={data.defects === 0 ? true : null}
            />
          </SimpleGrid>
          <SegmentedControl
            aria-label={t('quality.defects.by')}
            value={by}
            onChange={(value) => {
              setBy(defectKeys.find((one) => one === value) ?? by);
              setChosen(null);
            }}
            data={defectKeys.map((value) => ({ value, label: t(`quality.defects.keys.${value}`) }))}
            mb="xs"
          />
          {lines.length === 0 ? (
            <Text c="dimmed">{t('quality.none')}</Text>
          ) : (
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
              <ParetoChart label={label} points={points} names={names} />
              <Lines label={label} lines={lines.slice(0, shownLines)} chosen={chosen} onChoose={setChosen} />
            </SimpleGrid>
          )}
          <Rows span={span} by={by} line={lines.find(({ key }) => key === chosen)} />
        </>
      ) : null}
    </Part>
  );
}

function Lines(props: {
  readonly label: string;
  readonly lines: readonly ParetoLine[];
  readonly chosen: string | null;
  readonly onChoose: (key: string | null) => void;
}): ReactNode {
  const { label, lines, chosen, onChoose } = props;
  const { t } = useTexts();
  return (
    <Table aria-label={label} verticalSpacing={2} fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{label}</Table.Th>
          <Table.Th ta="right">{t('quality.defects.count')}</Table.Th>
          <Table.Th ta="right">{t('quality.defects.share')}</Table.Th>
          <Table.Th ta="right">{t('quality.defects.cumulative')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody className="figures">
        {lines.map(({ key, name, count, shareBasisPoints, cumulativeBasisPoints }) => (
          <Table.Tr key={key}>
            <Table.Td>
              <Button
                variant="subtle"
                size="compact-sm"
                className={classes.line}
                aria-expanded={key === chosen}
                onClick={() => onChoose(key === chosen ? null : key)}
              >
                {name}
              </Button>
            </Table.Td>
            <Table.Td ta="right">{count}</Table.Td>
            <Table.Td ta="right">{percentText(shareBasisPoints)}</Table.Td>
            <Table.Td ta="right">{percentText(cumulativeBasisPoints)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** The checks behind a line, newest first. */
function Rows(props: {
  readonly span: Span;
  readonly by: DefectKey;
  readonly line: ParetoLine | undefined;
}): ReactNode {
  const { span, by, line } = props;
  const { t, day, choice } = useTexts();
  const link = useLink();
  const { data, error } = useDefectRows(span, by, line?.key ?? null);
  if (!line) return null;
  const title = t('quality.defects.rows', { name: line.name, count: line.count });
  return (
    <>
      <ErrorNote error={error} />
      <Text component="h3" fw={600} size="sm" mt="sm">
        {title}
      </Text>
      <Table.ScrollContainer minWidth={640}>
        <Table aria-label={title} verticalSpacing={2} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('quality.defects.inspection')}</Table.Th>
              <Table.Th>{t('quality.defects.finishedOn')}</Table.Th>
              <Table.Th>{t('quality.defects.item')}</Table.Th>
              <Table.Th>{t('quality.defects.model')}</Table.Th>
              <Table.Th>{t('quality.defects.note')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {(data ?? []).map((row) => (
              <Table.Tr key={`${row.inspectionId}-${row.itemName}`}>
                <Table.Td className="figures">
                  <a {...link(recordAddress('inspection', row.inspectionId))}>{row.number}</a>{' '}
                  {choice('inspection', 'purpose', row.purpose)}
                </Table.Td>
                <Table.Td className="figures">{day(row.finishedOn)}</Table.Td>
                <Table.Td>{row.itemName}</Table.Td>
                <Table.Td>{[row.brand, row.model].filter((one) => one !== null).join(' ')}</Table.Td>
                <Table.Td>{row.note}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
