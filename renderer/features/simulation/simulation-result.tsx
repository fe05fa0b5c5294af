import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SimulationResult } from '#shared/features/simulation/simulation.content.ts';
import { breakEvenText, shareText } from '#shared/text/simulation-words.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { MonthTable } from './month-table.tsx';
import { ResultPapers } from './result-papers.tsx';
import { CostTable, GroupTable, MoverTable, TierTable } from './result-tables.tsx';
import classes from './simulation.module.css';

/** 试算结果: cost, who gains, who loses, break-even, month by month. */
export function ResultView(props: {
  readonly id: number;
  readonly result: SimulationResult;
  readonly names: Readonly<Record<number, string>>;
}): ReactNode {
  const { result, names } = props;
  const { t, day, money } = useTexts();
  const { base, baseEdition } = result;
  return (
    <Stack gap="sm">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="sm" c="dimmed">
          {[
            t('simulation.span', {
              from: day(result.from),
              to: day(result.to),
              visits: result.visits.toLocaleString('en'),
              customers: result.customers.toLocaleString('en'),
              sales: money(result.salesFen),
            }),
            base === null
              ? t('simulation.versusNothing')
              : baseEdition === null || baseEdition === 0
                ? t('simulation.versusShipped')
                : t('simulation.versusPresent', { edition: baseEdition }),
            t('simulation.ranOn', { day: day(result.ranOn) }),
          ].join(' · ')}
        </Text>
        <div>
          <ResultPapers id={props.id} />
        </div>
      </Group>
      <Figures result={result} />
      <div className={classes['columns']}>
        <Part title={t('simulation.costTable.title')}>
          <CostTable result={result} />
        </Part>
        <Part title={t('simulation.methodTitle')}>
          <ul className={classes['method']}>
            {(['p0', 'p1', 'p2', 'p3', 'p4'] as const).map((at) => (
              <li key={at}>{t(`simulation.method.${at}`)}</li>
            ))}
          </ul>
        </Part>
      </div>
      <Part title={t('simulation.tierTable.title')}>
        <TierTable run={result.draft} />
      </Part>
      <Part title={t('simulation.groupTable.title')}>
        <GroupTable groups={result.groups} />
      </Part>
      <Part title={t('simulation.moverTable.lose')}>
        <MoverTable movers={result.topLosers} names={names} result={result} />
      </Part>
      <Part title={t('simulation.moverTable.gain')}>
        <MoverTable movers={result.topWinners} names={names} result={result} />
      </Part>
      <Part title={t('simulation.monthTable.title')}>
        <MonthTable run={result.draft} />
      </Part>
    </Stack>
  );
}

export function Part(props: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className={`sheet ${classes['part']}`} aria-label={props.title}>
      <Title order={2} size="h4" mb={4}>
        {props.title}
      </Title>
      <div className={classes['wide']}>{props.children}</div>
    </section>
  );
}

function Figures({ result }: { readonly result: SimulationResult }): ReactNode {
  const { t, money, language } = useTexts();
  const { draft, salesFen, marginFen, breakEven, retention } = result;
  const words = breakEvenText(result, language);
  const figure = (name: string, value: string, ...notes: readonly string[]): ReactNode => (
    <div>
      <dt>{name}</dt>
      <dd className="figures">
        {value}
        {notes.map((note) => (
          <small key={note}>{note}</small>
        ))}
      </dd>
    </div>
  );
  return (
    <dl className={`sheet ${classes['figures']}`}>
      {figure(
        t('simulation.figures.cost'),
        money(draft.costFen),
        t('simulation.figures.ofSales', { percent: shareText(draft.costFen, salesFen) }),
        marginFen === null
          ? t('simulation.figures.marginUnknown')
          : t('simulation.figures.ofMargin', { percent: shareText(draft.costFen, marginFen) }),
      )}
      {figure(
        t(breakEven.extraFen < 0 ? 'simulation.figures.less' : 'simulation.figures.extra'),
        money(Math.abs(breakEven.extraFen)),
      )}
      {figure(
        t('simulation.figures.winners'),
        t('simulation.figures.customers', { count: result.winners }),
        t('simulation.figures.sum', { money: money(result.gainedFen) }),
      )}
      {figure(
        t('simulation.figures.losers'),
        t('simulation.figures.customers', { count: result.losers }),
        t('simulation.figures.sum', { money: money(result.lostFen) }),
      )}
      {figure(t('simulation.figures.breakEven'), words.sales, ...(words.salesNote ? [words.salesNote] : []))}
      {figure(
        t('simulation.figures.retention'),
        words.retention,
        t('simulation.figures.retentionFact', {
          before: retention.before,
          kept: retention.kept,
          percent: shareText(retention.kept, retention.before),
        }),
      )}
      {figure(
        t('simulation.figures.owed'),
        money(draft.owedFen + draft.principalOwedFen + draft.prepaidOwedFen),
        t('simulation.figures.owedParts', {
          given: money(draft.owedFen),
          principal: money(draft.principalOwedFen),
          prepaid: money(draft.prepaidOwedFen),
        }),
      )}
    </dl>
  );
}
