import { Group, SimpleGrid, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PassLine } from '#shared/features/repair/repair.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { OriginCharts, PassRateChart, ReturnsChart } from '#renderer/features/quality/repair-charts.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useOrigins, usePassRate, useReturns } from './repair.queries.ts';
import classes from './repair-figures.module.css';

export type Span = { readonly from: string; readonly to: string };

/** Basis points as a percentage with one decimal, never rounded up; a dash where there is nothing to divide. */
export const percentText = (basisPoints: number | null): string =>
  basisPoints === null ? '—' : `${(Math.floor(basisPoints / 10) / 10).toFixed(1)}%`;

/** One figure: large, with its name and what it counts. */
export function Tile(props: {
  readonly name: string;
  readonly value: string;
  readonly good: boolean | null;
}): ReactNode {
  const { name, value, good } = props;
  return (
    <div className={classes.tile} data-good={good ?? undefined}>
      <Text size="xs" c="dimmed">
        {name}
      </Text>
      <Group gap={6} wrap="nowrap">
        {good === null ? null : good ? (
          <IconCircleCheck size={18} aria-hidden />
        ) : (
          <IconAlertTriangle size={18} aria-hidden />
        )}
        <Text className={`figures ${classes.value}`}>{value}</Text>
      </Group>
    </div>
  );
}

/** A part of the page: what it is, what it counts, its figures. */
export function Part(props: {
  readonly title: string;
  readonly hint: string;
  readonly children: ReactNode;
}): ReactNode {
  const { title, hint, children } = props;
  return (
    <section className={`sheet ${classes.part}`}>
      <Text component="h2" fw={600}>
        {title}
      </Text>
      <Text size="xs" c="dimmed" mb="xs">
        {hint}
      </Text>
      {children}
    </section>
  );
}

/** 一次合格率 by technician and team, with the orders that came back. */
export function PassRatePart(props: { readonly span: Span }): ReactNode {
  const { t } = useTexts();
  const { data, error, refetch } = usePassRate(props.span);
  return (
    <Part title={t('repairQuality.figures.passRate')} hint={t('repairQuality.figures.passHint')}>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data ? (
        <>
          <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="xs">
            <Tile
              name={t('repairQuality.figures.passRate')}
              value={percentText(data.store.rateBasisPoints)}
              good={data.store.rateBasisPoints === null ? null : data.store.rateBasisPoints === 10_000}
            />
            <Tile name={t('repairQuality.figures.checked')} value={String(data.store.checked)} good={null} />
            <Tile
              name={t('repairQuality.figures.firstPass')}
              value={String(data.store.firstPass)}
              good={null}
            />
          </SimpleGrid>
          {data.store.checked === 0 ? null : (
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" mt="sm" className={classes.tables}>
              <PassLines
                title={t('repairQuality.figures.byPerson')}
                unnamed={t('repairQuality.figures.noPerson')}
                lines={data.people}
              />
              <PassLines
                title={t('repairQuality.figures.byTeam')}
                unnamed={t('repairQuality.figures.noTeam')}
                lines={data.teams}
              />
            </SimpleGrid>
          )}
          <Orders
            rows={data.orders
              .filter(({ reworks }) => reworks > 0)
              .map(({ repairId, number, reworks }) => ({
                id: repairId,
                number,
                text: `${t('repairQuality.figures.reworkCount')} ${reworks}`,
              }))}
          />
        </>
      ) : null}
    </Part>
  );
}

/** The chart over its rows; one line alone needs none. */
function PassLines(props: {
  readonly title: string;
  readonly unnamed: string;
  readonly lines: readonly PassLine[];
}): ReactNode {
  const { t } = useTexts();
  const { title, lines } = props;
  return (
    <div>
      {lines.length > 1 ? (
        <PassRateChart {...props} title={`${t('repairQuality.figures.passRate')} · ${title}`} group={title} />
      ) : null}
      <PassTable {...props} />
    </div>
  );
}

function PassTable(props: {
  readonly title: string;
  readonly unnamed: string;
  readonly lines: readonly PassLine[];
}): ReactNode {
  const { title, unnamed, lines } = props;
  const { t } = useTexts();
  return (
    <Table withRowBorders verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{title}</Table.Th>
          <Table.Th ta="right">{t('repairQuality.figures.checked')}</Table.Th>
          <Table.Th ta="right">{t('repairQuality.figures.firstPass')}</Table.Th>
          <Table.Th ta="right">{t('repairQuality.figures.rate')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <Table.Tr key={line.id ?? 0}>
            <Table.Td>{line.name ?? unnamed}</Table.Td>
            <Table.Td ta="right" className="figures">
              {line.checked}
            </Table.Td>
            <Table.Td ta="right" className="figures">
              {line.firstPass}
            </Table.Td>
            <Table.Td ta="right" className="figures">
              {percentText(line.rateBasisPoints)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Orders behind a figure, each leading to its page. */
function Orders(props: {
  readonly rows: readonly { readonly id: number; readonly number: string; readonly text: string }[];
}): ReactNode {
  const link = useLink();
  if (props.rows.length === 0) return null;
  return (
    <ul className={classes.orders}>
      {props.rows.map(({ id, number, text }) => (
        <li key={`${id} ${text}`}>
          <span className="figures">
            <a {...link(recordAddress('repair', id))}>{number}</a>
          </span>{' '}
          {text}
        </li>
      ))}
    </ul>
  );
}

/** 原厂配件率 and every part that is not original. */
export function OriginPart(props: { readonly span: Span }): ReactNode {
  const { t, choice, money } = useTexts();
  const { data, error, refetch } = useOrigins(props.span);
  return (
    <Part title={t('repairQuality.figures.origin')} hint={t('repairQuality.figures.originHint')}>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data ? (
        <>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
            <Tile
              name={`${t('repairQuality.figures.byLines')} ${data.originalLines} / ${data.lines}`}
              value={percentText(data.linesBasisPoints)}
              good={data.linesBasisPoints === null ? null : data.linesBasisPoints === 10_000}
            />
            <Tile
              name={`${t('repairQuality.figures.byValue')} ${money(data.originalFen)} / ${money(data.amountFen)}`}
              value={percentText(data.amountBasisPoints)}
              good={data.amountBasisPoints === null ? null : data.amountBasisPoints === 10_000}
            />
          </SimpleGrid>
          {data.lines === 0 ? null : <OriginCharts months={data.months} />}
          {data.exceptions.length === 0 ? null : (
            <Text size="sm" fw={600} mt="sm">
              {`${t('repairQuality.figures.exceptions')} (${data.exceptions.length})`}
            </Text>
          )}
          <Orders
            rows={data.exceptions.map((part) => ({
              id: part.repairId,
              number: part.repairNumber,
              text: [
                part.name,
                choice('repairPart', 'origin', part.origin),
                money(part.amountFen),
                part.allowedReason ?? t('repairQuality.waits'),
              ].join(' · '),
            }))}
          />
        </>
      ) : null}
    </Part>
  );
}

/** 返修 within the warranty of an earlier order. */
export function ReturnPart(props: { readonly span: Span }): ReactNode {
  const { t } = useTexts();
  const { data, error, refetch } = useReturns(props.span);
  return (
    <Part title={t('repairQuality.figures.returns')} hint={t('repairQuality.figures.returnsHint')}>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data ? (
        <>
          <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="xs">
            <Tile
              name={t('repairQuality.figures.returns')}
              value={String(data.returns)}
              good={data.returns === 0}
            />
            <Tile name={t('repairQuality.figures.undecided')} value={String(data.undecided)} good={null} />
            <Tile name={t('repairQuality.figures.visits')} value={String(data.checkedIn)} good={null} />
          </SimpleGrid>
          {data.returns === 0 ? null : <ReturnsChart months={data.months} />}
          <Orders
            rows={data.orders.map((order) => ({
              id: order.repairId,
              number: order.number,
              text: `${t('repairQuality.figures.returnOf')} ${order.returnOfNumber}${
                order.isReturn === null ? ` · ${t('repairQuality.figures.undecided')}` : ''
              }`,
            }))}
          />
        </>
      ) : null}
    </Part>
  );
}
