import type { ReactNode } from 'react';
import { complaintFields } from '#shared/features/complaint/complaint.fields.ts';
import { RelatedRecords } from '#renderer/components/record-form/related-records.tsx';
import { complaintCells } from './complaint-list.screen.tsx';

/** 投诉 of a customer, vehicle, repair or order, and a button for a new one with what is known filled in. */
export function RelatedComplaints(props: {
  readonly field: 'customerId' | 'vehicleId' | 'repairId' | 'orderId';
  readonly id: number;
}): ReactNode {
  return (
    <RelatedRecords
      feature="complaint"
      fields={complaintFields}
      columns={['number', 'receivedOn', 'kind', 'subject', 'severity', 'state', 'handlerId']}
      of={props}
      sort={[{ field: 'receivedOn', descending: true }]}
      cells={complaintCells}
      newValues={{}}
    />
  );
}
