import type { ReactNode } from 'react';
import { DueDay } from '#renderer/components/fields/due-day.tsx';
import type { Cells } from '#renderer/components/record-list/list-table.tsx';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { receivableLayout } from './receivable.layout.ts';

/** 到期日 stands out while something is open. */
export const receivableCells: Cells = {
  dueOn: (row) => <DueDay day={row['dueOn']} open={Number(row['openFen']) > 0} soonDays={7} />,
};

export function ReceivableListScreen(): ReactNode {
  return <RecordList {...receivableLayout} cells={receivableCells} widths={{ dueOn: 136 }} />;
}
