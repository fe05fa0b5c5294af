import { Button, Group, Paper, Table, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { HandOverLine } from '#shared/features/assignment/assignment.contract.ts';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { PageNumbers } from '#renderer/components/page-numbers.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { handOverPaper, useHandOvers, useUndoHandOver } from './assignment.queries.ts';

const linesAPage = 20;

/** 交接记录: every hand-over, the latest first, with its sheet and its way back. */
export function HandOverHistory(): ReactNode {
  const { t } = useTexts();
  const [page, setPage] = useState(1);
  const { data, error } = useHandOvers(page);
  const pages = Math.ceil((data?.total ?? 0) / linesAPage);
  return (
    <Paper className="sheet" p="md">
      <Title order={2} mb={4}>
        {t('assignment.history')}
      </Title>
      <ErrorNote error={error} />
      {data?.total === 0 ? <Text c="dimmed">{t('assignment.historyNone')}</Text> : null}
      <Table verticalSpacing={5} aria-label={t('assignment.history')}>
        <Table.Tbody>
          {(data?.lines ?? []).map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </Table.Tbody>
      </Table>
      <PageNumbers mt="sm" page={page} pages={pages} onPage={setPage} />
    </Paper>
  );
}

function Line({ line }: { readonly line: HandOverLine }): ReactNode {
  const { t, instant, language } = useTexts();
  const [asking, setAsking] = useState(false);
  const undo = useUndoHandOver();
  const {
    id,
    fromName: from,
    toNames,
    cause,
    moved,
    reason,
    at,
    personName,
    undoneAt,
    undoneBy,
    returned,
  } = line;
  const to = toNames.join(language === 'en' ? ', ' : '、');
  const takeBack = (): void =>
    undo.mutate(
      { id },
      {
        onSuccess: (done) => {
          setAsking(false);
          notifications.show({
            message: [
              t('assignment.undone', { count: done.returned }),
              ...(done.stayed > 0 ? [t('assignment.undoneStayed', { count: done.stayed })] : []),
            ].join(' · '),
          });
        },
      },
    );
  return (
    <Table.Tr>
      <Table.Td>
        <Text>{t('assignment.historyLine', { from, to })}</Text>
        <Text size="sm" c="dimmed">
          {instant(at)} · {personName} ·{' '}
          {t('assignment.historyFacts', { cause: t(`assignment.causes.${cause}`), count: moved, reason })}
        </Text>
        {undoneAt !== null ? (
          <Text size="sm">
            {t('assignment.undoneBy', {
              person: undoneBy ?? '',
              at: instant(undoneAt),
              returned: returned ?? 0,
            })}
          </Text>
        ) : null}
        <ErrorNote error={undo.error} />
      </Table.Td>
      <Table.Td>
        <Group gap="xs" justify="flex-end">
          <PaperButton
            name={`${t('assignment.paper.title')} ${id}`}
            label={t('assignment.print')}
            load={handOverPaper(id)}
          />
          {undoneAt === null ? (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconArrowBackUp size={14} aria-hidden />}
              onClick={() => setAsking(true)}
            >
              {t('assignment.undo')}
            </Button>
          ) : null}
        </Group>
        <ConfirmDialog
          opened={asking}
          title={t('assignment.undo')}
          confirm={t('assignment.undo')}
          busy={undo.isPending}
          onConfirm={takeBack}
          onClose={() => setAsking(false)}
        >
          {t('assignment.undoSure', { from })}
        </ConfirmDialog>
      </Table.Td>
    </Table.Tr>
  );
}
