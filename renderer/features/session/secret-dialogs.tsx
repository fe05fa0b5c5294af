import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type FormEvent, type ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
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
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isAgreed(next)) return;
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
    <Modal opened onClose={onClose} title={t('session.changePassword')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <PasswordInput
            label={t('session.oldPassword')}
            value={old}
            onChange={(event) => setOld(event.currentTarget.value)}
            autoComplete="current-password"
            data-autofocus
          />
          <NewPasswordFields label={t('session.newPassword')} value={next} onChange={setNext} />
          <ErrorNote error={change.error} />
          <Actions onClose={onClose} busy={change.isPending} ready={old !== '' && isAgreed(next)} />
        </Stack>
      </form>
    </Modal>
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
  const submit = (event: FormEvent): void => {
    event.preventDefault();
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
    <Modal opened onClose={onClose} title={me.hasPin ? t('session.changePin') : t('session.setPin')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
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
          <ErrorNote error={setPin.error} />
          <Actions onClose={onClose} busy={setPin.isPending} ready={password !== '' && pin.length >= 4} />
        </Stack>
      </form>
    </Modal>
  );
}

function Actions(props: {
  readonly onClose: () => void;
  readonly busy: boolean;
  readonly ready: boolean;
}): ReactNode {
  const { t } = useTexts();
  return (
    <Group justify="flex-end" gap="xs">
      <Button variant="default" onClick={props.onClose}>
        {t('common.cancel')}
      </Button>
      <Button type="submit" loading={props.busy} disabled={!props.ready}>
        {t('common.save')}
      </Button>
    </Group>
  );
}
