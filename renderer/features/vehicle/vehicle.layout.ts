import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';

export const vehicleLayout: RecordLayout = {
  feature: 'vehicle',
  fields: vehicleFields,
  title: ['plate'],
  usualSort: [{ field: 'id', descending: true }],
  importHref: '/import',
  groups: [
    { name: 'basic', fields: ['plate', 'vin', 'customerId', 'kind', 'use', 'state'] },
    {
      name: 'vehicle',
      fields: [
        'brand',
        'model',
        'colour',
        'engineNumber',
        'grossMassKg',
        'odometerKm',
        'purchasedOn',
        'registeredOn',
      ],
    },
    {
      name: 'due',
      fields: [
        'annualTestDueOn',
        'compulsoryInsuranceDueOn',
        'commercialInsuranceDueOn',
        'secondMaintenanceDueOn',
        'transportPermitDueOn',
        'technicalGradeDueOn',
        'maintenanceDays',
        'maintenanceKm',
        'dailyKm',
        'pairedId',
      ],
    },
    { name: 'note', fields: ['note'] },
  ],
};
