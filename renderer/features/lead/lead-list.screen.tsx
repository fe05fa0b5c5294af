import type { ReactNode } from 'react';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { leadLayout } from './lead.layout.ts';

export function LeadListScreen(): ReactNode {
  return <RecordList {...leadLayout} />;
}
