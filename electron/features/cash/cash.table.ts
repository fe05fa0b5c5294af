import type { cashFields } from '#shared/features/cash/cash.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  // eslint-disable-next-line typescript/consistent-type-definitions
  interface Tables {
    cash: RecordTable<typeof cashFields>;
  }
}
