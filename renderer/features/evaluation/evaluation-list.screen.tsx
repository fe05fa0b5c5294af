import { Button } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { evaluationFields } from '#shared/features/evaluation/evaluation.fields.ts';
import type { Cells } from '#renderer/components/record-list/list-table.tsx';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { averageOf } from '#renderer/features/standard/figures.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

const newestFirst = [{ field: 'number', descending: true }];

const evaluationCells: Cells = {
  scoreHundredths: (row) =>
    typeof row['scoreHundredths'] === 'number' ? averageOf(row['scoreHundredths']) : null,
  recommend: (row) => (typeof row['recommend'] === 'number' ? `${row['recommend']}/10` : null),
};

/** 即时评价: every visit whose customer was asked. */
export function EvaluationListScreen(): ReactNode {
  const { t } = useTexts();
  const link = useLink();
  return (
    <RecordList
      feature="evaluation"
      fields={evaluationFields}
      usualSort={newestFirst}
      cells={evaluationCells}
      actions={
        <Button
          component="a"
          variant="default"
          leftSection={<IconChartBar size={15} aria-hidden />}
          {...link('/evaluation/figures')}
        >
          {t('evaluation.figures.title')}
        </Button>
      }
    />
  );
}
