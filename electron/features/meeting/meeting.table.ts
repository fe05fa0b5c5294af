import type { Generated } from 'kysely';
import type {
  AttendanceState,
  CommentTopic,
  SignInWay,
  SignatureMeaning,
} from '#shared/features/meeting/meeting.contract.ts';
import type { meetingFields } from '#shared/features/meeting/meeting.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

export type MeetingSignatureTable = {
  id: Generated<number>;
  meetingId: number;
  amendment: number | null;
  personId: number;
  personName: string;
  meaning: SignatureMeaning;
  signedAt: string;
  hash: string;
};

export type MeetingAmendmentTable = {
  meetingId: number;
  number: number;
  reason: string;
  text: string;
  personId: number;
  personName: string;
  at: string;
  hash: string;
};

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    meeting: RecordTable<typeof meetingFields>;
    meetingPart: {
      meetingId: number;
      part: string;
      version: number;
      updatedAt: string;
      personName: string;
    };
    meetingAgendaItem: {
      meetingId: number;
      position: number;
      title: string;
      plannedMinutes: number;
      actualMinutes: number | null;
      presenterId: number | null;
    };
    meetingAttendance: {
      meetingId: number;
      personId: number;
      position: number;
      state: AttendanceState;
      signedInAt: string | null;
      /** How the person signed; null: noted by the recorder. */
      signedWith: SignInWay | null;
    };
    meetingTopic: { id: Generated<number>; meetingId: number; title: string; minutes: string };
    meetingComment: { meetingId: number; topic: CommentTopic; text: string };
    /** Canonical JSON of the signed content. */
    meetingSnapshot: { meetingId: number; templateVersion: number; content: string; auditCode: string };
    meetingAmendment: MeetingAmendmentTable;
    meetingSignature: MeetingSignatureTable;
  }
}
