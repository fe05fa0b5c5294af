import type { contactFields, customerFields } from '#shared/features/customer/customer.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    customer: RecordTable<typeof customerFields>;
    contact: RecordTable<typeof contactFields>;
  }
}
