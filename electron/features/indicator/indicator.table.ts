import type { indicatorEntryFields, indicatorFields } from '#shared/features/indicator/indicator.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    indicator: RecordTable<typeof indicatorFields>;
    indicatorEntry: RecordTable<typeof indicatorEntryFields>;
  }
}
