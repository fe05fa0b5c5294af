import type { lemonRuleFields } from '#shared/features/lemon/lemon.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    lemonRule: RecordTable<typeof lemonRuleFields>;
  }
}
