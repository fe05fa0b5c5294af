import type { reminderDoneFields, reminderRuleFields } from '#shared/features/reminder/reminder.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    reminderRule: RecordTable<typeof reminderRuleFields>;
    reminderDone: RecordTable<typeof reminderDoneFields>;
  }
}
