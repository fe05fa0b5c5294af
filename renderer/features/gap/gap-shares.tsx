import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { GapAnalysis } from '#shared/features/gap/gap.contract.ts';
import { gapAddress } from '#renderer/features/indicator/indicator-address.ts';
import { useIndicatorTexts } from '#renderer/features/indicator/use-indicator-texts.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './gap.module.css';

const shown = 12;

/** 谁差得多: departments and people beside their own goals, furthest behind first. */
export function GapShares({ analysis }: { readonly analysis: GapAnalysis }): ReactNode {
  const { t } = useTexts();
  const texts = useIndicatorTexts();
  const link = useLink();
  const { definition, period, departments, people } = analysis;
  const shares = [...departments, ...people.slice(0, shown)];
  return (
    <section className={`sheet ${classes.part}`} aria-label={t('gap.shares')}>
      <Text component="h2" fw={600}>
        {t('gap.shares')}
      </Text>
      {shares.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('gap.noShares')}
        </Text>
      ) : (
        <Table fz="sm" verticalSpacing={2} aria-label={t('gap.shares')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('gap.shareName')}</Table.Th>
              <Table.Th ta="right">{t('gap.goal')}</Table.Th>
              <Table.Th ta="right">{t('gap.actual')}</Table.Th>
              <Table.Th ta="right">{t('gap.rate')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody className="figures">
            {shares.map(({ who, name, goal, actual, rate }) => (
              <Table.Tr key={`${who.departmentId} ${who.personId}`}>
                <Table.Td>
                  <a {...link(gapAddress(definition.key, period, who))}>{name}</a>
                </Table.Td>
                <Table.Td ta="right">{goal === null ? '' : texts.figure(goal, definition)}</Table.Td>
                <Table.Td ta="right">{texts.figure(actual, definition)}</Table.Td>
                <Table.Td ta="right">{rate === null ? '' : texts.percent(rate)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}
