import type { ReactNode } from 'react';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { cashLayout } from './cash.layout.ts';

export function CashFormScreen(): ReactNode {
  return <RecordForm layout={cashLayout} />;
}
