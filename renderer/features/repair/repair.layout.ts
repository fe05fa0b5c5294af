import { repairFields } from '#shared/features/repair/repair.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';
import { nameOfChosen } from '#renderer/components/record-form/name-of-chosen.ts';
import { valuesOfVehicle } from './repair.queries.ts';

export const repairLayout: RecordLayout = {
  feature: 'repair',
  fields: repairFields,
  title: ['number'],
  startsToday: ['checkedInOn'],
  usualSort: [{ field: 'checkedInOn', descending: true }],
  importHref: '/import',
  groups: [
    { name: 'basic', fields: ['number', 'type', 'repairClass', 'state', 'payer'] },
    { name: 'vehicle', fields: ['vehicleId', 'plate', 'vin', 'odometerKm', 'customerId', 'customerName'] },
    {
      name: 'progress',
      fields: [
        'checkedInOn',
        'checkedInAt',
        'bay',
        'promisedAt',
        'startedAt',
        'finishedAt',
        'handedOverOn',
        'handedOverAt',
      ],
    },
    { name: 'people', fields: ['adviserId', 'technicianId'] },
    { name: 'amounts', fields: ['labourFen', 'partsFen', 'otherFen', 'totalFen'] },
    { name: 'note', fields: ['fault', 'note'] },
  ],
  derive: nameOfChosen('customerId', 'customerName'),
  fill: (changed, id) => (changed === 'vehicleId' ? valuesOfVehicle(id) : undefined),
};
