import { workCalendar, type CalendarEntry, type WorkCalendar } from '#shared/kernel/working-day.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';

/** The store's holiday calendar, ready to count with. */
export async function readWorkCalendar(reader: Reader | Writer): Promise<WorkCalendar> {
  const rows = await reader
    .selectFrom('calendarDay')
    .select(['day', 'kind'])
    .where('removedAt', 'is', null)
    .execute();
  return workCalendar(rows as CalendarEntry[]); // the kind is written through the field table only
}
