import type { Generated } from 'kysely';
import type { contactFields, customerFields } from '#shared/features/customer/customer.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

/** `moved`: JSON, table → ids; `taken`: JSON, field → value before and after. */
type CustomerMergeTable = {
  id: Generated<number>;
  keptId: number;
  goneId: number;
  at: string;
  personId: number;
  personName: string;
  moved: string;
  taken: string;
  undoneAt: string | null;
  undoneBy: string | null;
};

/** A pair that a person found to be two customers; the lower id first. */
type CustomerDistinctTable = { firstId: number; secondId: number; at: string; personId: number };

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    customer: RecordTable<typeof customerFields>;
    contact: RecordTable<typeof contactFields>;
    customerMerge: CustomerMergeTable;
    customerDistinct: CustomerDistinctTable;
  }
}
