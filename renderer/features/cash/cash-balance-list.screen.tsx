import type { ReactNode } from 'react';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { cashBalanceLayout } from './cash-balance.layout.ts';

export function CashBalanceListScreen(): ReactNode {
  return <RecordList {...cashBalanceLayout} />;
}
