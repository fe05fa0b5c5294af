import type { personFields } from '#shared/features/person/person.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    person: RecordTable<typeof personFields>;
  }
}
