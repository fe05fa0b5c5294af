import { Badge, Button, Group, Paper, Popover, Stack, Text, Title } from '@mantine/core';
import { IconFileImport, IconFolderSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { WaitingFile } from '#shared/features/import/import.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useProblem } from '#renderer/hooks/use-problem.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { addWaiting } from './import-flow.ts';
import { useImportSession } from './import-session.ts';
import { useWaiting } from './import.queries.ts';
import classes from './import.module.css';

/** 监视文件夹: where it is, what waits there and why; before any file is in hand. */
export function WatchCard(): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const { data, error, refetch } = useWaiting();
  if (!data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  const { folder, files } = data;
  return (
    <Paper className="sheet" component="section" aria-label={t('import.watch.title')}>
      <Group justify="space-between" gap="sm" wrap="nowrap" align="flex-start">
        <Group gap="xs" wrap="nowrap" miw={0}>
          <IconFolderSearch size={20} stroke={1.6} aria-hidden className={classes['watchIcon']} />
          <Title order={2} className={classes['nowrap']}>
            {t('import.watch.title')}
          </Title>
          {folder === '' ? null : (
            <Text size="xs" c="dimmed" className={classes['watchPath']}>
              {folder}
            </Text>
          )}
        </Group>
        {files.length > 0 ? (
          <Badge color="yellow" miw="fit-content">
            {t('import.watch.waiting', { count: files.length })}
          </Badge>
        ) : null}
        {folder === '' && may('setting.write') ? (
          <Button component="a" variant="default" miw="fit-content" {...link('/setting')}>
            {t('import.watch.set')}
          </Button>
        ) : null}
      </Group>
      {files.length === 0 ? (
        <Text size="xs" c="dimmed" mt={6}>
          {t(folder === '' ? 'import.watch.none' : 'import.watch.empty')}
        </Text>
      ) : (
        <WaitingList files={files} />
      )}
    </Paper>
  );
}

/** The same while files are in hand: a button that opens the list; nothing while nothing waits. */
export function WatchButton(): ReactNode {
  const { t } = useTexts();
  const { data } = useWaiting();
  const [opened, setOpened] = useState(false);
  const files = data?.files ?? [];
  if (files.length === 0) return null;
  return (
    <Popover opened={opened} onChange={setOpened} width={480} position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconFolderSearch size={16} />}
          onClick={() => setOpened(!opened)}
        >
          {t('import.watch.title')} · {t('import.watch.waiting', { count: files.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('import.watch.title')}>
        <WaitingList files={files} onTaken={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function WaitingList(props: {
  readonly files: readonly WaitingFile[];
  readonly onTaken?: () => void;
}): ReactNode {
  const { t } = useTexts();
  const problem = useProblem();
  const inHand = useImportSession().files;
  const take = (fileName: string): void => {
    void addWaiting(fileName);
    props.onTaken?.();
  };
  return (
    <ul className={classes['waiting']}>
      {props.files.map(({ fileName, reason }) => {
        const taken = inHand.some((file) => file.fileName === fileName && file.stage !== 'unreadable');
        return (
          <li key={fileName}>
            <Stack gap={0} miw={0}>
              <Text size="sm" fw={500} truncate title={fileName}>
                {fileName}
              </Text>
              <Text size="xs" c="dimmed">
                {problem(reason)}
              </Text>
            </Stack>
            {taken ? (
              <Text size="xs" c="dimmed" className={classes['nowrap']}>
                {t('import.watch.taken')}
              </Text>
            ) : (
              <Button
                variant="light"
                miw="fit-content"
                leftSection={<IconFileImport size={16} />}
                aria-label={t('import.watch.takeNamed', { name: fileName })}
                onClick={() => take(fileName)}
              >
                {t('import.watch.take')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
