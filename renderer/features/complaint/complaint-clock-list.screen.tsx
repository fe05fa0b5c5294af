import type { ReactNode } from 'react';
import { CheckedMark } from '#renderer/components/fields/checked-mark.tsx';
import type { Cells } from '#renderer/components/record-list/list-table.tsx';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { complaintClockLayout } from './complaint.layout.ts';

const cells: Cells = { confirmed: (row) => <CheckedMark checked={row['confirmed'] === true} /> };

export function ComplaintClockListScreen(): ReactNode {
  return <RecordList {...complaintClockLayout} cells={cells} />;
}
