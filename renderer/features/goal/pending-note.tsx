import { Alert, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { GridWriting } from './use-grid-writing.ts';

/** Cells that are not written yet, with what is wrong, and both ways out. */
export function PendingNote(props: {
  readonly writing: GridWriting;
  readonly isPending: boolean;
}): ReactNode {
  const { writing, isPending } = props;
  const { t } = useTexts();
  if (writing.pending.size === 0) return null;
  const problems = new Set([...writing.pending.values()].flatMap(({ problem }) => problem ?? []));
  return (
    <Alert color="yellow" p="xs" role="status">
      <Group justify="space-between" gap="xs">
        <Text size="sm">{t('goal.pending.title', { count: writing.pending.size })}</Text>
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={writing.dropPending}>
            {t('goal.pending.drop')}
          </Button>
          <Button size="compact-sm" loading={isPending} onClick={() => void writing.writePending()}>
            {t('goal.pending.write', { count: writing.pending.size })}
          </Button>
        </Group>
      </Group>
      {[...problems].slice(0, 3).map((problem) => (
        <Text key={problem} size="xs">
          {problem}
        </Text>
      ))}
    </Alert>
  );
}
