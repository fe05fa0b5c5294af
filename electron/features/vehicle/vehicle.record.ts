import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';

export const vehicleRecord = {
  feature: 'vehicle',
  table: 'vehicle',
  fields: vehicleFields,
  readRight: 'vehicle.read',
  title: 'plate',
  detail: 'vin',
} satisfies RecordDefinition;
