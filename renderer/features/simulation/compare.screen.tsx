import { Anchor, Loader, Table } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SimulationView } from '#shared/features/simulation/simulation.contract.ts';
import { breakEvenText, shareText } from '#shared/text/simulation-words.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { FigureCell } from './figure-cell.tsx';
import { useSimulationsOf } from './simulation.queries.ts';
import classes from './simulation.module.css';

/** 草案对比 up to three drafts side by side, each against what it was compared with. */
export function CompareScreen(): ReactNode {
  const { t } = useTexts();
  const params = useParams({ strict: false });
  const ids = String(params['ids'] ?? '')
    .split('-')
    .map(Number)
    .filter((id) => Number.isInteger(id) && id > 0)
    .slice(0, 3);
  const asked = useSimulationsOf(ids);
  const views = asked.flatMap(({ data }) => data ?? []);
  const error = asked.find((one) => one.error)?.error ?? null;
  return (
    <PageFrame title={t('simulation.compareTitle')} maxWidth={1100}>
      <ErrorNote error={error} />
      {views.length < ids.length && !error ? <Loader size="sm" aria-label={t('common.loading')} /> : null}
      {views.length > 0 ? <Compared views={views} /> : null}
    </PageFrame>
  );
}

type Shown = (view: SimulationView) => string;

function Compared({ views }: { readonly views: readonly SimulationView[] }): ReactNode {
  const { t, day, money, language } = useTexts();
  const link = useLink();
  const figure =
    (of: (result: NonNullable<SimulationView['result']>) => string): Shown =>
    ({ result }) =>
      result ? of(result) : '—';
  const lines: readonly (readonly [string, Shown])[] = [
    [t('simulation.spanHead'), figure(({ from, to }) => `${day(from)} – ${day(to)}`)],
    [t('simulation.fields.against'), ({ assumptions }) => t(`simulation.againsts.${assumptions.against}`)],
    [t('simulation.figures.cost'), figure(({ draft }) => money(draft.costFen))],
    [t('simulation.tierTable.ofSales'), figure(({ draft, salesFen }) => shareText(draft.costFen, salesFen))],
    [
      t('simulation.tierTable.ofMargin'),
      figure(({ draft, marginFen }) => (marginFen === null ? '—' : shareText(draft.costFen, marginFen))),
    ],
    [t('simulation.columns.extra'), figure(({ breakEven }) => money(breakEven.extraFen))],
    [t('simulation.figures.breakEven'), figure((result) => breakEvenText(result, language).sales)],
    [t('simulation.figures.retention'), figure((result) => breakEvenText(result, language).retention)],
    [t('simulation.figures.winners'), figure(({ winners, gainedFen }) => `${winners} · ${money(gainedFen)}`)],
    [t('simulation.figures.losers'), figure(({ losers, lostFen }) => `${losers} · ${money(lostFen)}`)],
    [t('simulation.costTable.discount'), figure(({ draft }) => money(draft.discountFen))],
    [t('simulation.costTable.points'), figure(({ draft }) => money(draft.spentFen))],
    [t('simulation.costTable.bonus'), figure(({ draft }) => money(draft.bonusSpentFen))],
    [t('simulation.costTable.benefit'), figure(({ draft }) => money(draft.benefitFen))],
    [t('simulation.costTable.owed'), figure(({ draft }) => money(draft.owedFen))],
    [t('simulation.costTable.package'), figure(({ draft }) => money(draft.packageCostFen))],
    [t('simulation.costTable.fee'), figure(({ draft }) => money(draft.feeCostFen))],
    [
      t('simulation.tierTable.members'),
      figure(({ draft }) => draft.tiers.map(({ name, members }) => `${name} ${members}`).join(' · ')),
    ],
  ];
  return (
    <div className={`sheet ${classes['part']} ${classes['wide']}`}>
      <Table verticalSpacing={4} aria-label={t('simulation.compareTitle')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            {views.map(({ id, name }) => (
              <FigureCell key={id} head>
                <Anchor display="inline-block" lh="24px" {...link(`/simulation/${id}`)}>
                  {name}
                </Anchor>
              </FigureCell>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(([name, shown]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{name}</Table.Th>
              {views.map((view) => (
                <FigureCell key={view.id}>{shown(view)}</FigureCell>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
