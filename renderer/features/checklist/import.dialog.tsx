import { Alert, Button, Group, Modal, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { compareContents } from '#shared/features/checklist/checklist-compare.rules.ts';
import { sheetColumns, type SheetProblem } from '#shared/features/checklist/checklist-sheet.rules.ts';
import type { ChecklistContent } from '#shared/features/checklist/checklist.content.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { FileDrop } from '#renderer/components/file-drop.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useReadFile } from './checklist.queries.ts';
import { Difference } from './difference.tsx';

/** A workbook is read and shown; it is taken over as one change, or its problems stand beside their rows. */
export function ImportDialog(props: {
  readonly id: number;
  readonly present: ChecklistContent;
  readonly onUse: (content: ChecklistContent, fileName: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { id, present, onUse, onClose } = props;
  const { t } = useTexts();
  const [fileName, setFileName] = useState('');
  const read = useReadFile(id);
  const content = read.data?.content ?? null;
  const problems = read.data?.problems ?? [];
  return (
    <Modal opened size="xl" onClose={onClose} title={t('checklist.importing.title')}>
      <Stack gap="sm">
        {content ? null : (
          <FileDrop
            sentence={t('checklist.importing.sentence')}
            hint={t('checklist.importing.hint')}
            multiple={false}
            accept=".xlsx,.xls,.csv"
            disabled={read.isPending}
            onFiles={([file]) => {
              if (!file) return;
              setFileName(file.name);
              read.mutate(file);
            }}
          />
        )}
        <ErrorNote error={read.error} />
        {problems.length > 0 ? (
          <>
            <Alert color="orange" icon={<IconAlertTriangle size={18} />} role="alert" p="sm">
              {t('checklist.importing.problems', { file: fileName, count: problems.length })}
            </Alert>
            <Problems problems={problems} />
          </>
        ) : null}
        {content ? (
          <>
            <Text role="status">
              {t('checklist.importing.read', { file: fileName, count: read.data?.items ?? 0 })}
            </Text>
            <ScrollArea.Autosize mah={320} type="auto">
              <Difference difference={compareContents(present, content)} />
            </ScrollArea.Autosize>
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('common.cancel')}
              </Button>
              <Button data-autofocus onClick={() => onUse(content, fileName.slice(0, 200))}>
                {t('checklist.importing.use')}
              </Button>
            </Group>
          </>
        ) : null}
      </Stack>
    </Modal>
  );
}

function Problems(props: { readonly problems: readonly SheetProblem[] }): ReactNode {
  const { t, issue } = useTexts();
  const columnName = ({ sheet, column }: SheetProblem): string => {
    const own = sheetColumns.find((one) => one === column);
    if (own) return t(`checklist.sheet.columns.${own}`);
    return sheet === 'scope' ? t('checklist.importing.scopeSheet') : '';
  };
  return (
    <Table.ScrollContainer minWidth={520} type="native" mah={340}>
      <Table verticalSpacing={4} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('checklist.importing.row')}</Table.Th>
            <Table.Th>{t('checklist.importing.column')}</Table.Th>
            <Table.Th>{t('checklist.importing.text')}</Table.Th>
            <Table.Th>{t('checklist.importing.problem')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.problems.map((problem) => (
            <Table.Tr
              key={`${problem.sheet} ${problem.row} ${problem.column ?? ''} ${problem.issue} ${problem.text}`}
            >
              <Table.Td className="figures">{problem.row}</Table.Td>
              <Table.Td>{columnName(problem)}</Table.Td>
              <Table.Td>{problem.text}</Table.Td>
              <Table.Td>{issue({ field: '', ...problem })}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
