import type { goalFields } from '#shared/features/goal/goal.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    goal: RecordTable<typeof goalFields>;
  }
}
