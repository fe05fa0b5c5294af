import type { ReactNode } from 'react';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { stockLayout } from './stock.layout.ts';

export function StockFormScreen(): ReactNode {
  return <RecordForm layout={stockLayout} />;
}
