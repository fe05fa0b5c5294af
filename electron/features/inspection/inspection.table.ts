import type { Generated } from 'kysely';
import type { ItemAnswer, ItemVerdict } from '#shared/features/checklist/checklist.rules.ts';
import type { DamageKind, DamageView } from '#shared/features/inspection/inspection.contract.ts';
import type { inspectionFields, repeatRuleFields } from '#shared/features/inspection/inspection.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

/** Numbers in thousandths of the item's unit. */
export type InspectionAnswerTable = {
  inspectionId: number;
  item: string;
  version: number;
  result: ItemAnswer['result'];
  number: number | null;
  choice: string | null;
  text: string | null;
  note: string | null;
  /** Follows from the answer and the item of the check's edition, which never changes. */
  verdict: ItemVerdict;
  /** The failed check that the answer was carried over from. */
  carriedFromId: number | null;
  personId: number;
  personName: string;
  at: string;
};

export type InspectionMarkTable = {
  id: Generated<number>;
  inspectionId: number;
  view: DamageView;
  x: number;
  y: number;
  kind: DamageKind;
  note: string | null;
  personName: string;
  at: string;
};

export type InspectionPhotoTable = {
  id: Generated<number>;
  inspectionId: number;
  item: string | null;
  markId: number | null;
  caption: string | null;
  hash: string;
  thumbnailHash: string;
  width: number;
  height: number;
  personName: string;
  at: string;
};

export type InspectionSnapshotTable = {
  inspectionId: number;
  templateVersion: number;
  /** Canonical JSON of what was signed. */
  content: string;
  auditCode: string;
};

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    inspection: RecordTable<typeof inspectionFields>;
    inspectionAnswer: InspectionAnswerTable;
    inspectionMark: InspectionMarkTable;
    inspectionPhoto: InspectionPhotoTable;
    inspectionSnapshot: InspectionSnapshotTable;
    repeatRule: RecordTable<typeof repeatRuleFields>;
  }
}
