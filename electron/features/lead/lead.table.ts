import type { leadFields } from '#shared/features/lead/lead.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    lead: RecordTable<typeof leadFields>;
  }
}
