import type {
  reminderAppointmentFields,
  reminderCallFields,
  reminderCapacityFields,
  reminderDoneFields,
  reminderRuleFields,
} from '#shared/features/reminder/reminder.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    reminderRule: RecordTable<typeof reminderRuleFields>;
    reminderDone: RecordTable<typeof reminderDoneFields>;
    reminderCall: RecordTable<typeof reminderCallFields>;
    reminderAppointment: RecordTable<typeof reminderAppointmentFields>;
    reminderCapacity: RecordTable<typeof reminderCapacityFields>;
    /** What a call was about; written with the call and never changed. */
    reminderReason: {
      reminderCallId: number;
      kind: string;
      vehicleId: number | null;
      dueOn: string;
      reminderRuleId: number | null;
    };
  }
}
