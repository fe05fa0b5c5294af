import { Alert, Button, Group, Text } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { PartEditing } from './use-part.ts';

/** What went wrong with saving a part: somebody else's change with the choice between the two, or the error. */
export function PartNote<Value>(props: {
  readonly part: PartEditing<Value>;
  /** The other person's content in words, where it can be shown. */
  readonly shown?: (value: Value) => string;
}): ReactNode {
  const { part, shown } = props;
  const { t } = useTexts();
  if (part.conflict) {
    return (
      <Alert color="orange" p="xs" icon={<IconArrowsSplit2 size={18} />} role="alert">
        <Text size="xs">{t('meetingPage.conflict', { by: part.conflict.by })}</Text>
        {shown ? (
          <Text size="xs" mt={2} lineClamp={3}>
            {t('meetingPage.theirs', { text: shown(part.conflict.theirs) })}
          </Text>
        ) : null}
        <Group gap="xs" mt={6}>
          <Button size="compact-xs" onClick={part.keepMine}>
            {t('meetingPage.keepMine')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={part.takeTheirs}>
            {t('meetingPage.takeTheirs')}
          </Button>
        </Group>
      </Alert>
    );
  }
  return part.status === 'failed' ? <ErrorNote error={part.error} onRetry={part.flush} /> : null;
}
