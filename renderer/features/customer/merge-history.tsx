import { Button, Paper, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import type { MergeLine } from '#shared/features/customer/customer.contract.ts';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageNumbers } from '#renderer/components/page-numbers.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useMerges, useUnmerge } from './duplicate.queries.ts';
import classes from './duplicates.module.css';

const pageSize = 20;

/** 合并记录: every merge, the latest first, each with its way back. */
export function MergeHistory(): ReactNode {
  const { t } = useTexts();
  const [page, setPage] = useState(1);
  const { data, error } = useMerges(page);
  const pages = Math.ceil((data?.total ?? 0) / pageSize);
  return (
    <Paper className="sheet" p="md">
      <Text component="h2" fw={600} mb={4}>
        {t('customer.history')}
      </Text>
      <ErrorNote error={error} />
      {data?.total === 0 ? <Text c="dimmed">{t('customer.historyNone')}</Text> : null}
      <ul className={classes.merges}>
        {(data?.lines ?? []).map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
      <PageNumbers mt="sm" page={page} pages={pages} onPage={setPage} />
    </Paper>
  );
}

function Line({ line }: { readonly line: MergeLine }): ReactNode {
  const { t, instant, field } = useTexts();
  const [asking, setAsking] = useState(false);
  const undo = useUnmerge();
  const { id, goneName: gone, keptName: kept, at, personName, moved, undoneAt, undoneBy } = line;
  const take = (): void =>
    undo.mutate(
      { id },
      {
        onSuccess: ({ returned, stayed, fieldsEdited }) => {
          setAsking(false);
          const fields = fieldsEdited.map((name) => field('customer', name)).join(', ');
          notifications.show({
            message: [
              t('customer.undone', { returned }),
              ...(stayed > 0 ? [t('customer.undoneStayed', { count: stayed })] : []),
              ...(fields ? [t('customer.undoneEdited', { fields })] : []),
            ].join(' · '),
          });
        },
      },
    );
  return (
    <li>
      <Text>{t('customer.historyLine', { gone, kept })}</Text>
      <Text size="sm" c="dimmed">
        {instant(at)} · {personName} · {t('customer.historyMoved', { count: moved })}
      </Text>
      {undoneAt === null ? (
        <Button size="compact-sm" variant="default" ml="auto" onClick={() => setAsking(true)}>
          {t('customer.undo')}
        </Button>
      ) : (
        <Text size="sm" ml="auto">
          {t('customer.undoneBy', { person: undoneBy ?? '', at: instant(undoneAt) })}
        </Text>
      )}
      <ConfirmDialog
        opened={asking}
        title={t('customer.undo')}
        confirm={t('customer.undo')}
        busy={undo.isPending}
        onConfirm={take}
        onClose={() => setAsking(false)}
      >
        <Text>{t('customer.undoSure', { gone })}</Text>
        <ErrorNote error={undo.error} />
      </ConfirmDialog>
    </li>
  );
}
