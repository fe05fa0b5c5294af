import { Alert, Badge, Button, Group, Paper, SimpleGrid, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconDatabaseExport, IconRestore, IconShieldCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { BackupLine, BackupState } from '#shared/features/backup/backup.contract.ts';
import { byteText } from '#renderer/components/byte-text.ts';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { UpdateCard } from '#renderer/features/update/update-card.tsx';
import { useProblem } from '#renderer/hooks/use-problem.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useBackupState, useCheckBackup, useRestoreBackup, useRunBackup } from './backup.queries.ts';
import { CopyCard, WhereCard } from './backup-cards.tsx';
import { rowTotal } from './backup-figures.ts';
import { VerifyStore } from './verify-store.tsx';

/** 备份与数据: where the data is, backups, check, restore, copy to a USB stick. */
export function BackupScreen(): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const state = useBackupState();
  const run = useRunBackup();
  const [restored, setRestored] = useState<BackupLine | null>(null);
  const back = (): void =>
    run.mutate(
      { toFolder: '' },
      { onSuccess: () => notifications.show({ message: t('backup.done'), color: 'green' }) },
    );
  return (
    <PageFrame
      title={t('page.backup')}
      actions={
        may('backup.run') ? (
          <Button leftSection={<IconDatabaseExport size={16} />} loading={run.isPending} onClick={back}>
            {t('backup.now')}
          </Button>
        ) : null
      }
    >
      <ErrorNote error={state.error} onRetry={() => void state.refetch()} />
      <ErrorNote error={run.error} />
      {state.data ? (
        <>
          <Failure state={state.data} />
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
            <WhereCard state={state.data} />
            <CopyCard />
          </SimpleGrid>
          <UpdateCard />
          <VerifyStore />
          <BackupTable lines={state.data.backups} onRestore={setRestored} />
        </>
      ) : null}
      {restored ? <RestoreDialog line={restored} onClose={() => setRestored(null)} /> : null}
    </PageFrame>
  );
}

function Failure(props: { readonly state: BackupState }): ReactNode {
  const { t, instant } = useTexts();
  const problem = useProblem();
  const { lastError } = props.state;
  if (!lastError) return null;
  return (
    <Alert color="red" p="sm" role="alert" icon={<IconAlertTriangle size={18} />}>
      {lastError.reason === 'attachments-lost'
        ? t('backup.incomplete', { at: instant(lastError.at) })
        : t('backup.failure', {
            at: instant(lastError.at),
            place: t(`backup.places.${lastError.place}`),
          })}{' '}
      {problem(lastError.reason)}
    </Alert>
  );
}

function BackupTable(props: {
  readonly lines: readonly BackupLine[];
  readonly onRestore: (line: BackupLine) => void;
}): ReactNode {
  const { lines, onRestore } = props;
  const { t } = useTexts();
  if (lines.length === 0) {
    return (
      <Paper className="sheet">
        <EmptyState icon={IconDatabaseExport} sentence={t('backup.none')} />
      </Paper>
    );
  }
  return (
    <Paper className="sheet" p={0}>
      <Table.ScrollContainer minWidth={760}>
        <Table highlightOnHover verticalSpacing={5}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('backup.createdAt')}</Table.Th>
              <Table.Th>{t('backup.reason')}</Table.Th>
              <Table.Th>{t('backup.place')}</Table.Th>
              <Table.Th ta="right">{t('backup.rows')}</Table.Th>
              <Table.Th ta="right">{t('backup.attachments')}</Table.Th>
              <Table.Th ta="right">{t('backup.bytes')}</Table.Th>
              <Table.Th>
                <span className="only-read-aloud">{t('backup.check')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => (
              <Line key={line.path} line={line} onRestore={() => onRestore(line)} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function Line(props: { readonly line: BackupLine; readonly onRestore: () => void }): ReactNode {
  const { line, onRestore } = props;
  const { t, instant } = useTexts();
  const problem = useProblem();
  const { may } = useSession();
  const check = useCheckBackup();
  const at = instant(line.createdAt);
  const found = check.data;
  const lost = found ? found.attachments.missing.length + found.attachments.changed.length : 0;
  return (
    <Table.Tr>
      <Table.Td className="figures">{at}</Table.Td>
      <Table.Td>{t(`backup.reasons.${line.reason}`)}</Table.Td>
      <Table.Td>
        {t(`backup.places.${line.place}`)}{' '}
        {line.missing ? (
          <Badge color="red" leftSection={<IconAlertTriangle size={12} aria-hidden />}>
            {t('backup.missing')}
          </Badge>
        ) : null}
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {rowTotal(line).toLocaleString('en')}
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {line.attachments.files.toLocaleString('en')}
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {byteText(line.bytes)}
      </Table.Td>
      <Table.Td>
        <Group gap="xs" justify="flex-end">
          <Text size="xs" role="status" c={found && (found.problem !== null || lost > 0) ? 'red' : undefined}>
            {found
              ? found.problem
                ? problem(found.problem)
                : lost > 0
                  ? t('backup.checkLost', { count: lost })
                  : t('backup.checkOk', { rows: rowTotal(line) })
              : ''}
          </Text>
          <Button
            variant="default"
            aria-label={`${t('backup.check')} ${at}`}
            leftSection={<IconShieldCheck size={16} />}
            loading={check.isPending}
            onClick={() => check.mutate({ path: line.path })}
          >
            {t('backup.check')}
          </Button>
          {may('backup.restore') ? (
            <Button
              variant="default"
              aria-label={`${t('backup.restore')} ${at}`}
              leftSection={<IconRestore size={16} />}
              disabled={line.missing}
              onClick={onRestore}
            >
              {t('backup.restore')}
            </Button>
          ) : null}
        </Group>
        <ErrorNote error={check.error} />
      </Table.Td>
    </Table.Tr>
  );
}

/** Asks for the store's name: everything that was written since is put aside. */
function RestoreDialog(props: { readonly line: BackupLine; readonly onClose: () => void }): ReactNode {
  const { line, onClose } = props;
  const { t, instant } = useTexts();
  const { state } = useSession();
  const restore = useRestoreBackup();
  return (
    <ConfirmDialog
      opened
      danger
      title={t('backup.restoreTitle')}
      confirm={t('backup.restore')}
      typed={state.storeName ?? ''}
      busy={restore.isPending}
      onClose={onClose}
      onConfirm={() =>
        restore.mutate(
          { path: line.path },
          {
            onSuccess: ({ undoPath, lostAttachments }) => {
              notifications.show({
                message: t('backup.restored', { path: undoPath }),
                color: 'green',
                autoClose: false,
              });
              if (lostAttachments > 0)
                notifications.show({
                  message: t('backup.restoredLost', { count: lostAttachments }),
                  color: 'red',
                  autoClose: false,
                });
              onClose();
            },
          },
        )
      }
    >
      <Text>{t('backup.restoreSentence', { at: instant(line.createdAt) })}</Text>
      <ErrorNote error={restore.error} />
    </ConfirmDialog>
  );
}
