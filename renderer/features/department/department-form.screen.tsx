import type { ReactNode } from 'react';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { departmentLayout } from './department.layout.ts';

export function DepartmentFormScreen(): ReactNode {
  return <RecordForm layout={departmentLayout} />;
}
