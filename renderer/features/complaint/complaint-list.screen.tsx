import { Button } from '@mantine/core';
import { IconDeviceTv } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ComplaintState, Severity } from '#shared/features/complaint/complaint.fields.ts';
import type { Cells } from '#renderer/components/record-list/list-table.tsx';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { complaintLayout } from './complaint.layout.ts';
import { SeverityBadge, StateBadge } from './complaint-badges.tsx';

export const complaintCells: Cells = {
  state: (row) => <StateBadge state={row['state'] as ComplaintState} />, // written by the core only
  severity: (row) => <SeverityBadge severity={row['severity'] as Severity} />, // written through the field table only
};

/** 投诉 of the store, with the way to the wall. */
export function ComplaintListScreen(): ReactNode {
  const { t } = useTexts();
  const link = useLink();
  return (
    <RecordList
      {...complaintLayout}
      cells={complaintCells}
      widths={{ subject: 260 }}
      actions={
        <Button
          component="a"
          variant="default"
          leftSection={<IconDeviceTv size={15} />}
          {...link('/complaint/wall')}
        >
          {t('complaint.wall')}
        </Button>
      }
    />
  );
}
