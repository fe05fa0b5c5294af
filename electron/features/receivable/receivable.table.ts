import type { paymentFields, receivableFields } from '#shared/features/receivable/receivable.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    receivable: RecordTable<typeof receivableFields>;
    payment: RecordTable<typeof paymentFields>;
  }
}
