import { Loader, Paper, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { RecordLink } from '#renderer/components/record-list/record-link.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { deletionPaper, useDeletions, useDormant } from './personal-data.queries.ts';

/** 个人信息管理: customers to be looked at, and the deletions with their proofs. */
export function PersonalDataScreen(): ReactNode {
  const { t } = useTexts();
  return (
    <PageFrame title={t('personalData.title')} maxWidth={1000}>
      <Text c="dimmed">{t('personalData.sentence')}</Text>
      <Dormant />
      <Deletions />
    </PageFrame>
  );
}

function Dormant(): ReactNode {
  const { t, day } = useTexts();
  const { data, error, refetch } = useDormant();
  return (
    <Paper className="sheet" p="md">
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data || error ? null : <Loader size="sm" aria-label={t('common.loading')} />}
      {data?.years === null ? <Text>{t('personalData.dormantNoRule')}</Text> : null}
      {data && data.years !== null ? (
        <>
          <Title order={2} mb={4}>
            {t('personalData.dormant', { years: data.years, total: data.total })}
          </Title>
          {data.total === 0 ? <Text c="dimmed">{t('personalData.dormantNone')}</Text> : null}
          <Table
            verticalSpacing={4}
            aria-label={t('personalData.dormant', { years: data.years, total: data.total })}
          >
            <Table.Tbody>
              {data.lines.map(({ customerId, name, lastOn }) => (
                <Table.Tr key={customerId}>
                  <Table.Td>
                    <RecordLink feature="customer" id={customerId} name={name} />
                  </Table.Td>
                  <Table.Td ta="right" className="figures">
                    {t('personalData.dormantLine', { day: day(lastOn) })}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </>
      ) : null}
    </Paper>
  );
}

function Deletions(): ReactNode {
  const { t, instant, day } = useTexts();
  const { data, error } = useDeletions();
  return (
    <Paper className="sheet" p="md">
      <Title order={2} mb={4}>
        {t('personalData.deletions')}
      </Title>
      <ErrorNote error={error} />
      {data?.lines.length === 0 ? <Text c="dimmed">{t('personalData.deletionsNone')}</Text> : null}
      <Table verticalSpacing={5} aria-label={t('personalData.deletions')}>
        <Table.Tbody>
          {(data?.lines ?? []).map(({ id, customerId, at, personName, reason, backupsUntil }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Text>{t('personalData.deletionLine', { id: customerId, reason })}</Text>
                <Text size="sm" c="dimmed">
                  {instant(at)} · {personName}
                </Text>
                <Text size="sm" c="dimmed">
                  {t('personalData.backups', { day: day(backupsUntil) })}
                </Text>
              </Table.Td>
              <Table.Td ta="right">
                <PaperButton
                  name={`${t('personalData.paper.deletion')} ${id}`}
                  label={t('personalData.printDeletion')}
                  load={deletionPaper(id)}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
