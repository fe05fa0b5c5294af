import type { stockFields } from '#shared/features/stock/stock.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  // eslint-disable-next-line typescript/consistent-type-definitions
  interface Tables {
    stock: RecordTable<typeof stockFields>;
  }
}
