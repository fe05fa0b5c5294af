import { Button, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { goalIndicatorName, type GoalUnit } from '#shared/features/goal/goal-indicator.ts';
import type { PlanView } from '#shared/features/plan/plan.contract.ts';
import { numberShown } from '#renderer/components/fields/typing.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { rateText } from './part-props.ts';
import { Section } from './section.tsx';
import classes from './plan.module.css';

/** 目标: the year's goals of store and departments, as they are kept on the page of goals. */
export function GoalsPart(props: { readonly view: PlanView }): ReactNode {
  const { year, goals } = props.view.content;
  const { t, language, money } = useTexts();
  const link = useLink();
  if (goals.length === 0)
    return (
      <div>
        <Text c="dimmed" size="sm" mb="xs">
          {t('plan.ui.noGoals', { year })}
        </Text>
        <Button component="a" variant="default" size="xs" {...link('/goal')}>
          {t('plan.ui.goToGoals')}
        </Button>
      </div>
    );
  const figure = (value: number | null, unit: GoalUnit): string =>
    value === null
      ? ''
      : unit === 'fen'
        ? money(value)
        : unit === 'rate'
          ? rateText(value)
          : unit === 'hundredths'
            ? numberShown(value / 100, 2, true)
            : numberShown(value, 0, true);
  const short = (value: number | null, unit: GoalUnit): string =>
    value === null
      ? ''
      : unit === 'fen'
        ? (value / 1_000_000).toFixed(1)
        : unit === 'rate'
          ? rateText(value)
          : unit === 'hundredths'
            ? (value / 100).toFixed(2)
            : String(value);
  return (
    <Section title={t('plan.sections.goalsOfYear')}>
      <div className={classes.gridFrame}>
        <Table className={classes.grid} aria-label={t('plan.sections.goalsOfYear')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th miw={90}>{t('plan.fields.indicator')}</Table.Th>
              <Table.Th>{t('plan.fields.scope')}</Table.Th>
              <Table.Th ta="right">{t('plan.fields.year')}</Table.Th>
              {Array.from({ length: 12 }, (_, index) => (
                <Table.Th key={index} ta="right">
                  {t('plan.book.monthShort', { month: index + 1 })}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {goals.map((line) => (
              <Table.Tr key={`${line.key}.${line.departmentId ?? ''}`}>
                <Table.Td>{goalIndicatorName(line.key, language)}</Table.Td>
                <Table.Td>{line.department ?? t('plan.dialogs.wholeStore')}</Table.Td>
                <Table.Td ta="right" className="figures">
                  {figure(line.year, line.unit)}
                </Table.Td>
                {line.months.map((value, index) => (
                  // oxlint-disable-next-line react/no-array-index-key -- months are known by their place
                  <Table.Td key={index} ta="right" className="figures">
                    {short(value, line.unit)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Text size="xs" c="dimmed" mt={4}>
        {t('plan.ui.monthsInTenThousands')}
      </Text>
    </Section>
  );
}
