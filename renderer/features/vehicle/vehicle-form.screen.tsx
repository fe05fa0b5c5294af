import type { ReactNode } from 'react';
import { repairFields } from '#shared/features/repair/repair.fields.ts';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { RelatedRecords } from '#renderer/components/record-form/related-records.tsx';
import { RelatedComplaints } from '#renderer/features/complaint/related-complaints.tsx';
import { LemonCard } from '#renderer/features/lemon/lemon-card.tsx';
import { VehicleReminders } from '#renderer/features/reminder/vehicle-reminders.tsx';
import { vehicleLayout } from './vehicle.layout.ts';

/** 车辆: its data, its due days, what was repaired on it and complained about. */
export function VehicleFormScreen(): ReactNode {
  return (
    <RecordForm
      layout={vehicleLayout}
      renderBelow={({ id, record }) => (
        <>
          <VehicleReminders vehicleId={id} />
          <LemonCard vehicleId={id} />
          <RelatedRecords
            feature="repair"
            fields={repairFields}
            columns={['number', 'checkedInOn', 'type', 'state', 'fault', 'technicianId', 'totalFen']}
            of={{ field: 'vehicleId', id }}
            sort={[{ field: 'checkedInOn', descending: true }]}
            newValues={typeof record['customerId'] === 'number' ? { customerId: record['customerId'] } : {}}
          />
          <RelatedComplaints field="vehicleId" id={id} />
        </>
      )}
    />
  );
}
