import { Button, Group, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PlanView } from '#shared/features/plan/plan.contract.ts';
import { payRuleWords } from '#shared/text/pay-rule.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { Section } from './section.tsx';
import classes from './plan.module.css';

/** 薪酬福利设计: the pay rules of the year's posts, as far as the person may see them. */
export function PayPart({ view }: { readonly view: PlanView }): ReactNode {
  const { t, language } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const { pay, year } = view.content;
  return (
    <Section title={t('pay.title')}>
      <Group gap="xs" mb={4}>
        <Text size="xs" c="dimmed">
          {pay.length === 0 && view.hiddenPay === 0 ? t('plan.ui.noPay', { year }) : t('plan.ui.payTable')}
        </Text>
        {may('pay.read') ? (
          <Button component="a" variant="default" size="compact-xs" {...link('/pay')}>
            {t('plan.ui.goToPay')}
          </Button>
        ) : null}
      </Group>
      {pay.length === 0 ? null : (
        <div className={classes.gridFrame}>
          <Table className={classes.grid} aria-label={t('pay.title')}>
            <Table.Thead>
              <Table.Tr>
                {(['post', 'months', 'base', 'steps', 'shares', 'coefficients', 'welfare'] as const).map(
                  (column) => (
                    <Table.Th key={column}>{t(`pay.${column}`)}</Table.Th>
                  ),
                )}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {pay.map((rule) => {
                const said = payRuleWords(rule, language);
                return (
                  <Table.Tr key={`${rule.postId}.${rule.fromMonth}`}>
                    <Table.Td>{rule.postName}</Table.Td>
                    {(
                      [
                        said.months,
                        said.base,
                        said.steps,
                        said.shares,
                        said.coefficients,
                        said.welfare,
                      ] as const
                    ).map((lines, index) => (
                      // oxlint-disable-next-line react/no-array-index-key -- columns are known by their place
                      <Table.Td key={index} className={classes.words}>
                        {lines.join('\n')}
                      </Table.Td>
                    ))}
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {view.hiddenPay === 0 ? null : (
        <Text size="xs" c="dimmed" mt={4}>
          {t('plan.book.payHidden', { count: view.hiddenPay })}
        </Text>
      )}
    </Section>
  );
}
