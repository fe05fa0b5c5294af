import { Badge, Button, Group, Loader, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconRestore, IconSearch, IconShieldCheck } from '@tabler/icons-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { RescueBackup, RescueState } from '#shared/features/rescue/rescue.contract.ts';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { byteText } from '#renderer/components/byte-text.ts';
import { useProblem } from '#renderer/hooks/use-problem.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useRescueRestore } from './rescue.queries.ts';

/** The backups with what reading them back said, newest first; one of them takes the store's place. */
export function BackupChoice(props: {
  readonly state: RescueState;
  readonly looking: boolean;
  readonly onFolder: (folder: string) => void;
}): ReactNode {
  const { state, looking, onFolder } = props;
  const { t } = useTexts();
  const [chosen, setChosen] = useState<RescueBackup | null>(null);
  const first = state.backups.find(({ check }) => check === 'sound');
  return (
    <Stack gap="xs" component="section">
      <Title order={2} size="h4">
        {t('rescue.backups')}
      </Title>
      {state.backups.length === 0 ? (
        <Text>{t('rescue.noBackups')}</Text>
      ) : (
        <>
          <Text c="dimmed">{t('rescue.backupsSentence')}</Text>
          <Table.ScrollContainer minWidth={640} maxHeight={230}>
            <Table verticalSpacing={5} stickyHeader>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('rescue.createdAt')}</Table.Th>
                  <Table.Th>{t('rescue.reason')}</Table.Th>
                  <Table.Th>{t('rescue.place')}</Table.Th>
                  <Table.Th ta="right">{t('rescue.bytes')}</Table.Th>
                  <Table.Th>{t('rescue.check')}</Table.Th>
                  <Table.Th>
                    <span className="only-read-aloud">{t('rescue.restore')}</span>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {state.backups.map((backup) => (
                  <Line
                    key={backup.path}
                    backup={backup}
                    advised={backup === first}
                    onRestore={() => setChosen(backup)}
                  />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </>
      )}
      <OtherFolder state={state} looking={looking} onFolder={onFolder} />
      {chosen ? <RestoreDialog backup={chosen} onClose={() => setChosen(null)} /> : null}
    </Stack>
  );
}

function Line(props: {
  readonly backup: RescueBackup;
  readonly advised: boolean;
  readonly onRestore: () => void;
}): ReactNode {
  const { backup, advised, onRestore } = props;
  const { t, instant } = useTexts();
  const problem = useProblem();
  const at = instant(backup.createdAt);
  const isBad = backup.check !== null && backup.check !== 'sound';
  return (
    <Table.Tr>
      <Table.Td className="figures">{at}</Table.Td>
      <Table.Td>{t(`backup.reasons.${backup.reason}`)}</Table.Td>
      <Table.Td>{t(`rescue.places.${backup.place}`)}</Table.Td>
      <Table.Td ta="right" className="figures">
        {byteText(backup.bytes)}
      </Table.Td>
      <Table.Td>
        {backup.check === 'sound' ? (
          <Badge color="green" leftSection={<IconShieldCheck size={12} aria-hidden />}>
            {t('rescue.sound')}
          </Badge>
        ) : backup.check === null ? (
          <Text size="xs" c="dimmed">
            {t('rescue.unchecked')}
          </Text>
        ) : (
          <Group gap={4} wrap="nowrap" align="flex-start">
            <IconAlertTriangle size={14} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
            <Text size="xs">{problem(backup.check)}</Text>
          </Group>
        )}
      </Table.Td>
      <Table.Td ta="right">
        <Button
          variant={advised ? 'filled' : 'default'}
          aria-label={`${t('rescue.restore')} ${at}`}
          leftSection={<IconRestore size={16} />}
          disabled={isBad}
          onClick={onRestore}
        >
          {t('rescue.restore')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}

/** Backups on a USB stick: the computer's own disk may be what is broken. */
function OtherFolder(props: {
  readonly state: RescueState;
  readonly looking: boolean;
  readonly onFolder: (folder: string) => void;
}): ReactNode {
  const { state, looking, onFolder } = props;
  const { t } = useTexts();
  const [text, setText] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onFolder(text.trim());
  };
  const none = state.otherFolderFound === true && state.backups.every(({ place }) => place !== 'other');
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="flex-end">
        <TextInput
          label={t('rescue.otherFolder')}
          placeholder={t('rescue.otherFolderHint')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          style={{ flex: 1 }}
          maw={520}
        />
        <Button
          type="submit"
          variant="default"
          leftSection={looking ? <Loader size={14} aria-hidden /> : <IconSearch size={16} />}
          disabled={text.trim() === ''}
        >
          {t('rescue.look')}
        </Button>
      </Group>
      <Text size="xs" mt={4} role="status">
        {looking || state.otherFolderFound === null
          ? ''
          : state.otherFolderFound
            ? none
              ? t('rescue.otherFolderEmpty')
              : ''
            : t('rescue.otherFolderGone')}
      </Text>
    </form>
  );
}

function RestoreDialog(props: { readonly backup: RescueBackup; readonly onClose: () => void }): ReactNode {
  const { backup, onClose } = props;
  const { t, instant } = useTexts();
  const restore = useRescueRestore(({ asideFolder }) =>
    notifications.show({
      message: t('rescue.restored', { folder: asideFolder }),
      color: 'green',
      autoClose: false,
    }),
  );
  return (
    <ConfirmDialog
      opened
      title={t('rescue.restoreTitle')}
      confirm={t('rescue.restore')}
      busy={restore.isPending}
      onClose={() => (restore.isPending ? undefined : onClose())}
      onConfirm={() => restore.mutate({ path: backup.path })}
    >
      <Stack gap="xs">
        <Text>{t('rescue.restoreSentence', { at: instant(backup.createdAt) })}</Text>
        <Text size="xs" role="status">
          {restore.isPending ? t('rescue.working') : ''}
        </Text>
        <ErrorNote error={restore.error} />
      </Stack>
    </ConfirmDialog>
  );
}
