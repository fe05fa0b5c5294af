import { Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { differenceOf, type Outlook } from '#shared/features/income/income.rules.ts';
import type { PayContent } from '#shared/features/pay/pay.content.ts';
import { payLineText } from '#shared/text/pay-line.ts';
import { PaySlipTable } from '#renderer/features/pay/pay-slip.tsx';
import columns from '#renderer/components/two-columns.module.css';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './income.module.css';

type Result = NonNullable<Outlook['result']>;

/** 与主管的数相差在哪里: slip against slip, part by part; the slip alone where the manager gave no figure. */
export function IncomeDifference(props: {
  readonly content: PayContent;
  readonly result: Result;
}): ReactNode {
  const { content, result } = props;
  const { t, money, language } = useTexts();
  const { slip, given } = result;
  const title = t(given ? 'income.differenceTitle' : 'income.slip');
  const unit = t(`pay.unitWord.${content.unit}`);
  return (
    <section className={`sheet ${columns.part}`} aria-label={title}>
      <Title order={2} size="h3">
        {title}
      </Title>
      {given ? (
        <>
          <Text size="sm" c="dimmed">
            {t('income.differenceSentence', {
              own: `${slip.units} ${unit}`,
              given: `${given.slip.units} ${unit}`,
              difference: money(slip.totalFen - given.slip.totalFen),
            })}
          </Text>
          <Table aria-label={title} verticalSpacing={3} fz="sm" className={classes.figures}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('pay.line')}</Table.Th>
                <Table.Th scope="col">{t('pay.how')}</Table.Th>
                <Table.Th scope="col" ta="right">
                  {t('income.mine')}
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  {t('income.given')}
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  {t('income.difference')}
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody className="figures">
              {differenceOf(slip, given.slip).map(({ line, ownFen, givenFen, differenceFen }) => {
                const { name, how } = payLineText(line, content, slip.units, language);
                return (
                  <Table.Tr key={`${line.kind} ${name}`}>
                    <Table.Td>{name}</Table.Td>
                    <Table.Td c="dimmed">{how}</Table.Td>
                    <Table.Td ta="right">{money(ownFen)}</Table.Td>
                    <Table.Td ta="right">{money(givenFen)}</Table.Td>
                    <Table.Td ta="right" fw={differenceFen === 0 ? undefined : 600}>
                      {money(differenceFen)}
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
            <Table.Tfoot className="figures">
              <Table.Tr>
                <Table.Th scope="row" colSpan={2}>
                  {t('pay.total')}
                </Table.Th>
                <Table.Th ta="right">{money(slip.totalFen)}</Table.Th>
                <Table.Th ta="right">{money(given.slip.totalFen)}</Table.Th>
                <Table.Th ta="right">{money(slip.totalFen - given.slip.totalFen)}</Table.Th>
              </Table.Tr>
            </Table.Tfoot>
          </Table>
          <Text size="xs" c="dimmed" mt={4}>
            {t('pay.rounding')}
          </Text>
        </>
      ) : (
        <>
          <PaySlipTable label={title} content={content} slip={slip} />
          {content.unit === 'fixed' ? null : (
            <Text size="xs" c="dimmed" mt={4}>
              {t('income.noGiven')}
            </Text>
          )}
        </>
      )}
    </section>
  );
}
