import type { Generated } from 'kysely';
import type { ClockStage } from '#shared/features/complaint/complaint-clock.rules.ts';
import type { ComplaintLineKind, PauseReason } from '#shared/features/complaint/complaint.contract.ts';
import type { complaintClockFields, complaintFields } from '#shared/features/complaint/complaint.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

export type ComplaintLineTable = {
  id: Generated<number>;
  complaintId: number;
  at: string;
  kind: ComplaintLineKind;
  personId: number;
  personName: string;
  /** Who had it in hand when the line was written (before a change of hands). */
  handlerId: number | null;
  text: string;
};

export type ComplaintPauseTable = {
  id: Generated<number>;
  complaintId: number;
  reason: PauseReason;
  text: string;
  fromOn: string;
  untilOn: string | null;
  personId: number;
  personName: string;
  resumedBy: string | null;
};

export type ComplaintExtensionTable = {
  id: Generated<number>;
  complaintId: number;
  stage: ClockStage;
  days: number;
  reason: string;
  consent: string | null;
  personId: number;
  personName: string;
  at: string;
  /** First day of the clock that it was asked for. */
  sinceOn: string;
  decision: 'approved' | 'refused' | null;
  decidedById: number | null;
  decidedBy: string | null;
  decidedAt: string | null;
  decisionText: string | null;
};

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    complaint: RecordTable<typeof complaintFields>;
    complaintClock: RecordTable<typeof complaintClockFields>;
    complaintLine: ComplaintLineTable;
    complaintPause: ComplaintPauseTable;
    complaintExtension: ComplaintExtensionTable;
  }
}
