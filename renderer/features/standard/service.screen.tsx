import { Anchor, Badge, Button, Loader, Paper, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconClipboardCheck, IconStar } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { ServiceLine } from '#shared/features/standard/standard.contract.ts';
import { lowScore } from '#shared/features/standard/standard.rules.ts';
import { monthDays, monthOf } from '#shared/kernel/period.ts';
import type { ListFilter } from '#shared/rpc/record.contract.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { MonthField } from '#renderer/components/month-field.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { listAddress, recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { averageOf, isGap, percentOf } from './figures.ts';
import { useService } from './standard.queries.ts';
import classes from './standard.module.css';

type Span = { readonly from: string; readonly to: string };

/** 服务质量: what spot checks saw beside what customers felt, by month; every figure opens its rows. */
export function ServiceScreen(): ReactNode {
  const { t } = useTexts();
  const { today, may } = useSession();
  const link = useLink();
  const [month, setMonth] = useState(monthOf(today));
  const { first, last } = monthDays(month);
  const span = { from: first, to: last };
  const { data, error, refetch } = useService(span);
  return (
    <PageFrame
      title={t('standard.title')}
      actions={
        <>
          <MonthField label={t('standard.month')} value={month} onChange={setMonth} />
          {may('customer.write') ? (
            <Button
              component="a"
              variant="default"
              leftSection={<IconStar size={15} />}
              {...link(recordAddress('serviceScore', 'new'))}
            >
              {t('standard.newScore')}
            </Button>
          ) : null}
          {may('spotCheck.write') ? (
            <Button
              component="a"
              leftSection={<IconClipboardCheck size={15} />}
              {...link(recordAddress('spotCheck', 'new'))}
            >
              {t('standard.newCheck')}
            </Button>
          ) : null}
        </>
      }
    >
      <Text c="dimmed">{t('standard.sentence')}</Text>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      <Paper className="sheet" p="sm">
        {data ? null : <Loader size="sm" aria-label={t('common.loading')} />}
        {data?.lines.length === 0 ? <EmptyState sentence={t('standard.empty')} /> : null}
        {data && data.lines.length > 0 ? <Lines lines={data.lines} span={span} /> : null}
      </Paper>
    </PageFrame>
  );
}

function Lines(props: { readonly lines: readonly ServiceLine[]; readonly span: Span }): ReactNode {
  const { t } = useTexts();
  return (
    <Table className={classes.service} aria-label={t('standard.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('standard.person')}</Table.Th>
          <Table.Th scope="col">{t('standard.standard')}</Table.Th>
          <Table.Th scope="col">{t('standard.check')}</Table.Th>
          <Table.Th scope="col">{t('standard.score')}</Table.Th>
          <Table.Th scope="col">{t('standard.low')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {props.lines.map((line) => (
          <Line key={`${line.personId} ${line.standardId ?? ''}`} line={line} span={props.span} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Rows of a feature by the person in the period. */
const rowsOf = (field: string, { from, to }: Span, line: ServiceLine): ListFilter[] => [
  { field: 'personId', operator: 'is', value: line.personId },
  { field, operator: 'from', value: from },
  { field, operator: 'to', value: to },
];

function Line({ line, span }: { readonly line: ServiceLine; readonly span: Span }): ReactNode {
  const { t } = useTexts();
  const link = useLink();
  const isWhole = line.standardId === null;
  const ofStandard: ListFilter[] =
    line.standardId === null ? [] : [{ field: 'standardId', operator: 'is', value: line.standardId }];
  const scores = [...rowsOf('scoredOn', span, line), ...ofStandard];
  const calls: ListFilter[] = [
    { field: 'aboutId', operator: 'is', value: line.personId },
    { field: 'happenedOn', operator: 'from', value: span.from },
    { field: 'happenedOn', operator: 'to', value: span.to },
    { field: 'score', operator: 'from', value: 1 },
    ...ofStandard,
  ];
  const low: ListFilter = { field: 'score', operator: 'to', value: lowScore };
  return (
    <Table.Tr data-whole={isWhole || undefined}>
      {isWhole ? (
        <Table.Th scope="row">
          {line.personName}{' '}
          <Text span size="xs" c="dimmed">
            {line.post}
          </Text>
        </Table.Th>
      ) : (
        <Table.Td />
      )}
      <Table.Td>
        {line.standard ?? t('standard.whole')}{' '}
        {isGap(line) ? (
          <Badge color="orange" leftSection={<IconAlertTriangle size={12} aria-hidden />}>
            {t('standard.gap')}
          </Badge>
        ) : null}
      </Table.Td>
      <Figure
        value={percentOf(line.checkBasisPoints)}
        count={line.checks === 0 ? null : t('standard.checks', { count: line.checks })}
        link={link(listAddress('spotCheck', { filters: rowsOf('checkedOn', span, line) }))}
      />
      <Table.Td className="figures">
        {line.scores === 0 ? averageOf(null) : <strong>{averageOf(line.scoreHundredths)}</strong>}{' '}
        <Rows
          count={line.scores - line.followUps}
          text={(count) => t('standard.scores', { count })}
          address={listAddress('serviceScore', { filters: scores })}
        />
        <Rows
          count={line.followUps}
          text={(count) => t('standard.ofCalls', { count })}
          address={listAddress('followUp', { filters: calls })}
        />
      </Table.Td>
      <Table.Td className="figures">
        <Rows
          count={line.lowScores - line.lowFollowUps}
          text={(count) => t('standard.lowScores', { count })}
          address={listAddress('serviceScore', { filters: [...scores, low] })}
        />
        <Rows
          count={line.lowFollowUps}
          text={(count) => t('standard.lowOfCalls', { count })}
          address={listAddress('followUp', { filters: [...calls, low] })}
        />
      </Table.Td>
    </Table.Tr>
  );
}

/** The way to the rows behind a figure; nothing where there are none. */
function Rows(props: {
  readonly count: number;
  readonly text: (count: number) => string;
  readonly address: string;
}): ReactNode {
  const { count, text, address } = props;
  const link = useLink();
  if (count === 0) return null;
  return (
    <Anchor size="xs" mr={6} {...link(address)}>
      {text(count)}
    </Anchor>
  );
}

function Figure(props: {
  readonly value: string;
  readonly count: string | null;
  readonly link: ReturnType<ReturnType<typeof useLink>>;
}): ReactNode {
  const { value, count, link } = props;
  if (count === null) return <Table.Td>{value}</Table.Td>;
  return (
    <Table.Td className="figures">
      <strong>{value}</strong>{' '}
      <Anchor size="xs" {...link}>
        {count}
      </Anchor>
    </Table.Td>
  );
}
