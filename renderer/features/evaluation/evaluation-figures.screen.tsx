import { Anchor, Button, Loader, Paper, Table, Text } from '@mantine/core';
import { IconList } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { EvaluationCounts, EvaluationFigures } from '#shared/features/evaluation/evaluation.contract.ts';
import { npsBasisPoints } from '#shared/features/evaluation/evaluation.rules.ts';
import { lowScore } from '#shared/features/standard/standard.rules.ts';
import { monthDays, monthOf, weekDays } from '#shared/kernel/period.ts';
import type { ListFilter } from '#shared/rpc/record.contract.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { MonthField } from '#renderer/components/month-field.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { listAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { averageOf, percentOf } from '#renderer/features/standard/figures.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useFigures } from './evaluation.queries.ts';

type Span = { readonly from: string; readonly to: string };

/** 评价分析: answers, NPS and scores of a month, by person, week and standard action; every figure opens its rows. */
export function EvaluationFiguresScreen(): ReactNode {
  const { t } = useTexts();
  const { today } = useSession();
  const link = useLink();
  const [month, setMonth] = useState(monthOf(today));
  const { first, last } = monthDays(month);
  const { data, error, refetch } = useFigures({ from: first, to: last });
  return (
    <PageFrame
      title={t('evaluation.figures.title')}
      actions={
        <>
          <MonthField label={t('standard.month')} value={month} onChange={setMonth} />
          <Button
            component="a"
            variant="default"
            leftSection={<IconList size={15} aria-hidden />}
            {...link(listAddress('evaluation', {}))}
          >
            {t('evaluation.figures.toList')}
          </Button>
        </>
      }
    >
      <Text c="dimmed">{t('evaluation.figures.sentence')}</Text>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data || error ? null : <Loader size="sm" aria-label={t('common.loading')} />}
      {data && data.all.asked + data.all.answered === 0 ? (
        <EmptyState sentence={t('evaluation.figures.empty')} />
      ) : null}
      {data && data.all.asked + data.all.answered > 0 ? <Figures figures={data} /> : null}
    </PageFrame>
  );
}

function Figures({ figures }: { readonly figures: EvaluationFigures }): ReactNode {
  const { t } = useTexts();
  const { from, to, all, people, weeks, actions } = figures;
  const span = { from, to };
  return (
    <>
      <CountTable
        name={t('evaluation.figures.people')}
        first={t('evaluation.figures.person')}
        lines={[
          { key: 'all', name: t('evaluation.figures.all'), counts: all, filters: [], span },
          ...people.map((one) => ({
            key: String(one.personId),
            name: one.personName,
            counts: one,
            filters: [{ field: 'personId', operator: 'is' as const, value: one.personId }],
            span,
          })),
        ]}
      />
      <CountTable
        name={t('evaluation.figures.weeks')}
        first={t('evaluation.figures.week')}
        lines={weeks.map((one) => {
          const days = weekDays(one.week);
          return {
            key: one.week,
            name: one.week,
            counts: one,
            filters: [],
            span: { from: days.first < from ? from : days.first, to: days.last > to ? to : days.last },
          };
        })}
      />
      <Actions actions={actions} span={span} />
    </>
  );
}

type CountLine = {
  readonly key: string;
  readonly name: string;
  readonly counts: EvaluationCounts;
  readonly filters: readonly ListFilter[];
  readonly span: Span;
};

const within = (field: string, { from, to }: Span): ListFilter[] => [
  { field, operator: 'from', value: from },
  { field, operator: 'to', value: to },
];

function CountTable(props: {
  readonly name: string;
  readonly first: string;
  readonly lines: readonly CountLine[];
}): ReactNode {
  const { name, first, lines } = props;
  const { t } = useTexts();
  return (
    <Paper className="sheet" p="sm">
      <Text component="h2" fw={600} mb={4}>
        {name}
      </Text>
      <Table.ScrollContainer minWidth={720}>
        <Table aria-label={name}>
          <Table.Thead>
            <Table.Tr>
              {[
                first,
                t('evaluation.figures.asked'),
                t('evaluation.figures.answered'),
                t('evaluation.figures.rate'),
                t('evaluation.figures.nps'),
                t('evaluation.figures.score'),
                t('evaluation.figures.complaints'),
              ].map((title) => (
                <Table.Th key={title} scope="col">
                  {title}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map(({ key, ...line }) => (
              <CountRow key={key} {...line} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function CountRow({ name, counts, filters, span }: Omit<CountLine, 'key'>): ReactNode {
  const { t } = useTexts();
  const { asked, askedAnswered, answered, complaints, recommended, promoters, detractors } = counts;
  const nps = npsBasisPoints(counts);
  const answers = [...filters, ...within('answeredOn', span)];
  return (
    <Table.Tr>
      <Table.Th scope="row">{name}</Table.Th>
      <Rows
        count={asked}
        address={listAddress('evaluation', {
          filters: [
            ...filters,
            ...within('askedOn', span),
            { field: 'state', operator: 'isNot', value: 'withdrawn' },
          ],
        })}
      />
      <Rows count={answered} address={listAddress('evaluation', { filters: answers })} />
      <Table.Td className="figures">
        {percentOf(asked === 0 ? null : Math.round((askedAnswered * 10_000) / asked))}{' '}
        <Text span size="xs" c="dimmed">
          {asked === 0 ? '' : t('evaluation.figures.rateNote', { answered: askedAnswered, asked })}
        </Text>
      </Table.Td>
      <Table.Td className="figures">
        {nps === null ? '—' : <strong>{Math.round(nps / 100)}</strong>}{' '}
        <Text span size="xs" c="dimmed">
          {nps === null ? '' : t('evaluation.figures.npsNote', { promoters, detractors, recommended })}
        </Text>
      </Table.Td>
      <Table.Td className="figures">{averageOf(counts.scoreHundredths)}</Table.Td>
      <Rows
        count={complaints}
        address={listAddress('evaluation', {
          filters: [...answers, { field: 'complaintId', operator: 'filled' }],
        })}
      />
    </Table.Tr>
  );
}

/** A count that opens its rows; 0 opens nothing. */
function Rows({ count, address }: { readonly count: number; readonly address: string }): ReactNode {
  const link = useLink();
  return (
    <Table.Td className="figures">{count === 0 ? 0 : <Anchor {...link(address)}>{count}</Anchor>}</Table.Td>
  );
}

function Actions(props: { readonly actions: EvaluationFigures['actions']; readonly span: Span }): ReactNode {
  const { t } = useTexts();
  const name = t('evaluation.figures.actions');
  if (props.actions.length === 0) return null;
  return (
    <Paper className="sheet" p="sm">
      <Text component="h2" fw={600} mb={4}>
        {name}
      </Text>
      <Table aria-label={name}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('evaluation.figures.action')}</Table.Th>
            <Table.Th scope="col">{t('evaluation.figures.score')}</Table.Th>
            <Table.Th scope="col">{t('evaluation.figures.scores')}</Table.Th>
            <Table.Th scope="col">{t('evaluation.figures.low')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.actions.map(({ standardId, text, scores, lowScores, scoreHundredths }) => {
            const rows: ListFilter[] = [
              { field: 'standardId', operator: 'is', value: standardId },
              { field: 'evaluationId', operator: 'filled' },
              ...within('scoredOn', props.span),
            ];
            return (
              <Table.Tr key={standardId}>
                <Table.Th scope="row" fw={400}>
                  {text}
                </Table.Th>
                <Table.Td className="figures">{averageOf(scoreHundredths)}</Table.Td>
                <Rows count={scores} address={listAddress('serviceScore', { filters: rows })} />
                <Rows
                  count={lowScores}
                  address={listAddress('serviceScore', {
                    filters: [...rows, { field: 'score', operator: 'to', value: lowScore }],
                  })}
                />
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
