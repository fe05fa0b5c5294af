import type { ReactNode } from 'react';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { repairLayout } from './repair.layout.ts';

export function RepairListScreen(): ReactNode {
  return <RecordList {...repairLayout} />;
}
