import { Button, Group, Modal, Stack, type MantineSize } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { toUnread } from '#renderer/components/fields/unread.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** A dialog that asks for something and does one thing with it: fields, refusal, cancel and the one button, Enter included. */
export function FormDialog(props: {
  readonly title: ReactNode;
  readonly size?: MantineSize;
  /** The button's words. */
  readonly confirm: string;
  readonly color?: string | undefined;
  /** Of the button that leaves; 取消 where it is absent. */
  readonly leave?: string;
  readonly buttonSize?: MantineSize;
  /** false where a slip of the pen beside it must not lose what was drawn. */
  readonly closeOnClickOutside?: boolean;
  readonly busy: boolean;
  /** Whether what is asked for is complete. */
  readonly ready?: boolean;
  readonly error: unknown;
  readonly children: ReactNode;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
}): ReactNode {
  const { title, size, confirm, color, leave, buttonSize = 'xs', closeOnClickOutside = true } = props;
  const { busy, ready = true, error, children, onClose, onSubmit } = props;
  const { t } = useTexts();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      {...(size === undefined ? {} : { size })}
      closeOnClickOutside={closeOnClickOutside}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !busy && !toUnread(event.currentTarget)) onSubmit();
        }}
      >
        <Stack gap="sm">
          {children}
          <ErrorNote error={error} />
          <Group justify="flex-end" gap="xs">
            <Button size={buttonSize} variant="default" onClick={onClose}>
              {leave ?? t('common.cancel')}
            </Button>
            <Button
              size={buttonSize}
              type="submit"
              // Where no field asks for the keyboard it begins here and not at the cross; never where something is destroyed.
              {...(ready && color === undefined ? { 'data-autofocus': true } : {})}
              {...(color === undefined ? {} : { color })}
              disabled={!ready}
              loading={busy}
            >
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
