import type { ReactNode } from 'react';
import { CheckedMark } from '#renderer/components/fields/checked-mark.tsx';
import type { Cells } from '#renderer/components/record-list/list-table.tsx';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { lemonRuleLayout } from './lemon.layout.ts';

const cells: Cells = { confirmed: (row) => <CheckedMark checked={row['confirmed'] === true} /> };

export function LemonRuleListScreen(): ReactNode {
  return <RecordList {...lemonRuleLayout} cells={cells} />;
}
