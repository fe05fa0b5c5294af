import type { ReactNode } from 'react';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { orderLayout } from './order.layout.ts';

export function OrderListScreen(): ReactNode {
  return <RecordList {...orderLayout} />;
}
