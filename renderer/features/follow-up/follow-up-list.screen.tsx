import type { ReactNode } from 'react';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { followUpLayout } from './follow-up.layout.ts';

export function FollowUpListScreen(): ReactNode {
  return <RecordList {...followUpLayout} />;
}
