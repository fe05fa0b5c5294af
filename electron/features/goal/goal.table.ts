import type { goalFields } from '#shared/features/goal/goal.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  // eslint-disable-next-line typescript/consistent-type-definitions
  interface Tables {
    goal: RecordTable<typeof goalFields>;
  }
}
