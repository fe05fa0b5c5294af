import type { ReactNode } from 'react';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { cashBalanceLayout } from './cash-balance.layout.ts';

export function CashBalanceFormScreen(): ReactNode {
  return <RecordForm layout={cashBalanceLayout} />;
}
