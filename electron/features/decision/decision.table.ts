import type { decisionFields } from '#shared/features/decision/decision.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  // eslint-disable-next-line typescript/consistent-type-definitions
  interface Tables {
    decision: RecordTable<typeof decisionFields>;
  }
}
