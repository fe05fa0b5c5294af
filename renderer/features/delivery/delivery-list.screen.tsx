import type { ReactNode } from 'react';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { deliveryLayout } from './delivery.layout.ts';

/** 交车: planned and done. */
export function DeliveryListScreen(): ReactNode {
  return <RecordList {...deliveryLayout} />;
}
