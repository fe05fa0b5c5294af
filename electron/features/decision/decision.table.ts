import type { decisionFields } from '#shared/features/decision/decision.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    decision: RecordTable<typeof decisionFields>;
  }
}
