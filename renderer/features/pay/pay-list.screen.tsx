import { Button, Loader, Paper, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PayRule } from '#shared/features/pay/pay.contract.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { monthsText, summaryText } from './pay-words.ts';
import { usePayRules } from './pay.queries.ts';

/** 薪酬规则 by post: the owner writes, managers of the department read. */
export function PayListScreen(): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const { data, error, refetch } = usePayRules();
  const mayWrite = may('pay.write');
  return (
    <PageFrame
      title={t('pay.title')}
      maxWidth={1100}
      actions={
        mayWrite ? (
          <Button component="a" leftSection={<IconPlus size={15} />} {...link('/pay/new')}>
            {t('pay.add')}
          </Button>
        ) : null
      }
    >
      <Text c="dimmed">{t('pay.sentence')}</Text>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      <Paper className="sheet" p="sm">
        {data ? null : <Loader size="sm" aria-label={t('common.loading')} />}
        {data?.length === 0 ? <EmptyState sentence={t(mayWrite ? 'pay.empty' : 'pay.emptySeen')} /> : null}
        {data && data.length > 0 ? <Rules rules={data} /> : null}
      </Paper>
    </PageFrame>
  );
}

function Rules({ rules }: { readonly rules: readonly PayRule[] }): ReactNode {
  const texts = useTexts();
  const { t, money } = texts;
  const link = useLink();
  return (
    <Table aria-label={t('pay.title')} verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('pay.post')}</Table.Th>
          <Table.Th scope="col">{t('pay.months')}</Table.Th>
          <Table.Th scope="col" ta="right">
            {t('pay.base')}
          </Table.Th>
          <Table.Th scope="col">{t('pay.steps')}</Table.Th>
          <Table.Th scope="col">{t('pay.editions')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rules.map((rule) => (
          <Table.Tr key={rule.id}>
            <Table.Td>
              <a {...link(`/pay/${rule.id}`)}>{rule.postName}</a>{' '}
              <Text span size="xs" c="dimmed">
                {rule.departmentName ?? ''}
              </Text>
            </Table.Td>
            <Table.Td>{monthsText(rule, texts)}</Table.Td>
            <Table.Td ta="right" className="figures">
              {money(rule.content.baseFen)}
            </Table.Td>
            <Table.Td>{summaryText(rule.content, texts)}</Table.Td>
            <Table.Td>{t('pay.edition', { count: rule.edition })}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
