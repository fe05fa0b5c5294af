import { Button, Group, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { IconTestPipe } from '@tabler/icons-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useStartSample } from './sample.queries.ts';

/** Makes the sample store from the settings; its owner has this person's name. */
export function SampleCard(): ReactNode {
  const { t } = useTexts();
  const { me } = useSession();
  const start = useStartSample();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (password.length >= 8) start.mutate({ ownerName: me.name, password });
  };
  return (
    <Paper className="sheet">
      <Group gap="xs" mb="xs">
        <IconTestPipe size={20} stroke={1.6} aria-hidden />
        <Title order={2}>{t('sample.name')}</Title>
      </Group>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="xs" c="dimmed">
            {t('sample.explain')}
          </Text>
          <PasswordInput
            label={t('sample.password')}
            description={`${t('sample.owner')}: ${me.name} · ${t('session.passwordHint')}`}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="new-password"
          />
          <ErrorNote error={start.error} />
          <Button
            type="submit"
            variant="default"
            w="fit-content"
            disabled={password.length < 8}
            loading={start.isPending}
          >
            {t('sample.create')}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}
