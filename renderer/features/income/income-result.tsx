import { Alert, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { IncomeMonth } from '#shared/features/income/income.contract.ts';
import type { Activity, Outlook } from '#shared/features/income/income.rules.ts';
import type { PayContent } from '#shared/features/pay/pay.content.ts';
import { formatMonth } from '#shared/kernel/day.ts';
import { unreachableText } from '#shared/text/income-unreachable.ts';
import columns from '#renderer/components/two-columns.module.css';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './income.module.css';

type Result = NonNullable<Outlook['result']>;

/** How many units the wish takes, what they earn, or why no count reaches it. */
export function IncomeAnswer(props: {
  readonly content: PayContent;
  readonly wishFen: number;
  readonly outlook: Outlook;
}): ReactNode {
  const { content, wishFen, outlook } = props;
  const { t, money, language } = useTexts();
  const { result, figures } = outlook;
  if (!result)
    return (
      <Alert color="orange" icon={<IconAlertTriangle size={18} aria-hidden />} role="status">
        {t('income.waiting')}
      </Alert>
    );
  const { solved, slip, ownGoalFen } = result;
  const short = solved.kind === 'unreachable' ? unreachableText(solved, wishFen, content, language) : null;
  const more = slip.totalFen - wishFen;
  return (
    <div role="status">
      {short ? (
        <Alert color="red" icon={<IconAlertTriangle size={18} aria-hidden />} mb="xs">
          <Text size="sm" fw={600}>
            {short.title}
          </Text>
          <Text size="sm">{short.why}</Text>
        </Alert>
      ) : (
        <div className={classes.answer}>
          <span className={`figures ${classes.units}`}>
            {t(`income.result.${content.unit}`, { units: slip.units })}
          </span>
          <span className={`figures ${classes.income}`}>
            {t('income.result.income', { income: money(slip.totalFen) })}
          </span>
        </div>
      )}
      {solved.kind === 'reached' ? (
        <Text size="sm" c="dimmed">
          {slip.units === 0
            ? t('income.result.baseEnough')
            : more === 0
              ? t('income.result.exact')
              : t('income.result.above', { more: money(more), unit: t(`pay.unitWord.${content.unit}`) })}
        </Text>
      ) : null}
      {ownGoalFen === null || figures.goal === null || figures.goal.source === 'missing' ? null : (
        <Text size="sm" mt={4}>
          {t('income.ownGoal', {
            goal: String(figures.goal.value),
            units: String(slip.units),
            income: money(ownGoalFen),
          })}
        </Text>
      )}
    </div>
  );
}

/** 要做的事 per month, week and working day, with the manager's month beside it. */
export function IncomeActivity(props: {
  readonly content: PayContent;
  readonly month: IncomeMonth;
  readonly result: Result;
}): ReactNode {
  const { content, month, result } = props;
  const { t, language } = useTexts();
  const { activity, given } = result;
  const year = month.month.slice(0, 4);
  return (
    <section className={`sheet ${columns.part}`} aria-label={t('income.activity')}>
      <Title order={2} size="h3">
        {t('income.activity')}
      </Title>
      <Table aria-label={t('income.activity')} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('income.activity')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t('income.perMonth')}
            </Table.Th>
            <Table.Th scope="col" ta="right">
              {t('income.perWeek')}
            </Table.Th>
            <Table.Th scope="col" ta="right">
              {t('income.perDay')}
            </Table.Th>
            {given ? (
              <Table.Th scope="col" ta="right">
                {t('income.given')} · {t('income.perMonth')}
              </Table.Th>
            ) : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody className="figures">
          {activity.map(({ kind, need }, at) => (
            <Table.Tr key={kind}>
              <Table.Th scope="row">
                {kind === 'unit'
                  ? t(`income.activityKinds.unit.${content.unit}`)
                  : t(`income.activityKinds.${kind}`)}
              </Table.Th>
              <Needs need={need} />
              {given ? <Table.Td ta="right">{monthOf(given.activity[at]?.need)}</Table.Td> : null}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed" mt={4}>
        {t('income.workingDays', { month: formatMonth(month.month, language), count: month.workingDays })}{' '}
        {month.isCalendarKnown ? null : t('income.calendarUnknown', { year })}
      </Text>
    </section>
  );
}

const monthOf = (need: Activity['need'] | undefined): string =>
  need && 'perMonth' in need ? String(need.perMonth) : '—';

function Needs({ need }: { readonly need: Activity['need'] }): ReactNode {
  const { t } = useTexts();
  if (!('perMonth' in need))
    return (
      <Table.Td colSpan={3} ta="right" c="dimmed">
        {t('income.needsRate')}
      </Table.Td>
    );
  return (
    <>
      <Table.Td ta="right" fw={600}>
        {need.perMonth}
      </Table.Td>
      <Table.Td ta="right">{need.perWeek}</Table.Td>
      <Table.Td ta="right">
        {need.perDay}
        {need.everyDays === null ? null : (
          <Text size="xs" c="dimmed" className={classes.nowrap}>
            {t('income.everyDays', { count: need.everyDays })}
          </Text>
        )}
      </Table.Td>
    </>
  );
}
