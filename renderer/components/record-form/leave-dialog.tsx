import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** Asks before a page with something unsaved is left: stay, leave without, or save and leave. */
export function LeaveDialog(props: {
  readonly unsaved: () => boolean;
  readonly saving: boolean;
  readonly onDrop: () => void;
  /** true when it was saved. */
  readonly onSave: () => Promise<boolean>;
}): ReactNode {
  const { unsaved, saving, onDrop, onSave } = props;
  const { t } = useTexts();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => unsaved() && current.pathname !== next.pathname,
    withResolver: true,
    enableBeforeUnload: false,
  });
  return (
    <Modal
      opened={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t('form.leaveTitle')}
    >
      <Stack gap="md">
        <Text>{t('form.leaveQuestion')}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => blocker.reset?.()}>
            {t('form.stay')}
          </Button>
          <Button
            variant="default"
            color="red"
            onClick={() => {
              onDrop();
              blocker.proceed?.();
            }}
          >
            {t('form.leaveWithout')}
          </Button>
          <Button
            data-autofocus
            loading={saving}
            onClick={() => {
              void onSave().then((done) => (done ? blocker.proceed?.() : blocker.reset?.()));
            }}
          >
            {t('form.saveAndLeave')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
