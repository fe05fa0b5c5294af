import type { eventFields } from '#shared/features/event/event.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    event: RecordTable<typeof eventFields>;
  }
}
