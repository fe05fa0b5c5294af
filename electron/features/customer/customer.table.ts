import type {
  contactFields,
  customerFields,
  followUpFields,
} from '#shared/features/customer/customer.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    customer: RecordTable<typeof customerFields>;
    contact: RecordTable<typeof contactFields>;
    followUp: RecordTable<typeof followUpFields>;
  }
}
