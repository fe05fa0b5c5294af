import type { ReactNode } from 'react';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { RelatedComplaints } from '#renderer/features/complaint/related-complaints.tsx';
import { OrderDeliveries } from '#renderer/features/delivery/order-deliveries.tsx';
import { VisitEvaluation } from '#renderer/features/evaluation/visit-evaluation.tsx';
import { orderLayout } from './order.layout.ts';

export function OrderFormScreen(): ReactNode {
  return (
    <RecordForm
      layout={orderLayout}
      renderBelow={({ id, record }) => (
        <>
          <OrderDeliveries orderId={id} />
          <VisitEvaluation
            of={{ visit: 'delivery', sourceId: id }}
            isDone={record['state'] === 'delivered'}
          />
          <RelatedComplaints field="orderId" id={id} />
        </>
      )}
    />
  );
}
