import type { orderFields } from '#shared/features/order/order.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  // eslint-disable-next-line typescript/consistent-type-definitions
  interface Tables {
    vehicleOrder: RecordTable<typeof orderFields>;
  }
}
