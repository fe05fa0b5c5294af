import type { ReactNode } from 'react';
import { gapFields } from '#shared/features/gap/gap.fields.ts';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { indicatorCells } from '#renderer/features/indicator/own-indicator.screen.tsx';

const newestFirst = [{ field: 'number', descending: true }];

/** 差异分析: every gap record. */
export function GapListScreen(): ReactNode {
  return (
    <RecordList
      feature="gap"
      fields={gapFields}
      cells={indicatorCells}
      usualSort={newestFirst}
      usualColumns={[
        'number',
        'indicator',
        'period',
        'level',
        'departmentId',
        'personId',
        'cause',
        'ownerId',
        'state',
      ]}
      widths={{ cause: 280 }}
    />
  );
}
