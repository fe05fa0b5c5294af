import type { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    vehicle: RecordTable<typeof vehicleFields>;
  }
}
