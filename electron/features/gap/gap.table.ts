import type { gapFields } from '#shared/features/gap/gap.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

export type GapWhyTable = { gapId: number; position: number; depth: number; text: string; isRoot: number };

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    gap: RecordTable<typeof gapFields>;
    gapWhy: GapWhyTable;
  }
}
