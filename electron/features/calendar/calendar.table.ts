import type { calendarDayFields } from '#shared/features/calendar/calendar.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    calendarDay: RecordTable<typeof calendarDayFields>;
  }
}
