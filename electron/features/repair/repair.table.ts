import type {
  certificateFields,
  repairFields,
  repairLineFields,
  repairPartFields,
  reworkFields,
  warrantyRuleFields,
} from '#shared/features/repair/repair.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

export type CertificateSnapshotTable = {
  certificateId: number;
  templateVersion: number;
  /** Canonical JSON of what was signed. */
  content: string;
  auditCode: string;
};

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    certificate: RecordTable<typeof certificateFields>;
    certificateSnapshot: CertificateSnapshotTable;
    repair: RecordTable<typeof repairFields>;
    repairLine: RecordTable<typeof repairLineFields>;
    repairPart: RecordTable<typeof repairPartFields>;
    rework: RecordTable<typeof reworkFields>;
    warrantyRule: RecordTable<typeof warrantyRuleFields>;
  }
}
