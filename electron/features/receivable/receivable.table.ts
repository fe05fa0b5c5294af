import type { paymentFields, receivableFields } from '#shared/features/receivable/receivable.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  // eslint-disable-next-line typescript/consistent-type-definitions
  interface Tables {
    receivable: RecordTable<typeof receivableFields>;
    payment: RecordTable<typeof paymentFields>;
  }
}
