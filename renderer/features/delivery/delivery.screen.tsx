import type { ReactNode } from 'react';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { deliveryLayout } from './delivery.layout.ts';

export function DeliveryScreen(): ReactNode {
  return <RecordForm layout={deliveryLayout} />;
}
