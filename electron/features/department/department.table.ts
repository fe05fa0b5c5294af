import type { departmentFields } from '#shared/features/department/department.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    department: RecordTable<typeof departmentFields>;
  }
}
