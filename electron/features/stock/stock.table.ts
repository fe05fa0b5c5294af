import type { stockFields } from '#shared/features/stock/stock.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    stock: RecordTable<typeof stockFields>;
  }
}
