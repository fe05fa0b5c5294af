import type { ReactNode } from 'react';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { cashLayout } from './cash.layout.ts';

export function CashListScreen(): ReactNode {
  return <RecordList {...cashLayout} />;
}
