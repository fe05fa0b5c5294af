import { Button, Group } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { simulationPaper, useWorkbook } from './simulation.queries.ts';

/** 打印与导出 the figures of a draft. */
export function ResultPapers({ id }: { readonly id: number }): ReactNode {
  const { t } = useTexts();
  const workbook = useWorkbook();
  return (
    <>
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconFileSpreadsheet size={14} aria-hidden />}
          loading={workbook.isPending}
          onClick={() => workbook.mutate({ id })}
        >
          {t('simulation.workbook')}
        </Button>
        <PaperButton name={t('simulation.title')} load={simulationPaper(id)} byKey />
      </Group>
      <ErrorNote error={workbook.error} />
    </>
  );
}
