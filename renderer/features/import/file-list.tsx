import { ActionIcon, Badge, Button, Group, ScrollArea, Stack, Text, Tooltip } from '@mantine/core';
import { IconBookmark, IconPlayerPlay, IconPlus, IconTrash, IconX } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { numberShown } from '#renderer/components/fields/typing.ts';
import { FileInput } from '#renderer/components/file-input.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { StageBadge } from './import-badges.tsx';
import { importAll, removeFiles } from './import-flow.ts';
import { importSession, isComplete, useImportSession, type ImportFile } from './import-session.ts';
import classes from './file-list.module.css';

const mayRun = (file: ImportFile): boolean =>
  (file.stage === 'check' || file.stage === 'preview') && isComplete(file) && !file.job;

/** Left: the files in the order of import, each with what is known of it. */
export function FileList(props: {
  readonly files: readonly ImportFile[];
  readonly selected: number;
  readonly onFiles: (files: readonly File[]) => void;
}): ReactNode {
  const { files, selected, onFiles } = props;
  const { t } = useTexts();
  const { queue } = useImportSession();
  const input = useRef<HTMLInputElement>(null);
  const [asking, setAsking] = useState(false);
  const runnable = files.filter(mayRun).map((file) => file.key);
  const done = files.filter((file) => file.stage === 'done').map((file) => file.key);

  return (
    <section className={classes['files']} aria-label={t('import.files.title')}>
      <Group justify="space-between" px="sm" py={6} wrap="nowrap">
        <Text fw={600}>{t('import.files.title')}</Text>
        <Group gap={2} wrap="nowrap">
          {done.length > 0 ? (
            <Tooltip label={t('import.files.clearDone')}>
              <ActionIcon
                color="gray"
                aria-label={t('import.files.clearDone')}
                onClick={() => void removeFiles(done)}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </Tooltip>
          ) : null}
          <Button
            variant="subtle"
            px={6}
            leftSection={<IconPlus size={14} />}
            onClick={() => input.current?.click()}
          >
            {t('import.drop.more')}
          </Button>
        </Group>
        <FileInput input={input} multiple testId="more-files" onFiles={onFiles} />
      </Group>
      <ScrollArea flex={1} mih={0} scrollbars="y" type="auto">
        <ol className={classes['cards']}>
          {files.map((file, index) => (
            <FileCard key={file.key} file={file} place={index + 1} selected={file.key === selected} />
          ))}
        </ol>
      </ScrollArea>
      {files.length > 1 ? (
        <Stack gap={6} p="sm" className={classes['listFoot']}>
          <Text size="xs" c="dimmed">
            {t('import.files.order')}
          </Text>
          <Button
            variant="light"
            leftSection={<IconPlayerPlay size={16} />}
            disabled={runnable.length === 0 || queue.length > 0}
            onClick={() => setAsking(true)}
          >
            {t('import.files.runAll', { count: runnable.length })}
          </Button>
        </Stack>
      ) : null}
      <ConfirmDialog
        opened={asking}
        title={t('import.run.runAllTitle', { count: runnable.length })}
        confirm={t('import.run.runAllConfirm')}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void importAll(runnable);
        }}
      >
        {t('import.run.runAllText')}
      </ConfirmDialog>
    </section>
  );
}

function FileCard(props: {
  readonly file: ImportFile;
  readonly place: number;
  readonly selected: boolean;
}): ReactNode {
  const { file, place, selected } = props;
  const { t, error } = useTexts();
  const { look, fileName, stage } = file;
  const facts = look
    ? [
        t(`import.formats.${look.format as 'text'}`), // the formats of table-file
        ...(look.encoding && (look.format === 'text' || look.format === 'html')
          ? [t(`import.encodings.${look.encoding as 'utf-8'}`)]
          : []), // its encodings
        t(look.moreRows ? 'import.files.moreRows' : 'import.files.rows', {
          rows: numberShown(look.rowsSeen, 0, true),
          count: look.rowsSeen,
        }),
      ]
    : [];
  return (
    <li className={classes['card']} data-selected={selected || undefined}>
      <button
        type="button"
        className={classes['cardButton']}
        aria-current={selected ? 'true' : undefined}
        onClick={() => importSession.select(file.key)}
      >
        <span className={classes['place']} aria-hidden>
          {look || stage !== 'unreadable' ? place : <IconX size={12} />}
        </span>
        <span className={classes['cardText']}>
          <Text span size="sm" fw={selected ? 600 : 500} className={classes['name']} title={fileName}>
            {fileName}
          </Text>
          <Group component="span" gap={6}>
            <StageBadge file={file} />
            <Text span size="xs" c={look && !look.kind ? 'orange' : undefined}>
              {look ? (look.kind ? t(`import.kinds.${look.kind}`) : t('import.files.unknownKind')) : null}
            </Text>
          </Group>
          {facts.length > 0 ? (
            <Text span size="xs" c="dimmed">
              {facts.join(' · ')}
            </Text>
          ) : null}
          {look?.remembered ? (
            <Badge
              color="desk"
              leftSection={<IconBookmark size={12} aria-hidden />}
              title={t('import.files.rememberedHint')}
            >
              {t('import.files.remembered')}
            </Badge>
          ) : null}
          {stage === 'unreadable' && file.error ? (
            <Text span size="xs" c="var(--mantine-color-error)">
              {error(file.error)}
            </Text>
          ) : null}
        </span>
      </button>
      <ActionIcon
        className={classes['remove']}
        color="gray"
        size={24}
        disabled={stage === 'running'}
        aria-label={t('import.files.remove', { name: fileName })}
        onClick={() => void removeFiles([file.key])}
      >
        <IconX size={14} />
      </ActionIcon>
    </li>
  );
}
