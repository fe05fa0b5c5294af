import { Button, Progress, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { numberShown } from '#renderer/components/fields/typing.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { cancel } from './import-flow.ts';
import type { ImportFile } from './import-session.ts';
import classes from './import.module.css';

const numberIn = (result: Readonly<Record<string, unknown>> | null | undefined, key: string): number =>
  Number(result?.[key] ?? 0);

/** A check or an import under way: percent where the end is known, rows and rows a second, and a way out. */
export function RunProgress(props: { readonly file: ImportFile }): ReactNode {
  const { file } = props;
  const { t } = useTexts();
  const { job, stage, fileName } = file;
  const rows = numberIn(job?.result, 'rows');
  const known = (job?.percent ?? 0) > 0;
  const title = t(stage === 'running' ? 'import.run.working' : 'import.run.checking', { name: fileName });
  return (
    <Stack className={classes['progress']} gap="sm">
      <Text fw={600} role="status">
        {title}
      </Text>
      <Progress
        value={known ? (job?.percent ?? 0) : 100}
        striped={!known}
        animated={!known}
        size="lg"
        aria-label={title}
      />
      <Text size="sm" c="dimmed" className="figures">
        {job?.step === 'backup'
          ? t('import.run.backup')
          : rows > 0
            ? t('import.run.rate', {
                rows: numberShown(rows, 0, true),
                rate: numberShown(numberIn(job?.result, 'rowsPerSecond'), 0, true),
              })
            : stage === 'running'
              ? t('import.run.waiting')
              : t('import.preview.working')}
        {known ? ` · ${job?.percent ?? 0}%` : ''}
      </Text>
      <div>
        <Button variant="default" disabled={!job} onClick={() => void cancel(file)}>
          {t('import.run.cancel')}
        </Button>
      </div>
    </Stack>
  );
}
