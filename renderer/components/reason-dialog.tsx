import { Text, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { FormDialog } from '#renderer/components/form-dialog.tsx';

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
  const [reason, setReason] = useState('');
  const isReady = ready && reason.trim().length >= 2;
  return (
    <FormDialog
      title={title}
      confirm={confirm}
      color={color}
      busy={busy}
      ready={isReady}
      error={error}
      onClose={onClose}
      onSubmit={() => onConfirm(reason.trim())}
    >
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
    </FormDialog>
  );
}
