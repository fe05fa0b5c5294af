import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** A step that is kept with its reason. */
export function ReasonDialog(props: {
  readonly title: string;
  readonly sentence?: string | undefined;
  readonly label: string;
  readonly maxLength: number;
  readonly confirm: string;
  readonly color?: string;
  readonly busy: boolean;
  readonly error: unknown;
  /** Whether what else stands in the dialog is complete. */
  readonly ready?: boolean;
  readonly children?: ReactNode;
  readonly onClose: () => void;
  readonly onConfirm: (reason: string) => void;
}): ReactNode {
  const { title, sentence, label, maxLength, confirm, color, busy, error, ready = true, children } = props;
  const { onClose, onConfirm } = props;
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const isReady = ready && reason.trim().length >= 2;
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !busy) onConfirm(reason.trim());
        }}
      >
        <Stack gap="sm">
          {sentence === undefined ? null : <Text size="sm">{sentence}</Text>}
          {children}
          <Textarea
            // What stands before it is either complete already or asks first.
            data-autofocus={ready || children === undefined || undefined}
            label={label}
            value={reason}
            maxLength={maxLength}
            autosize
            minRows={2}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <ErrorNote error={error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button
              type="submit"
              {...(color === undefined ? {} : { color })}
              disabled={!isReady}
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
