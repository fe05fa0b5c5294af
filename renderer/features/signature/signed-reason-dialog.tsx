import { Text, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { isGiven, noSecret, SecretFields, secretOf } from './secret-fields.tsx';

/** A step that is signed and kept with its reason. */
export function SignedReasonDialog(props: {
  readonly title: string;
  readonly sentence?: string;
  readonly label: string;
  readonly confirm: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onClose: () => void;
  readonly onConfirm: (given: {
    readonly reason: string;
    readonly secret: ReturnType<typeof secretOf>;
  }) => void;
}): ReactNode {
  const { title, sentence, label, confirm, busy, error, onClose, onConfirm } = props;
  const [reason, setReason] = useState('');
  const [secret, setSecret] = useState(noSecret);
  return (
    <FormDialog
      title={title}
      confirm={confirm}
      busy={busy}
      ready={reason.trim().length >= 2 && isGiven(secret)}
      error={error}
      onClose={onClose}
      onSubmit={() => onConfirm({ reason: reason.trim(), secret: secretOf(secret) })}
    >
      {sentence === undefined ? null : <Text size="sm">{sentence}</Text>}
      <Textarea
        data-autofocus
        label={label}
        value={reason}
        maxLength={500}
        autosize
        minRows={2}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <SecretFields secret={secret} onChange={setSecret} />
    </FormDialog>
  );
}
