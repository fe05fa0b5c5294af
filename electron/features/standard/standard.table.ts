import type {
  serviceScoreFields,
  spotCheckFields,
  standardFields,
} from '#shared/features/standard/standard.fields.ts';
import type { SpotMark } from '#shared/features/standard/standard.rules.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

export type SpotCheckMarkTable = {
  spotCheckId: number;
  standardId: number;
  mark: SpotMark;
  /** As it was when the check was made. */
  weight: number;
  note: string | null;
};

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    standard: RecordTable<typeof standardFields>;
    spotCheck: RecordTable<typeof spotCheckFields>;
    spotCheckMark: SpotCheckMarkTable;
    serviceScore: RecordTable<typeof serviceScoreFields>;
  }
}
