import type {
  repairFields,
  repairLineFields,
  repairPartFields,
} from '#shared/features/repair/repair.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    repair: RecordTable<typeof repairFields>;
    repairLine: RecordTable<typeof repairLineFields>;
    repairPart: RecordTable<typeof repairPartFields>;
  }
}
