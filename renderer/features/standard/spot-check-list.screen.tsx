import type { ReactNode } from 'react';
import { spotCheckFields } from '#shared/features/standard/standard.fields.ts';
import type { Cells } from '#renderer/components/record-list/list-table.tsx';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { percentOf } from './figures.ts';

const cells: Cells = {
  scoreBasisPoints: (row) => {
    const score = row['scoreBasisPoints'];
    return percentOf(typeof score === 'number' ? score : null);
  },
};
const newestFirst = [{ field: 'checkedOn', descending: true }];

export function SpotCheckListScreen(): ReactNode {
  return <RecordList feature="spotCheck" fields={spotCheckFields} cells={cells} usualSort={newestFirst} />;
}
