import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconPackageImport } from '@tabler/icons-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { CheckedInstaller } from '#shared/features/update/update.contract.ts';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { byteText } from '#renderer/components/byte-text.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useCheckInstaller, useChooseInstaller, useInstall, useProgramState } from './update.queries.ts';

/** 程序版本与升级: which version runs, and its update from a file that the store received. */
export function UpdateCard(): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const program = useProgramState();
  return (
    <Paper className="sheet">
      <Group gap="xs" mb="xs">
        <IconPackageImport size={20} stroke={1.6} aria-hidden />
        <Title order={2}>{t('update.title')}</Title>
      </Group>
      <ErrorNote error={program.error} onRetry={() => void program.refetch()} />
      <Text mb={4}>
        {program.data ? t('common.named', { name: t('update.version'), value: program.data.version }) : ''}
      </Text>
      <Text size="xs" c="dimmed" mb="sm">
        {t('update.sentence')}
      </Text>
      {may('setting.write') && program.data ? <FromFile starts={program.data.starts} /> : null}
    </Paper>
  );
}

function FromFile(props: { readonly starts: boolean }): ReactNode {
  const { starts } = props;
  const { t } = useTexts();
  const [path, setPath] = useState('');
  const choose = useChooseInstaller();
  const check = useCheckInstaller();
  const look = (wanted: string): void => {
    if (wanted.trim() !== '') check.mutate({ path: wanted });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    look(path);
  };
  return (
    <Stack gap="sm">
      <form onSubmit={submit}>
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            flex={1}
            label={t('update.file')}
            description={t('update.fileHint')}
            value={path}
            onChange={(event) => {
              setPath(event.currentTarget.value);
              check.reset();
            }}
          />
          {starts ? (
            <Button
              variant="default"
              loading={choose.isPending}
              onClick={() =>
                choose.mutate(
                  {},
                  {
                    onSuccess({ path: chosen }) {
                      if (chosen === null) return;
                      setPath(chosen);
                      look(chosen);
                    },
                  },
                )
              }
            >
              {t('update.choose')}
            </Button>
          ) : null}
          <Button type="submit" variant="default" disabled={path.trim() === ''} loading={check.isPending}>
            {t('update.check')}
          </Button>
        </Group>
      </form>
      <ErrorNote error={check.error} />
      {check.data ? <Checked installer={check.data} starts={starts} /> : null}
    </Stack>
  );
}

/** What was found, and what happens next. */
function Checked(props: { readonly installer: CheckedInstaller; readonly starts: boolean }): ReactNode {
  const { installer, starts } = props;
  const { version, bytes, path, sha256 } = installer;
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);
  const install = useInstall();
  return (
    <Stack gap="xs">
      <Text size="xs" role="status">
        {install.data ? t('update.installing') : t('update.checked', { version, size: byteText(bytes) })}
      </Text>
      {starts ? (
        <Button w="fit-content" disabled={install.data !== undefined} onClick={() => setAsking(true)}>
          {t('update.install')}
        </Button>
      ) : (
        <Text size="xs">{t('update.byHand')}</Text>
      )}
      <ConfirmDialog
        opened={asking}
        title={t('update.installTitle', { version })}
        confirm={t('update.install')}
        busy={install.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => install.mutate({ path, sha256 }, { onSuccess: () => setAsking(false) })}
      >
        <Text>{t('update.installSentence')}</Text>
        <ErrorNote error={install.error} />
      </ConfirmDialog>
    </Stack>
  );
}
