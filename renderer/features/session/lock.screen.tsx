import { Anchor, Avatar, Button, Divider, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { IconLock, IconUser, IconUserPlus } from '@tabler/icons-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { Me } from '#shared/features/session/session.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { errorData } from '#renderer/transport/client.ts';
import { EntryFrame } from './entry-frame.tsx';
import { useKeptSessions, useSessionActions, useUnlock } from './session.queries.ts';

/** 已锁定: the person's PIN or password opens the window again; others may take their turn. */
export function LockScreen(props: { readonly me: Me; readonly storeName: string }): ReactNode {
  const { me, storeName } = props;
  const { t } = useTexts();
  const unlock = useUnlock();
  const actions = useSessionActions();
  const kept = useKeptSessions().filter(({ personId }) => personId !== me.personId);
  const [byPin, setByPin] = useState(me.hasPin);
  const [secret, setSecret] = useState('');

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    unlock.mutate(byPin ? { pin: secret } : { password: secret }, {
      onSuccess: () => void actions.reopen(),
      onError: (error) => {
        setSecret('');
        const data = errorData(error);
        if (data.code === 'rule-violated' && data.reason === 'pin-needs-password-today') setByPin(false);
      },
    });
  };
  const present = { personId: me.personId, name: me.name };

  return (
    <EntryFrame title={t('session.locked')} subtitle={storeName}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Group gap="sm">
            <Avatar color="desk" radius="xl" aria-hidden>
              {me.name.slice(0, 1)}
            </Avatar>
            <Text fw={600}>{me.name}</Text>
          </Group>
          <PasswordInput
            key={String(byPin)}
            label={byPin ? t('session.pin') : t('session.password')}
            value={secret}
            onChange={(event) => setSecret(event.currentTarget.value)}
            inputMode={byPin ? 'numeric' : undefined}
            maxLength={byPin ? 8 : 200}
            autoComplete={byPin ? 'off' : 'current-password'}
            autoFocus
            required
            withAsterisk={false}
          />
          <ErrorNote error={unlock.error} />
          <Button
            type="submit"
            fullWidth
            loading={unlock.isPending}
            leftSection={<IconLock size={16} />}
            disabled={secret === ''}
          >
            {t('session.unlock')}
          </Button>
        </Stack>
      </form>
      {me.hasPin ? (
        <Anchor component="button" type="button" size="xs" ta="left" onClick={() => setByPin(!byPin)}>
          {byPin ? t('session.usePassword') : t('session.usePin')}
        </Anchor>
      ) : null}
      <Divider label={t('session.switchPerson')} />
      <Group gap="xs">
        {kept.map(({ personId, name }) => (
          <Button
            key={personId}
            variant="default"
            leftSection={<IconUser size={16} />}
            onClick={() => void actions.turnTo(present, personId)}
          >
            {name}
          </Button>
        ))}
        <Button
          variant="default"
          leftSection={<IconUserPlus size={16} />}
          onClick={() => void actions.turnTo(present)}
        >
          {t('session.otherPerson')}
        </Button>
        <Button variant="subtle" onClick={() => void actions.signOut()}>
          {t('session.signOut')}
        </Button>
      </Group>
    </EntryFrame>
  );
}
