import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PayContent } from '#shared/features/pay/pay.content.ts';
import type { PaySlip } from '#shared/features/pay/pay.rules.ts';
import { payLineText } from '#shared/text/pay-line.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** 工资条: each line with how it came about; the lines add up. */
export function PaySlipTable(props: {
  readonly label: string;
  readonly content: PayContent;
  readonly slip: PaySlip;
}): ReactNode {
  const { label, content, slip } = props;
  const { t, money, language } = useTexts();
  return (
    <>
      <Table aria-label={label} verticalSpacing={3} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('pay.line')}</Table.Th>
            <Table.Th scope="col">{t('pay.how')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t('pay.amount')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody className="figures">
          {slip.lines.map((line) => {
            const { name, how } = payLineText(line, content, slip.units, language);
            return (
              <Table.Tr key={`${line.kind} ${name}`}>
                <Table.Td miw="6.5em">{name}</Table.Td>
                <Table.Td c="dimmed">{how}</Table.Td>
                <Table.Td ta="right">{money(line.amountFen)}</Table.Td>
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
          </Table.Tr>
        </Table.Tfoot>
      </Table>
      {slip.inKind.length > 0 ? (
        <Text size="xs" c="dimmed" mt={4}>
          {t('pay.inKind', {
            names: slip.inKind.map(({ name, amountFen }) => `${name} ${money(amountFen)}`).join(' · '),
          })}
        </Text>
      ) : null}
      <Text size="xs" c="dimmed" mt={4}>
        {t('pay.rounding')}
      </Text>
    </>
  );
}
