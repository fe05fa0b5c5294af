import type { ReactNode } from 'react';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { StockStanding } from '#renderer/features/inspection/stock-standing.tsx';
import { stockLayout } from './stock.layout.ts';

/** 库存车: its data, and where its three checks stand. */
export function StockFormScreen(): ReactNode {
  return <RecordForm layout={stockLayout} renderBelow={({ id }) => <StockStanding stockId={id} />} />;
}
