import { PasswordInput, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { emptyPassword, isAgreed, NewPasswordFields } from './new-password.tsx';
import { useChangePassword, useSetPin } from './session.queries.ts';

/** 修改密码. */
export function PasswordDialog(props: { readonly onClose: () => void }): ReactNode {
  const { onClose } = props;
  const { t } = useTexts();
  const change = useChangePassword();
  const [old, setOld] = useState('');
  const [next, setNext] = useState(emptyPassword);
  const submit = (): void => {
    change.mutate(
      { old, password: next.password },
      {
        onSuccess: () => {
          notifications.show({ message: t('session.passwordChanged'), color: 'green' });
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={t('session.changePassword')}
      confirm={t('common.save')}
      busy={change.isPending}
      ready={old !== '' && isAgreed(next)}
      error={change.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <PasswordInput
        label={t('session.oldPassword')}
        value={old}
        onChange={(event) => setOld(event.currentTarget.value)}
        autoComplete="current-password"
        data-autofocus
      />
      <NewPasswordFields label={t('session.newPassword')} value={next} onChange={setNext} />
    </FormDialog>
  );
}

/** 设置 PIN: the password proves who asks. */
export function PinDialog(props: { readonly onClose: () => void }): ReactNode {
  const { onClose } = props;
  const { t } = useTexts();
  const { me, refresh } = useSession();
  const setPin = useSetPin();
  const [password, setPassword] = useState('');
  const [pin, setNewPin] = useState('');
  const submit = (): void => {
    setPin.mutate(
      { password, pin },
      {
        onSuccess: () => {
          notifications.show({ message: t('session.pinSet'), color: 'green' });
          refresh();
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={me.hasPin ? t('session.changePin') : t('session.setPin')}
      confirm={t('common.save')}
      busy={setPin.isPending}
      ready={password !== '' && pin.length >= 4}
      error={setPin.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <Text size="xs" c="dimmed">
        {t('session.pinExplained')}
      </Text>
      <PasswordInput
        label={t('session.password')}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        autoComplete="current-password"
        data-autofocus
      />
      <PasswordInput
        label={t('session.newPin')}
        value={pin}
        onChange={(event) => setNewPin(event.currentTarget.value.normalize('NFKC').replace(/\D/gu, ''))}
        inputMode="numeric"
        maxLength={8}
        autoComplete="off"
      />
    </FormDialog>
  );
}
