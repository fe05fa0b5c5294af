import { Loader, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useAuditWords } from '#renderer/features/audit/audit-words.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useAssignments } from './assignment.queries.ts';

/** 归属记录: whose customer it was, since when, who changed it and why; the first one first. */
export function CustomerAssignments({ customerId }: { readonly customerId: number }): ReactNode {
  const { t, instant } = useTexts();
  const words = useAuditWords();
  const { data, error } = useAssignments(customerId);
  const lines = data?.lines ?? [];
  return (
    <section aria-label={t('assignment.customerHistory')}>
      <Title order={2} size="h4" mb={4}>
        {t('assignment.customerHistory')}
      </Title>
      <ErrorNote error={error} />
      {data || error ? null : <Loader size="sm" aria-label={t('common.loading')} />}
      {data && lines.length === 0 ? <Text c="dimmed">{t('assignment.customerHistoryNone')}</Text> : null}
      {lines.length > 0 ? (
        <Table verticalSpacing={3} aria-label={t('assignment.customerHistory')}>
          <Table.Tbody>
            {lines.map(({ id, at, fromName, toName, personName, call, reason }) => (
              <Table.Tr key={id}>
                <Table.Td className="figures" w={200}>
                  {instant(at)}
                </Table.Td>
                <Table.Td>
                  {t('assignment.historyLine', {
                    from: fromName ?? t('assignment.nobody'),
                    to: toName ?? t('assignment.nobody'),
                  })}
                </Table.Td>
                <Table.Td>
                  <Text size="sm">
                    {call === null
                      ? t('assignment.firstKnown')
                      : t('assignment.by', { person: personName ?? '', call: words.call(call) })}
                    {reason === null ? '' : ` · ${reason}`}
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
    </section>
  );
}
