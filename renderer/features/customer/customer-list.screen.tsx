import type { ReactNode } from 'react';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { customerLayout } from './customer.layout.ts';

export function CustomerListScreen(): ReactNode {
  return <RecordList {...customerLayout} />;
}
