import { Badge, Button, Group, SimpleGrid, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconArrowBackUp, IconEyeCheck, IconHistory, IconShieldCheck, type Icon } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { importKinds } from '#shared/features/import/import.kinds.ts';
import { FileDrop } from '#renderer/components/file-drop.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { usePastedTable, useWindowDrop } from './dropped-files.ts';
import { FileList } from './file-list.tsx';
import { FilePanel } from './file-panel.tsx';
import { addFiles, resume } from './import-flow.ts';
import { importSession, useImportSession } from './import-session.ts';
import { WatchButton, WatchCard } from './watch-card.tsx';
import classes from './import.module.css';

const promises: readonly { key: 'preview' | 'backup' | 'undo'; icon: Icon }[] = [
  { key: 'preview', icon: IconEyeCheck },
  { key: 'backup', icon: IconShieldCheck },
  { key: 'undo', icon: IconArrowBackUp },
];

/** 导入: files of other systems, one after the other, from the first look to the result. */
export function ImportScreen(): ReactNode {
  const { t } = useTexts();
  const { me } = useSession();
  const link = useLink();
  const { files, selected } = useImportSession();
  const take = (dropped: readonly File[]): void => void addFiles(dropped);
  const over = useWindowDrop(take);
  usePastedTable(t('import.drop.pasted'), take);
  useEffect(() => void resume(importSession.open(me.personId)), [me.personId]);
  const file = files.find((one) => one.key === selected) ?? files[0];

  return (
    <PageFrame
      title={t('import.title')}
      subtitle={t('import.subtitle')}
      fill={file !== undefined}
      actions={
        <>
          {file ? <WatchButton /> : null}
          <Button
            component="a"
            variant="default"
            leftSection={<IconHistory size={16} />}
            {...link('/import/history')}
          >
            {t('import.history.title')}
          </Button>
        </>
      }
    >
      {file ? (
        <div className={classes['desk']}>
          <FileList files={files} selected={file.key} onFiles={take} />
          <FilePanel key={file.key} file={file} />
        </div>
      ) : (
        <Start onFiles={take} />
      )}
      {over ? (
        <div className={classes['over']} aria-hidden>
          {t('import.drop.release')}
        </div>
      ) : null}
    </PageFrame>
  );
}

function Start(props: { readonly onFiles: (files: readonly File[]) => void }): ReactNode {
  const { t } = useTexts();
  return (
    <Stack gap="md" maw={900} mx="auto" w="100%" pt="md">
      <div className={classes['ground']}>
        <FileDrop sentence={t('import.drop.sentence')} hint={t('import.drop.hint')} onFiles={props.onFiles} />
      </div>
      <WatchCard />
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        {promises.map(({ key, icon: Shown }) => (
          <Group key={key} gap="xs" wrap="nowrap" align="flex-start" className="sheet" p="sm">
            <ThemeIcon variant="light" radius="xl" aria-hidden>
              <Shown size={16} />
            </ThemeIcon>
            <Text size="xs">{t(`import.drop.promises.${key}`)}</Text>
          </Group>
        ))}
      </SimpleGrid>
      <Group gap={6}>
        <Text size="xs" c="dimmed" mr={4}>
          {t('import.drop.what')}
        </Text>
        {importKinds.map((kind) => (
          <Badge key={kind} color="gray">
            {t(`import.kinds.${kind}`)}
          </Badge>
        ))}
      </Group>
    </Stack>
  );
}
