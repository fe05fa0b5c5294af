import type { followUpFields, followUpRuleFields } from '#shared/features/follow-up/follow-up.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    followUp: RecordTable<typeof followUpFields>;
    followUpRule: RecordTable<typeof followUpRuleFields>;
  }
}
