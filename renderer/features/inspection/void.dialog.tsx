import { Text, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { isGiven, noSecret, SecretFields, secretOf } from '#renderer/features/signature/secret-fields.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useVoid } from './inspection.queries.ts';

/** 作废: a manager says why, and signs. */
export function VoidDialog(props: {
  readonly id: number;
  readonly number: string;
  readonly onClose: () => void;
}): ReactNode {
  const { id, number, onClose } = props;
  const { t } = useTexts();
  const [secret, setSecret] = useState(noSecret);
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useVoid();
  return (
    <FormDialog
      title={t('inspection.sheet.voidTitle', { number })}
      confirm={t('inspection.sheet.voidIt')}
      ready={isGiven(secret) && reason.trim().length >= 2}
      busy={isPending}
      error={error}
      onSubmit={() => mutate({ id, reason, secret: secretOf(secret) }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Text size="sm">{t('inspection.sheet.voidSentence')}</Text>
      <Textarea
        data-autofocus
        label={t('inspection.sheet.voidReason')}
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
