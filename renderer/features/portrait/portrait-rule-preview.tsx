import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { risks, segments } from '#shared/features/portrait/portrait.content.ts';
import type { MatrixCell, RulePreview } from '#shared/features/portrait/portrait-views.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** Customers of the cells of one segment, one risk, or both. */
export const customersOf = (
  cells: readonly MatrixCell[],
  of: Partial<Pick<MatrixCell, 'segment' | 'risk'>>,
): number =>
  cells.reduce(
    (sum, cell) =>
      (of.segment === undefined || of.segment === cell.segment) &&
      (of.risk === undefined || of.risk === cell.risk)
        ? sum + cell.customers
        : sum,
    0,
  );

/** How many customers stand in each segment and risk, before and after the change. */
export function PreviewTable({ preview }: { readonly preview: RulePreview }): ReactNode {
  const { t } = useTexts();
  const { before, after, movedSegment, movedRisk } = preview;
  const sides = [
    ['before', before],
    ['after', after],
  ] as const;
  return (
    <>
      <Text size="sm" role="status">
        {movedSegment + movedRisk === 0
          ? t('portrait.rule.same')
          : t('portrait.rule.moved', { count: movedSegment, risk: movedRisk })}
      </Text>
      <Table.ScrollContainer minWidth={640}>
        <Table maw={860} mt="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Td />
              {segments.map((segment) => (
                <Table.Th key={segment} ta="right">
                  {t(`portrait.segments.${segment}`)}
                </Table.Th>
              ))}
              {risks.map((risk) => (
                <Table.Th key={risk} ta="right">
                  {t('portrait.riskOf', { risk: t(`portrait.risks.${risk}`) })}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sides.map(([key, cells]) => (
              <Table.Tr key={key}>
                <Table.Th>{t(`portrait.rule.${key}`)}</Table.Th>
                {segments.map((segment) => (
                  <Table.Td key={segment} ta="right" className="figures">
                    {customersOf(cells, { segment }).toLocaleString('en')}
                  </Table.Td>
                ))}
                {risks.map((risk) => (
                  <Table.Td key={risk} ta="right" className="figures">
                    {customersOf(cells, { risk }).toLocaleString('en')}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
