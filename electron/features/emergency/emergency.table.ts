import type { emergencyDrillFields, emergencyFields } from '#shared/features/emergency/emergency.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    emergency: RecordTable<typeof emergencyFields>;
    emergencyDrill: RecordTable<typeof emergencyDrillFields>;
  }
}
