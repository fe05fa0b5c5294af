import type { orderFields } from '#shared/features/order/order.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    vehicleOrder: RecordTable<typeof orderFields>;
  }
}
