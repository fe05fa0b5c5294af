import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/**
 * Asks before something that is hard to take back. `typed` asks for a word to be typed, e.g. the store's name.
 * Esc and the first button leave everything as it is.
 */
export function ConfirmDialog(props: {
  readonly opened: boolean;
  readonly title: string;
  readonly children: ReactNode;
  readonly confirm: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly typed?: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { opened, title, children, confirm, danger = false, busy = false, typed, onConfirm, onClose } = props;
  const { t } = useTexts();
  const [text, setText] = useState('');
  const ready = typed === undefined || text.trim() === typed;
  const close = (): void => {
    setText('');
    onClose();
  };
  return (
    <Modal opened={opened} onClose={close} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready || busy) return;
          setText('');
          onConfirm();
        }}
      >
        <Stack gap="md">
          {typeof children === 'string' ? <Text>{children}</Text> : children}
          {typed === undefined ? null : (
            <TextInput
              data-autofocus
              label={t('common.typeToConfirm', { text: typed })}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              autoComplete="off"
            />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button
              type="submit"
              color={danger ? 'red' : undefined}
              disabled={!ready}
              loading={busy}
              data-autofocus={typed === undefined ? true : undefined}
            >
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
