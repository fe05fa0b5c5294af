import { Group, Loader, NativeSelect, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { attainmentOf } from '#shared/features/pay/pay.rules.ts';
import { formatMonth } from '#shared/kernel/day.ts';
import { addMonthsTo, type Month } from '#shared/kernel/period.ts';
import { numberShown } from '#shared/kernel/scaled-number.ts';
import { rateText } from '#shared/text/pay-line.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PaySlipTable } from '#renderer/features/pay/pay-slip.tsx';
import columns from '#renderer/components/two-columns.module.css';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useIncomeActual } from './income.queries.ts';

/** Months that can be looked back at, this one included. */
const monthsShown = 13;

/** 按实际业绩算的工资条: what the records of a month earn by its rule; the last whole month at first. */
export function IncomeActualPart(props: { readonly personId: number; readonly thisMonth: Month }): ReactNode {
  const { personId, thisMonth } = props;
  const { t, language } = useTexts();
  const [month, setMonth] = useState(addMonthsTo(thisMonth, -1));
  const { data, error } = useIncomeActual(personId, month);
  const title = t('income.actual.title');
  return (
    <section className={`sheet ${columns.part}`} aria-label={title}>
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h3">
          {title}
        </Title>
        <NativeSelect
          aria-label={t('income.actual.month')}
          value={month}
          onChange={(event) => setMonth(event.currentTarget.value)}
          data={Array.from({ length: monthsShown }, (_, at) => {
            const value = addMonthsTo(thisMonth, -at);
            return { value, label: formatMonth(value, language) };
          })}
        />
      </Group>
      <Text size="xs" c="dimmed">
        {t('income.actual.hint')} {data?.isRunning ? t('income.actual.running') : null}
      </Text>
      <ErrorNote error={error} />
      {data || error ? null : <Loader size="sm" aria-label={t('common.loading')} />}
      {data ? <Slip actual={data} label={title} /> : null}
    </section>
  );
}

function Slip(props: {
  readonly actual: NonNullable<ReturnType<typeof useIncomeActual>['data']>;
  readonly label: string;
}): ReactNode {
  const { actual, label } = props;
  const { t } = useTexts();
  const { rule, slip, goalUnits, hundredths, untold } = actual;
  if (!rule) return <Text size="sm">{t('income.actual.noRule')}</Text>;
  const { content } = rule;
  const isCounted = content.unit !== 'fixed';
  return (
    <>
      {isCounted ? (
        <Text size="sm" className="figures">
          {[
            t('income.actual.reached', {
              name: t(`pay.units.${content.unit}`),
              done: numberShown(hundredths, 2),
            }),
            ...(goalUnits === null
              ? []
              : [
                  t('income.actual.attainment', {
                    goal: goalUnits,
                    rate: rateText(attainmentOf(hundredths / 100, goalUnits)),
                  }),
                ]),
            ...(content.scope === 'department' ? [t('income.departmentScope')] : []),
          ].join(' · ')}
        </Text>
      ) : null}
      {untold === 0 ? null : (
        <Text size="sm" c="orange">
          {t('income.actual.untold', { count: untold })}
        </Text>
      )}
      {slip ? (
        <PaySlipTable label={label} content={content} slip={slip} />
      ) : (
        <Text size="sm">{t('income.actual.noGoal')}</Text>
      )}
    </>
  );
}
