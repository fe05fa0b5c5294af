import type { ReactNode } from 'react';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { departmentLayout } from './department.layout.ts';

export function DepartmentListScreen(): ReactNode {
  return <RecordList {...departmentLayout} />;
}
