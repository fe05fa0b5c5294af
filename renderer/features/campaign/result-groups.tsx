import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CampaignResult, GroupFigures } from '#shared/features/campaign/campaign-views.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { Count, Part, type Ask } from './result-parts.tsx';

/** 与对照组比较: both groups side by side. */
export function ResultGroups({
  result,
  onAsk,
}: {
  readonly result: CampaignResult;
  readonly onAsk: Ask;
}): ReactNode {
  const { t, money } = useTexts();
  const { treated, control, gain, margin } = result;
  const line = (
    key: 'treated' | 'control',
    group: GroupFigures,
    [perHeadFen, marginFen]: readonly [number | null, number | null],
  ): ReactNode => {
    const name = t(`campaign.result.${key}`);
    const came = t('campaign.result.came');
    return (
      <Table.Tr key={key}>
        <Table.Th>{name}</Table.Th>
        <Table.Td ta="right" className="figures">
          <Count count={group.heads} part={key} name={name} onAsk={onAsk} />
        </Table.Td>
        <Table.Td ta="right" className="figures">
          <Count count={group.came} part={`${key}Came`} name={`${name} · ${came}`} onAsk={onAsk} />
        </Table.Td>
        {[group.repairFen, group.orderFen, group.salesFen].map((fen, at) => (
          <Table.Td key={['repairs', 'orders', 'sales'][at]} ta="right" className="figures">
            {money(fen)}
          </Table.Td>
        ))}
        <Table.Td ta="right" className="figures" fw={600}>
          {perHeadFen === null ? null : money(perHeadFen)}
        </Table.Td>
        <Table.Td ta="right" className="figures">
          {marginFen === null ? '—' : money(marginFen)}
        </Table.Td>
      </Table.Tr>
    );
  };
  return (
    <Part id="campaign-groups" name={t('campaign.result.compare')}>
      <Table.ScrollContainer minWidth={720}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('campaign.result.group')}</Table.Th>
              {(['heads', 'came', 'repairs', 'orders', 'sales', 'perHead', 'margin'] as const).map((key) => (
                <Table.Th key={key} ta="right">
                  {t(`campaign.result.${key}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {line('treated', treated, [gain.treatedPerHeadFen, margin.treatedFen])}
            {control.heads > 0 ? line('control', control, [gain.controlPerHeadFen, margin.controlFen]) : null}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Part>
  );
}
