import { Anchor, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import {
  costParts,
  groupings,
  type GroupLine,
  type Mover,
  type Run,
  type SimulationResult,
} from '#shared/features/simulation/simulation.content.ts';
import { groupText, shareText } from '#shared/text/simulation-words.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { FigureCell } from './figure-cell.tsx';

/** What the design gives away, beside the present one. */
export function CostTable({ result: { draft, base } }: { readonly result: SimulationResult }): ReactNode {
  const { t, money } = useTexts();
  return (
    <Table verticalSpacing={3} aria-label={t('simulation.costTable.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('simulation.costTable.what')}</Table.Th>
          <FigureCell head>{t('simulation.costTable.draft')}</FigureCell>
          {base ? <FigureCell head>{t('simulation.costTable.base')}</FigureCell> : null}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {costParts.map(([name, field]) => (
          <Table.Tr key={name} fw={name === 'total' ? 600 : 400}>
            <Table.Td>{t(`simulation.costTable.${name}`)}</Table.Td>
            <FigureCell>{money(draft[field])}</FigureCell>
            {base ? <FigureCell>{money(base[field])}</FigureCell> : null}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** What each tier gets of its sales and their margin. */
export function TierTable({ run }: { readonly run: Run }): ReactNode {
  const { t, money } = useTexts();
  return (
    <Table verticalSpacing={3} aria-label={t('simulation.tierTable.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('simulation.tierTable.tier')}</Table.Th>
          <FigureCell head>{t('simulation.tierTable.members')}</FigureCell>
          <FigureCell head>{t('simulation.tierTable.sales')}</FigureCell>
          <FigureCell head>{t('simulation.tierTable.points')}</FigureCell>
          <FigureCell head>{t('simulation.tierTable.discount')}</FigureCell>
          <FigureCell head>{t('simulation.tierTable.benefit')}</FigureCell>
          <FigureCell head>{t('simulation.tierTable.ofSales')}</FigureCell>
          <FigureCell head>{t('simulation.tierTable.ofMargin')}</FigureCell>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {run.tiers.map((tier) => {
          const given = tier.pointsFen + tier.discountFen + tier.benefitFen;
          return (
            <Table.Tr key={tier.name}>
              <Table.Td>{tier.name}</Table.Td>
              <FigureCell>{tier.members}</FigureCell>
              <FigureCell>{money(tier.salesFen)}</FigureCell>
              <FigureCell>{money(tier.pointsFen)}</FigureCell>
              <FigureCell>{money(tier.discountFen)}</FigureCell>
              <FigureCell>{money(tier.benefitFen)}</FigureCell>
              <FigureCell>{shareText(given, tier.salesFen)}</FigureCell>
              <FigureCell>{tier.marginFen === null ? '—' : shareText(given, tier.marginFen)}</FigureCell>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

/** Who gains and loses, by kinds of customers. */
export function GroupTable({ groups }: { readonly groups: readonly GroupLine[] }): ReactNode {
  const { t, money, language } = useTexts();
  return (
    <Table verticalSpacing={3} aria-label={t('simulation.groupTable.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('simulation.groupTable.group')}</Table.Th>
          <FigureCell head>{t('simulation.groupTable.customers')}</FigureCell>
          <FigureCell head>{t('simulation.groupTable.winners')}</FigureCell>
          <FigureCell head>{t('simulation.groupTable.losers')}</FigureCell>
          <FigureCell head>{t('simulation.groupTable.sales')}</FigureCell>
          <FigureCell head>{t('simulation.groupTable.change')}</FigureCell>
          <FigureCell head>{t('simulation.groupTable.average')}</FigureCell>
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
                <FigureCell>{line.customers}</FigureCell>
                <FigureCell>{line.winners}</FigureCell>
                <FigureCell>{line.losers}</FigureCell>
                <FigureCell>{money(line.salesFen)}</FigureCell>
                <FigureCell>{money(line.changeFen)}</FigureCell>
                <FigureCell>{money(Math.round(line.changeFen / line.customers))}</FigureCell>
              </Table.Tr>
            ))}
        </Table.Tbody>
      ))}
    </Table>
  );
}

/** Customers who gain or lose most. */
export function MoverTable(props: {
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
          <FigureCell head>{t('simulation.moverTable.sales')}</FigureCell>
          <FigureCell head>{t('simulation.moverTable.base')}</FigureCell>
          <FigureCell head>{t('simulation.moverTable.draft')}</FigureCell>
          <FigureCell head>{t('simulation.moverTable.change')}</FigureCell>
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
            <FigureCell>{money(mover.salesFen)}</FigureCell>
            <FigureCell>{money(mover.baseFen)}</FigureCell>
            <FigureCell>{money(mover.draftFen)}</FigureCell>
            <FigureCell>{money(mover.draftFen - mover.baseFen)}</FigureCell>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
