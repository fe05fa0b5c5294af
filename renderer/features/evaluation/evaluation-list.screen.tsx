import { Button } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { evaluationFields } from '#shared/features/evaluation/evaluation.fields.ts';
import type { Cells } from '#renderer/components/record-list/list-table.tsx';
import { RecordList, type ShownRows } from '#renderer/components/record-list/record-list.tsx';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { averageOf } from '#renderer/features/standard/figures.ts';
import { MakeCampaign } from '#renderer/features/campaign/make-campaign.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';

const newestFirst = [{ field: 'number', descending: true }];

const evaluationCells: Cells = {
  scoreHundredths: (row) =>
    typeof row['scoreHundredths'] === 'number' ? averageOf(row['scoreHundredths']) : null,
  recommend: (row) => (typeof row['recommend'] === 'number' ? `${row['recommend']}/10` : null),
};

const actions = (shown: ShownRows): ReactNode => <Actions shown={shown} />;

/** 即时评价: every visit whose customer was asked. */
export function EvaluationListScreen(): ReactNode {
  return (
    <RecordList
      feature="evaluation"
      fields={evaluationFields}
      usualSort={newestFirst}
      cells={evaluationCells}
      actions={actions}
    />
  );
}

function Actions({ shown }: { readonly shown: ShownRows }): ReactNode {
  const { t } = useTexts();
  const link = useLink();
  return (
    <>
      <MakeCampaign feature="evaluation" shown={shown} />
      <Button
        component="a"
        variant="default"
        leftSection={<IconChartBar size={15} aria-hidden />}
        {...link('/evaluation/figures')}
      >
        {t('evaluation.figures.title')}
      </Button>
    </>
  );
}
