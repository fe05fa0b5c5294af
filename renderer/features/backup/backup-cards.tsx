import { Anchor, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconFolder, IconUsb } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { BackupState } from '#shared/features/backup/backup.contract.ts';
import { byteText } from '#renderer/components/byte-text.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useRunBackup } from './backup.queries.ts';

/** 我的数据在哪里: every folder by name. */
export function WhereCard(props: { readonly state: BackupState }): ReactNode {
  const { state } = props;
  const { t, instant } = useTexts();
  const { may } = useSession();
  const last = state.backups[0];
  const path = (name: string, value: ReactNode): ReactNode => (
    <div>
      <Text component="dt" size="xs" c="dimmed">
        {name}
      </Text>
      <Text component="dd" m={0} style={{ overflowWrap: 'anywhere' }}>
        {value}
      </Text>
    </div>
  );
  return (
    <Paper className="sheet">
      <Group gap="xs" mb="xs">
        <IconFolder size={20} stroke={1.6} aria-hidden />
        <Title order={2}>{t('backup.where')}</Title>
      </Group>
      <Text size="xs" c="dimmed" mb="sm">
        {t('backup.whereSentence')}
      </Text>
      <Stack component="dl" gap={6} m={0}>
        {path(t('backup.dataFolder'), state.dataFolder)}
        {path(t('backup.ownFolder'), state.folder)}
        {path(
          t('backup.secondFolder'),
          <>
            {state.secondFolder === '' ? t('backup.secondNone') : state.secondFolder}{' '}
            {may('setting.write') ? (
              <Anchor underline="always" renderRoot={(props) => <Link to="/setting" {...props} />}>
                {t('backup.setSecond')}
              </Anchor>
            ) : null}
          </>,
        )}
        {path(t('backup.size'), byteText(state.databaseBytes))}
        {path(
          t('backup.attachments'),
          t('backup.attachmentTotals', {
            files: state.attachments.files.toLocaleString('en'),
            size: byteText(state.attachments.bytes),
          }),
        )}
        {path(
          t('backup.last'),
          last
            ? `${instant(last.createdAt)} · ${state.changedSince ? t('backup.changedSince') : t('backup.unchanged')}`
            : t('common.none'),
        )}
      </Stack>
    </Paper>
  );
}

/** 复制到 U 盘: a whole backup into a folder of one's choice. */
export function CopyCard(): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const run = useRunBackup();
  const [toFolder, setToFolder] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (toFolder.trim() !== '') run.mutate({ toFolder });
  };
  return (
    <Paper className="sheet">
      <Group gap="xs" mb="xs">
        <IconUsb size={20} stroke={1.6} aria-hidden />
        <Title order={2}>{t('backup.toFolder')}</Title>
      </Group>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={t('backup.folder')}
            description={t('backup.toFolderHint')}
            value={toFolder}
            disabled={!may('backup.run')}
            onChange={(event) => setToFolder(event.currentTarget.value)}
          />
          <ErrorNote error={run.error} />
          <Text size="xs" role="status">
            {run.data ? t('backup.copied', { path: run.data.path }) : ''}
          </Text>
          <Button type="submit" w="fit-content" disabled={toFolder.trim() === ''} loading={run.isPending}>
            {t('backup.copyNow')}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}
