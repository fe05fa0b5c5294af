import type { ReactNode } from 'react';
import { CheckedMark } from '#renderer/components/fields/checked-mark.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import type { Cells } from '#renderer/components/record-list/list-table.tsx';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { followUpRuleLayout } from './follow-up.layout.ts';

const cells: Cells = { confirmed: (row) => <CheckedMark checked={row['confirmed'] === true} /> };

export function FollowUpRuleListScreen(): ReactNode {
  return <RecordList {...followUpRuleLayout} cells={cells} />;
}

export function FollowUpRuleFormScreen(): ReactNode {
  return <RecordForm layout={followUpRuleLayout} />;
}
