import { Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { MonthOutlook, SpanOutlook } from '#shared/features/income/income.rules.ts';
import { formatMonth } from '#shared/kernel/day.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './income.module.css';

/** 逐月测算: what each month takes and earns, and the sums. */
export function IncomeSpan(props: {
  readonly span: SpanOutlook;
  readonly total: NonNullable<SpanOutlook['total']>;
}): ReactNode {
  const { span, total } = props;
  const { t, money } = useTexts();
  const unit = span.months[0]?.content.unit ?? 'deal';
  const hasGoal = span.months.some(({ outlook }) => outlook.figures.goal !== null);
  const columns = [
    t('income.paper.working'),
    ...(hasGoal ? [t('income.goalShort')] : []),
    t(`income.activityKinds.unit.${unit}`),
    t('income.paper.income'),
    t('income.given'),
  ];
  return (
    <div role="status">
      <div className={classes.answer}>
        <span className={`figures ${classes.units}`}>
          {t(`income.spanTotal.${unit}`, { count: span.months.length, units: total.units })}
        </span>
        <span className={`figures ${classes.income}`}>
          {t('income.result.income', { income: money(total.incomeFen) })}
        </span>
      </div>
      <Title order={2} size="h3" mt="xs">
        {t('income.byMonth')}
      </Title>
      <Table aria-label={t('income.byMonth')} verticalSpacing={3} fz="sm" className={classes.figures}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('income.month')}</Table.Th>
            {columns.map((title) => (
              <Table.Th key={title} scope="col" ta="right">
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody className="figures">
          {span.months.map((one) => (
            <MonthRow key={one.month} month={one} hasGoal={hasGoal} />
          ))}
        </Table.Tbody>
        <Table.Tfoot className="figures">
          <Table.Tr>
            <Table.Th scope="row" colSpan={hasGoal ? 3 : 2}>
              {t('income.total')}
            </Table.Th>
            <Table.Th ta="right">{total.units}</Table.Th>
            <Table.Th ta="right">{money(total.incomeFen)}</Table.Th>
            <Table.Th ta="right">{total.given ? total.given.units : '—'}</Table.Th>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
      <Text size="xs" c="dimmed" mt={4}>
        {t('income.spanHint')}
      </Text>
    </div>
  );
}

function MonthRow({
  month: one,
  hasGoal,
}: {
  readonly month: MonthOutlook;
  readonly hasGoal: boolean;
}): ReactNode {
  const { t, money, language } = useTexts();
  const { result, figures } = one.outlook;
  if (!result) return null;
  const { solved, slip } = result;
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.nowrap}>
        {formatMonth(one.month, language)}
      </Table.Th>
      <Table.Td ta="right">{one.workingDays}</Table.Td>
      {hasGoal ? (
        <Table.Td ta="right">
          {figures.goal === null || figures.goal.source === 'missing' ? '—' : figures.goal.value}
        </Table.Td>
      ) : null}
      <Table.Td ta="right" fw={600}>
        {slip.units}
        {solved.kind === 'unreachable' ? (
          <Text size="xs" c="var(--mantine-color-error)">
            {t('income.spanShort')}
          </Text>
        ) : null}
      </Table.Td>
      <Table.Td ta="right">{money(slip.totalFen)}</Table.Td>
      <Table.Td ta="right">{one.givenUnits ?? '—'}</Table.Td>
    </Table.Tr>
  );
}
