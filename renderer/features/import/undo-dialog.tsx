import { Group, List, Progress, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconBan, IconLock, type Icon } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { UndoCounts } from '#shared/features/import/import.contract.ts';
import { DeskError } from '#shared/rpc/desk-error.ts';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { numberShown } from '#renderer/components/fields/typing.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { undoImport, UndoFailed } from './import-flow.ts';

const buckets: readonly { key: keyof UndoCounts; icon: Icon; color: string }[] = [
  { key: 'undone', icon: IconArrowBackUp, color: 'green' },
  { key: 'keptBecauseEdited', icon: IconLock, color: 'blue' },
  { key: 'failed', icon: IconBan, color: 'orange' },
];

/** The three buckets of an undo: with counts once it is done, explained before. */
export function UndoBuckets(props: { readonly counts?: UndoCounts }): ReactNode {
  const { counts } = props;
  const { t } = useTexts();
  return (
    <List listStyleType="none" spacing={6}>
      {buckets.map(({ key, icon: Shown, color }) => (
        <List.Item key={key}>
          <Group gap={8} wrap="nowrap" align="flex-start">
            <Shown
              size={16}
              color={`var(--mantine-color-${color}-text)`}
              aria-hidden
              style={{ flex: 'none', marginTop: 3 }}
            />
            <Text size="sm">
              <Text span fw={600}>
                {t(`import.history.buckets.${key}`)}
              </Text>
              {counts ? (
                <Text span fw={600} className="figures">
                  {` ${numberShown(counts[key], 0, true)}`}
                </Text>
              ) : null}
              <Text span c="dimmed" size="xs">
                {` ${t(`import.history.bucketHints.${key}`)}`}
              </Text>
            </Text>
          </Group>
        </List.Item>
      ))}
    </List>
  );
}

/** What is to be undone; `at` is null for an import of just now. */
export type UndoLine = {
  readonly id: number;
  readonly fileName: string;
  readonly personName: string;
  readonly at: string | null;
};

/** Asks before an import is taken back, shows how far it is, and what came of it. */
export function UndoDialog(props: {
  readonly line: UndoLine | null;
  readonly onClose: () => void;
  readonly onUndone: (counts: UndoCounts) => void;
}): ReactNode {
  const { line, onClose, onUndone } = props;
  const { t, instant } = useTexts();
  const client = useQueryClient();
  const [percent, setPercent] = useState(0);
  const undo = useMutation({
    mutationFn: (id: number) => undoImport(id, setPercent),
    onSuccess: async (counts) => {
      onUndone(counts);
      onClose();
      await client.invalidateQueries();
    },
  });
  const failure =
    undo.error instanceof UndoFailed && undo.error.job.error
      ? new DeskError(undo.error.job.error)
      : undo.error;
  const close = (): void => {
    if (undo.isPending) return;
    undo.reset();
    onClose();
  };
  return (
    <ConfirmDialog
      opened={line !== null}
      title={t('import.history.undoTitle')}
      confirm={t('import.history.undoConfirm')}
      danger
      busy={undo.isPending}
      onClose={close}
      onConfirm={() => line && undo.mutate(line.id)}
    >
      <Stack gap="sm">
        <Text size="sm">
          {t('import.history.undoText', {
            name: line?.fileName ?? '',
            who: line?.personName ?? '',
            at: line?.at ? instant(line.at) : t('import.result.title'),
          })}
        </Text>
        <UndoBuckets />
        {undo.isPending ? (
          <Progress value={percent} animated aria-label={t('import.history.undoing')} />
        ) : null}
        <ErrorNote error={failure} />
      </Stack>
    </ConfirmDialog>
  );
}
