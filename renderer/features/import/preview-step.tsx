import { Button, Group, Text } from '@mantine/core';
import { IconArrowLeft, IconDatabaseImport, IconRefresh } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { verdicts, type Verdict } from '#shared/features/import/import.contract.ts';
import { importSize, unaskedImport } from '#shared/features/import/import-size.rules.ts';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { numberShown } from '#renderer/components/fields/typing.ts';
import { PageNumbers } from '#renderer/components/page-numbers.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { verdictLooks } from './import-badges.tsx';
import { importFile } from './import-flow.ts';
import { rowsToWrite, type ImportFile } from './import-session.ts';
import { usePreviewRows } from './import.queries.ts';
import { PreviewGrid } from './preview-grid.tsx';
import classes from './import.module.css';

const pageSize = 50;

const shown = (count: number): string => numberShown(count, 0, true);

/** What will truly happen to every row, before anything happens. */
export function PreviewStep(props: {
  readonly file: ImportFile;
  readonly onBack: () => void;
  readonly onCheckAgain: () => void;
}): ReactNode {
  const { file, onBack, onCheckAgain } = props;
  const { t } = useTexts();
  const [verdict, setVerdict] = useState<Verdict>();
  const [page, setPage] = useState(1);
  const [asking, setAsking] = useState(false);
  const rows = usePreviewRows(file.preview?.jobId ?? 0, {
    fileId: file.fileId ?? '',
    page,
    pageSize,
    ...(verdict ? { verdict } : {}),
  });
  const counts = file.preview?.counts;
  if (!counts || !file.look) return null;

  const pending = Object.keys(file.edits).length;
  const writes = rowsToWrite(counts);
  const { update } = importSize(counts);
  const byVerdict = rows.data?.byVerdict;
  const all = byVerdict ? verdicts.reduce((sum, one) => sum + byVerdict[one], 0) : counts.read;
  const pages = Math.ceil((rows.data?.total ?? 0) / pageSize);
  const show = (next: Verdict | undefined): void => {
    setVerdict(next);
    setPage(1);
  };
  const go = (): void => {
    setAsking(false);
    void importFile(file.key);
  };
  const tab = (name: string, count: number, value: Verdict | undefined): ReactNode => {
    const looks = value && verdictLooks[value];
    const Shown = looks?.icon;
    return (
      <button
        key={name}
        type="button"
        className={classes['tab']}
        autoFocus={value === undefined}
        aria-pressed={verdict === value}
        disabled={count === 0 && value !== undefined}
        onClick={() => show(value)}
      >
        {Shown ? <Shown size={14} color={`var(--mantine-color-${looks.color}-text)`} aria-hidden /> : null}
        {name}
        <span className="figures">{shown(count)}</span>
      </button>
    );
  };

  return (
    <>
      <Group className={classes['tabs']} gap={6}>
        {tab(t('import.preview.all'), all, undefined)}
        {verdicts.map((one) => tab(t(`import.verdicts.${one}`), byVerdict?.[one] ?? 0, one))}
      </Group>
      <ErrorNote error={rows.error} onRetry={() => void rows.refetch()} />
      <PreviewGrid file={file} look={file.look} rows={rows.data?.rows ?? []} loading={rows.isPending} />
      <footer className={classes['panelFoot']}>
        <Group gap="sm" wrap="nowrap">
          <Button variant="default" leftSection={<IconArrowLeft size={16} />} onClick={onBack}>
            {t('import.preview.back')}
          </Button>
          <PageNumbers
            size="xs"
            siblings={0}
            page={page}
            pages={pages}
            onPage={setPage}
            aria-label={t('import.preview.pages')}
          />
        </Group>
        <Group gap="sm" wrap="nowrap" justify="flex-end">
          <Text
            size="xs"
            c={pending > 0 ? 'var(--mantine-color-orange-text)' : 'dimmed'}
            role="status"
            ta="right"
          >
            {pending > 0
              ? t('import.preview.pending', { count: pending })
              : counts.refused > 0
                ? t('import.preview.keptOut', { rows: shown(counts.refused), count: counts.refused })
                : writes === 0
                  ? t('import.preview.allUnchanged')
                  : t('import.preview.keys')}
          </Text>
          {pending > 0 ? (
            <Button leftSection={<IconRefresh size={16} />} onClick={onCheckAgain}>
              {t('import.preview.checkAgain')}
            </Button>
          ) : (
            <Button
              leftSection={<IconDatabaseImport size={16} />}
              disabled={writes === 0 && counts.unchanged === 0}
              onClick={() => (update > unaskedImport.update ? setAsking(true) : go())}
            >
              {writes === 0 && counts.unchanged === 0
                ? t('import.preview.nothing')
                : t('import.preview.run', { rows: shown(writes), count: writes })}
            </Button>
          )}
        </Group>
      </footer>
      <ConfirmDialog
        opened={asking}
        title={t('import.preview.confirmTitle', { rows: shown(update) })}
        confirm={t('import.preview.confirm')}
        onClose={() => setAsking(false)}
        onConfirm={go}
      >
        {t('import.preview.confirmText', { name: file.fileName, rows: shown(update) })}
      </ConfirmDialog>
    </>
  );
}
