import { Alert, Button, Group, Text } from '@mantine/core';
import { IconArrowsSplit2, IconCloudOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { PartEditing } from './use-part.ts';
import classes from './part.module.css';

/**
 * What stands against saving a part: somebody else's change with the choice between the two, a core that is away, or the
 * error.
 */
export function PartNote<Value>(props: {
  readonly part: PartEditing<Value>;
  /** A content in words, where it can be shown. */
  readonly words?: (value: Value) => string;
  /** Both contents as one, where that is possible. */
  readonly join?: (mine: Value, theirs: Value) => Value;
}): ReactNode {
  const { part, words, join } = props;
  const { t } = useTexts();
  const { conflict } = part;
  if (conflict)
    return (
      <Alert color="orange" p="xs" mt={4} icon={<IconArrowsSplit2 size={18} />} role="alert">
        <Text size="xs">{t('form.part.conflict', { by: conflict.by })}</Text>
        {words ? (
          <>
            <Text size="xs" mt={4} fw={600}>
              {t('form.part.theirs')}
            </Text>
            <div className={classes.theirs}>{words(conflict.theirs)}</div>
          </>
        ) : null}
        <Group gap="xs" mt={6}>
          {join ? (
            <Button size="compact-xs" onClick={() => part.settle(join(conflict.mine, conflict.theirs))}>
              {t('form.part.keepBoth')}
            </Button>
          ) : null}
          <Button
            size="compact-xs"
            variant={join ? 'default' : 'filled'}
            onClick={() => part.settle(conflict.mine)}
          >
            {t('form.part.keepMine')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={part.takeTheirs}>
            {t('form.part.takeTheirs')}
          </Button>
        </Group>
      </Alert>
    );
  if (part.status === 'kept')
    return (
      <Text size="xs" mt={2} className={classes.kept} role="status">
        <IconCloudOff size={13} aria-hidden /> {t('form.part.away')}
      </Text>
    );
  return part.status === 'failed' ? <ErrorNote error={part.error} onRetry={part.flush} /> : null;
}
