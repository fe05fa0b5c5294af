import { costParts } from '#shared/features/simulation/simulation.content.ts';
import { Anchor, Group, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import {
  groupings,
  type GroupLine,
  type Mover,
  type Run,
  type SimulationResult,
} from '#shared/features/simulation/simulation.content.ts';
import { breakEvenText, groupText, shareText } from '#shared/text/simulation-words.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { MonthTable } from './month-table.tsx';
import { ResultPapers } from './result-papers.tsx';
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

function CostTable({ result: { draft, base } }: { readonly result: SimulationResult }): ReactNode {
  const { t, money } = useTexts();
  return (
    <Table verticalSpacing={3} aria-label={t('simulation.costTable.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('simulation.costTable.what')}</Table.Th>
          <Right head>{t('simulation.costTable.draft')}</Right>
          {base ? <Right head>{t('simulation.costTable.base')}</Right> : null}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {costParts.map(([name, field]) => (
          <Table.Tr key={name} fw={name === 'total' ? 600 : 400}>
            <Table.Td>{t(`simulation.costTable.${name}`)}</Table.Td>
            <Right>{money(draft[field])}</Right>
            {base ? <Right>{money(base[field])}</Right> : null}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** A cell of figures. */
export function Right(props: { readonly head?: true; readonly children?: ReactNode }): ReactNode {
  return props.head ? (
    <Table.Th scope="col" ta="right">
      {props.children}
    </Table.Th>
  ) : (
    <Table.Td ta="right" className="figures">
      {props.children}
    </Table.Td>
  );
}

function TierTable({ run }: { readonly run: Run }): ReactNode {
  const { t, money } = useTexts();
  return (
    <Table verticalSpacing={3} aria-label={t('simulation.tierTable.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('simulation.tierTable.tier')}</Table.Th>
          <Right head>{t('simulation.tierTable.members')}</Right>
          <Right head>{t('simulation.tierTable.sales')}</Right>
          <Right head>{t('simulation.tierTable.points')}</Right>
          <Right head>{t('simulation.tierTable.discount')}</Right>
          <Right head>{t('simulation.tierTable.benefit')}</Right>
          <Right head>{t('simulation.tierTable.ofSales')}</Right>
          <Right head>{t('simulation.tierTable.ofMargin')}</Right>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {run.tiers.map((tier) => {
          const given = tier.pointsFen + tier.discountFen + tier.benefitFen;
          return (
            <Table.Tr key={tier.name}>
              <Table.Td>{tier.name}</Table.Td>
              <Right>{tier.members}</Right>
              <Right>{money(tier.salesFen)}</Right>
              <Right>{money(tier.pointsFen)}</Right>
              <Right>{money(tier.discountFen)}</Right>
              <Right>{money(tier.benefitFen)}</Right>
              <Right>{shareText(given, tier.salesFen)}</Right>
              <Right>{tier.marginFen === null ? '—' : shareText(given, tier.marginFen)}</Right>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

function GroupTable({ groups }: { readonly groups: readonly GroupLine[] }): ReactNode {
  const { t, money, language } = useTexts();
  return (
    <Table verticalSpacing={3} aria-label={t('simulation.groupTable.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('simulation.groupTable.group')}</Table.Th>
          <Right head>{t('simulation.groupTable.customers')}</Right>
          <Right head>{t('simulation.groupTable.winners')}</Right>
          <Right head>{t('simulation.groupTable.losers')}</Right>
          <Right head>{t('simulation.groupTable.sales')}</Right>
          <Right head>{t('simulation.groupTable.change')}</Right>
          <Right head>{t('simulation.groupTable.average')}</Right>
        </Table.Tr>
      </Table.Thead>
      {groupings.map((by) => (
        <Table.Tbody key={by}>
          <Table.Tr>
            <Table.Th scope="rowgroup" colSpan={7}>
              {t(`simulation.groupings.${by}`)}
            </Table.Th>
          </Table.Tr>
          {groups
            .filter((line) => line.by === by)
            .map((line) => (
              <Table.Tr key={line.key}>
                <Table.Td>{groupText(line, language)}</Table.Td>
                <Right>{line.customers}</Right>
                <Right>{line.winners}</Right>
                <Right>{line.losers}</Right>
                <Right>{money(line.salesFen)}</Right>
                <Right>{money(line.changeFen)}</Right>
                <Right>{money(Math.round(line.changeFen / line.customers))}</Right>
              </Table.Tr>
            ))}
        </Table.Tbody>
      ))}
    </Table>
  );
}

function MoverTable(props: {
  readonly movers: readonly Mover[];
  readonly names: Readonly<Record<number, string>>;
  readonly result: SimulationResult;
}): ReactNode {
  const { movers, names, result } = props;
  const { t, money } = useTexts();
  const link = useLink();
  if (movers.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('simulation.moverTable.none')}
      </Text>
    );
  const tierName = (of: readonly string[], at: number): string => of[at] ?? '—';
  const draftTiers = result.draft.tiers.map(({ name }) => name);
  return (
    <Table verticalSpacing={2}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('simulation.moverTable.customer')}</Table.Th>
          <Table.Th scope="col">{t('simulation.moverTable.tiers')}</Table.Th>
          <Right head>{t('simulation.moverTable.sales')}</Right>
          <Right head>{t('simulation.moverTable.base')}</Right>
          <Right head>{t('simulation.moverTable.draft')}</Right>
          <Right head>{t('simulation.moverTable.change')}</Right>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {movers.map((mover) => (
          <Table.Tr key={mover.customerId}>
            <Table.Td>
              <Anchor display="inline-block" lh="24px" size="sm" {...link(`/customer/${mover.customerId}`)}>
                {names[mover.customerId] ?? mover.customerId}
              </Anchor>
            </Table.Td>
            <Table.Td>
              {tierName(result.baseTiers, mover.baseTier)} → {tierName(draftTiers, mover.draftTier)}
            </Table.Td>
            <Right>{money(mover.salesFen)}</Right>
            <Right>{money(mover.baseFen)}</Right>
            <Right>{money(mover.draftFen)}</Right>
            <Right>{money(mover.draftFen - mover.baseFen)}</Right>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
