import type { cashBalanceFields, cashFields } from '#shared/features/cash/cash.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    cash: RecordTable<typeof cashFields>;
    cashBalance: RecordTable<typeof cashBalanceFields>;
  }
}
