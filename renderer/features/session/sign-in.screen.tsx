import { Anchor, Button, Divider, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowLeft, IconUser } from '@tabler/icons-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { EntryFrame } from './entry-frame.tsx';
import { emptyPassword, isAgreed, NewPasswordFields } from './new-password.tsx';
import { RecoveryCode } from './recovery-code.tsx';
import { useKeptSessions, useRecover, useSessionActions, useSignIn } from './session.queries.ts';

/** 登录: by name and password; no list of users. */
export function SignInScreen(props: { readonly storeName: string }): ReactNode {
  const { storeName } = props;
  const [recovering, setRecovering] = useState(false);
  return recovering ? (
    <RecoverForm storeName={storeName} onBack={() => setRecovering(false)} />
  ) : (
    <SignInForm storeName={storeName} onForgotten={() => setRecovering(true)} />
  );
}

function SignInForm(props: { readonly storeName: string; readonly onForgotten: () => void }): ReactNode {
  const { storeName, onForgotten } = props;
  const { t } = useTexts();
  const signIn = useSignIn();
  const actions = useSessionActions();
  const kept = useKeptSessions();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    signIn.mutate(
      { login, password },
      { onSuccess: (signed) => void actions.enter(signed), onError: () => setPassword('') },
    );
  };

  return (
    <EntryFrame title={t('session.signIn')} subtitle={storeName}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={t('session.login')}
            value={login}
            onChange={(event) => setLogin(event.currentTarget.value)}
            autoComplete="username"
            autoFocus
            required
            withAsterisk={false}
          />
          <PasswordInput
            label={t('session.password')}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="current-password"
            required
            withAsterisk={false}
          />
          <ErrorNote error={signIn.error} />
          <Button type="submit" fullWidth loading={signIn.isPending} mt={4}>
            {t('session.signIn')}
          </Button>
        </Stack>
      </form>
      {asked ? (
        <Stack gap={4}>
          <Text size="xs" c="dimmed">
            {t('session.forgottenHint')}
          </Text>
          <Anchor component="button" type="button" size="xs" onClick={onForgotten} ta="left">
            {t('session.recover')}
          </Anchor>
        </Stack>
      ) : (
        <Anchor component="button" type="button" size="xs" ta="left" onClick={() => setAsked(true)}>
          {t('session.forgotten')}
        </Anchor>
      )}
      {kept.length > 0 ? (
        <Stack gap="xs">
          <Divider label={t('session.keptPeople')} />
          <Group gap="xs">
            {kept.map(({ personId, name }) => (
              <Button
                key={personId}
                variant="default"
                leftSection={<IconUser size={16} />}
                onClick={() => void actions.turnTo(null, personId)}
              >
                {t('session.backTo', { name })}
              </Button>
            ))}
          </Group>
        </Stack>
      ) : null}
    </EntryFrame>
  );
}

function RecoverForm(props: { readonly storeName: string; readonly onBack: () => void }): ReactNode {
  const { storeName, onBack } = props;
  const { t } = useTexts();
  const recover = useRecover();
  const actions = useSessionActions();
  const [login, setLogin] = useState('');
  const [recoveryCode, setRecoveryCode] = useState('');
  const [next, setNext] = useState(emptyPassword);

  if (recover.data) {
    const signed = recover.data;
    return (
      <EntryFrame title={t('session.setUp.recoveryTitle')} width={520}>
        <RecoveryCode
          storeName={storeName}
          code={signed.recoveryCode}
          onDone={() => void actions.enter(signed)}
        />
      </EntryFrame>
    );
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isAgreed(next)) recover.mutate({ login, recoveryCode, password: next.password });
  };
  return (
    <EntryFrame title={t('session.recoverTitle')} subtitle={storeName}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={t('session.login')}
            value={login}
            onChange={(event) => setLogin(event.currentTarget.value)}
            autoComplete="username"
            autoFocus
            required
            withAsterisk={false}
          />
          <TextInput
            label={t('session.recoveryCode')}
            value={recoveryCode}
            onChange={(event) => setRecoveryCode(event.currentTarget.value)}
            autoComplete="off"
            classNames={{ input: 'code' }}
            required
            withAsterisk={false}
          />
          <NewPasswordFields label={t('session.newPassword')} value={next} onChange={setNext} />
          <ErrorNote error={recover.error} />
          <Group justify="space-between">
            <Button variant="subtle" leftSection={<IconArrowLeft size={16} />} onClick={onBack}>
              {t('common.back')}
            </Button>
            <Button type="submit" loading={recover.isPending} disabled={!isAgreed(next)}>
              {t('session.signIn')}
            </Button>
          </Group>
        </Stack>
      </form>
    </EntryFrame>
  );
}
