import { Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { isGiven, noSecret, SecretFields, secretOf } from '#renderer/features/signature/secret-fields.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useSignInHere } from './meeting.queries.ts';

/** 本人签到 on the recorder's screen: the person types the own password or PIN. */
export function SignInDialog(props: {
  readonly meetingId: number;
  readonly personId: number;
  readonly name: string;
  readonly onClose: (signed: boolean) => void;
}): ReactNode {
  const { meetingId, personId, name, onClose } = props;
  const { t } = useTexts();
  const [secret, setSecret] = useState(noSecret);
  const signIn = useSignInHere();
  return (
    <FormDialog
      title={t('meetingPage.attendance.signInOf', { name })}
      confirm={t('meetingPage.attendance.signIn')}
      ready={isGiven(secret)}
      busy={signIn.isPending}
      error={signIn.error}
      onClose={() => onClose(false)}
      onSubmit={() =>
        signIn.mutate(
          { id: meetingId, personId, secret: secretOf(secret) },
          { onSuccess: () => onClose(true) },
        )
      }
    >
      <Text size="sm">{t('meetingPage.attendance.signInExplained', { name })}</Text>
      <SecretFields secret={secret} onChange={setSecret} autoFocus ofOther />
    </FormDialog>
  );
}
