import { Badge, Button, Stack, Table, Text } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconFileImport } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { ImportLine } from '#shared/features/import/import.contract.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { numberShown } from '#renderer/components/fields/typing.ts';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { PageNumbers } from '#renderer/components/page-numbers.tsx';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { UndoDialog } from './undo-dialog.tsx';
import { useImports } from './import.queries.ts';
import classes from './import.module.css';

const perPage = 50;
const shownCounts = ['create', 'update', 'unchanged', 'refused'] as const;

/** 导入历史: who imported what and when, what it did, and undo. */
export function ImportHistoryScreen(): ReactNode {
  const { t } = useTexts();
  const session = useSession();
  const link = useLink();
  const [page, setPage] = useState(1);
  const [asked, setAsked] = useState<ImportLine | null>(null);
  const { data, error, refetch } = useImports(page);
  const mayImport = session.may('import.run');
  const pages = Math.ceil((data?.total ?? 0) / perPage);
  const toImport = mayImport ? (
    <Button component="a" leftSection={<IconFileImport size={16} />} {...link('/import')}>
      {t('import.history.start')}
    </Button>
  ) : null;

  return (
    <PageFrame title={t('import.history.title')} actions={toImport}>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data?.total === 0 ? (
        <EmptyState icon={IconFileImport} sentence={t('import.history.empty')} action={toImport} />
      ) : null}
      {data && data.total > 0 ? (
        <div className={`sheet ${classes['scroll'] ?? ''}`}>
          <Table aria-label={t('import.history.title')} className="figures" highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('import.history.when')}</Table.Th>
                <Table.Th>{t('import.history.file')}</Table.Th>
                <Table.Th>{t('import.history.who')}</Table.Th>
                {shownCounts.map((key) => (
                  <Table.Th key={key} ta="right">
                    {t(key === 'refused' ? 'import.history.keptOut' : `import.verdicts.${key}`)}
                  </Table.Th>
                ))}
                <Table.Th>{t('import.history.state')}</Table.Th>
                <Table.Td />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.rows.map((line) => (
                <Line
                  key={line.id}
                  line={line}
                  mayUndo={session.may('import.undo')}
                  onUndo={() => setAsked(line)}
                />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      ) : null}
      <PageNumbers page={page} pages={pages} onPage={setPage} aria-label={t('import.history.pages')} />
      <UndoDialog line={asked} onClose={() => setAsked(null)} onUndone={() => void refetch()} />
    </PageFrame>
  );
}

function Line(props: {
  readonly line: ImportLine;
  readonly mayUndo: boolean;
  readonly onUndo: () => void;
}): ReactNode {
  const { line, mayUndo, onUndo } = props;
  const { t, instant } = useTexts();
  const { counts, undoCounts } = line;
  const written = counts.create + counts.update > 0;
  return (
    <Table.Tr>
      <Table.Td className={classes['nowrap']}>{instant(line.at)}</Table.Td>
      <Table.Td>
        <Text size="sm" fw={500} lineClamp={2} title={line.fileName}>
          {line.fileName}
        </Text>
        <Text size="xs" c="dimmed">
          {t(`import.kinds.${line.kind}`)}
        </Text>
      </Table.Td>
      <Table.Td>{line.personName}</Table.Td>
      {shownCounts.map((key) => (
        <Table.Td key={key} ta="right" c={counts[key] === 0 ? 'dimmed' : undefined}>
          {numberShown(counts[key], 0, true)}
        </Table.Td>
      ))}
      <Table.Td>
        {line.state === 'done' ? (
          <Badge color="green" leftSection={<IconCheck size={12} aria-hidden />}>
            {t('import.history.done')}
          </Badge>
        ) : (
          <Stack gap={2}>
            <Badge color="gray" leftSection={<IconArrowBackUp size={12} aria-hidden />}>
              {t('import.history.undone')}
            </Badge>
            {undoCounts ? (
              <Text size="xs" c="dimmed">
                {(['undone', 'keptBecauseEdited', 'failed'] as const)
                  .filter((key) => undoCounts[key] > 0)
                  .map(
                    (key) => `${t(`import.history.buckets.${key}`)} ${numberShown(undoCounts[key], 0, true)}`,
                  )
                  .join(' · ')}
              </Text>
            ) : null}
          </Stack>
        )}
      </Table.Td>
      <Table.Td ta="right">
        {line.state === 'done' && written && mayUndo ? (
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={14} />}
            aria-label={t('import.history.undoNamed', { name: line.fileName })}
            onClick={onUndo}
          >
            {t('import.history.undo')}
          </Button>
        ) : null}
      </Table.Td>
    </Table.Tr>
  );
}
