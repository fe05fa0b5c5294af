import { Button, Group, Paper, Stack, Table, Text, ThemeIcon } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowRight,
  IconCheck,
  IconDownload,
  IconExternalLink,
  IconPlus,
} from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { numberShown } from '#renderer/components/fields/typing.ts';
import { FileInput } from '#renderer/components/file-input.tsx';
import { pathOf } from '#renderer/components/record-list/record-feature.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useJobFile } from '#renderer/features/job/job.queries.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { addFiles, nextFile } from './import-flow.ts';
import { importSession, rowsToWrite, type ImportFile } from './import-session.ts';
import { UndoBuckets, UndoDialog } from './undo-dialog.tsx';
import classes from './import.module.css';

/** Records without a list of their own stand on the pages of what they belong to. */
const homes: Readonly<Record<string, string>> = {
  contact: 'customer',
  repairLine: 'repair',
  repairPart: 'repair',
};

/** What an import did, by kind of record, and what can be done about it. */
export function ResultStep(props: { readonly file: ImportFile }): ReactNode {
  const { file } = props;
  const { t, record } = useTexts();
  const { me } = useSession();
  const link = useLink();
  const download = useJobFile();
  const input = useRef<HTMLInputElement>(null);
  const [asking, setAsking] = useState(false);
  const { result } = file;
  if (!result) return null;
  const { counts, keptOut, undone, unfinished } = result;
  const inPart = unfinished.length > 0 && !undone;
  const hasFile = !unfinished.includes('refusedFile');
  const Sign = undone ? IconArrowBackUp : inPart ? IconAlertTriangle : IconCheck;
  const title = undone
    ? 'import.result.undone'
    : inPart
      ? 'import.result.inPart'
      : rowsToWrite(counts) === 0
        ? 'import.result.nothingTitle'
        : 'import.result.title';
  const next = nextFile(file.key);
  const features = Object.entries(counts.records);

  return (
    <div className={classes['result']}>
      <Stack gap="md" maw={720} w="100%">
        <Group gap="sm">
          <ThemeIcon color={undone ? 'gray' : inPart ? 'yellow' : 'green'} radius="xl" size="lg" aria-hidden>
            <Sign size={20} />
          </ThemeIcon>
          <div>
            <Text fw={600} size="lg" role="status">
              {t(title)}
            </Text>
            <Text size="xs" c="dimmed" className="figures">
              {t('import.result.read', { rows: numberShown(counts.read, 0, true), count: counts.read })}
            </Text>
          </div>
        </Group>
        {inPart ? (
          <Paper p="sm">
            {unfinished.map((part) => (
              <Text key={part}>{t(`job.unfinished.${part}`)}</Text>
            ))}
          </Paper>
        ) : null}
        {features.length > 0 ? (
          <Paper p={0}>
            <Table aria-label={t('import.result.title')} className="figures">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('import.result.kind')}</Table.Th>
                  <Table.Th ta="right">{t('import.verdicts.create')}</Table.Th>
                  <Table.Th ta="right">{t('import.verdicts.update')}</Table.Th>
                  <Table.Th ta="right">{t('import.verdicts.unchanged')}</Table.Th>
                  <Table.Td />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {features.map(([feature, { create, update, unchanged }]) => (
                  <Table.Tr key={feature}>
                    <Table.Th scope="row" fw={500}>
                      {record(feature, 'many')}
                    </Table.Th>
                    {[create, update, unchanged].map((count, index) => (
                      <Table.Td key={index} ta="right" c={count === 0 ? 'dimmed' : undefined}>
                        {numberShown(count, 0, true)}
                      </Table.Td>
                    ))}
                    <Table.Td ta="right">
                      <Button
                        component="a"
                        variant="subtle"
                        rightSection={<IconExternalLink size={14} />}
                        {...link(pathOf(homes[feature] ?? feature))}
                      >
                        {t('import.result.open', { name: record(feature, 'many') })}
                      </Button>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Paper>
        ) : null}
        {undone ? <UndoBuckets counts={undone} /> : null}
        {keptOut > 0 && !undone ? (
          <Paper p="sm">
            <Group justify="space-between" wrap="nowrap">
              <div>
                <Text fw={600}>
                  {t('import.result.refused', { rows: numberShown(keptOut, 0, true), count: keptOut })}
                </Text>
                {hasFile ? (
                  <Text size="xs" c="dimmed">
                    {t('import.result.refusedHint')}
                  </Text>
                ) : null}
              </div>
              {hasFile ? (
                <Button
                  variant="light"
                  flex="none"
                  leftSection={<IconDownload size={16} />}
                  loading={download.isPending}
                  onClick={() => download.mutate(result.jobId)}
                >
                  {t('import.result.download')}
                </Button>
              ) : null}
            </Group>
          </Paper>
        ) : null}
        <Group gap="sm">
          {next ? (
            <Button
              autoFocus
              rightSection={<IconArrowRight size={16} />}
              onClick={() => importSession.select(next.key)}
            >
              {t('import.result.next', { name: next.fileName })}
            </Button>
          ) : (
            <Button leftSection={<IconPlus size={16} />} onClick={() => input.current?.click()}>
              {t('import.result.more')}
            </Button>
          )}
          {result.importId !== null && !undone && rowsToWrite(counts) > 0 ? (
            <Button
              variant="default"
              leftSection={<IconArrowBackUp size={16} />}
              onClick={() => setAsking(true)}
            >
              {t('import.result.undo')}
            </Button>
          ) : null}
          <FileInput
            input={input}
            multiple
            onFiles={(files) => {
              importSession.select(null);
              void addFiles(files);
            }}
          />
        </Group>
      </Stack>
      <UndoDialog
        line={
          asking && result.importId !== null
            ? { id: result.importId, fileName: file.fileName, personName: me.name, at: null }
            : null
        }
        onClose={() => setAsking(false)}
        onUndone={(counts) => importSession.patch(file.key, { result: { ...result, undone: counts } })}
      />
    </div>
  );
}
