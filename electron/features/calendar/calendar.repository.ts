import type { Day } from '#shared/kernel/day.ts';
import { workCalendar, type CalendarEntry, type WorkCalendar } from '#shared/kernel/working-day.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';

/** Entries of the holiday calendar in a span of days, both included. */
export async function readCalendarEntries(reader: Reader, first: Day, last: Day): Promise<CalendarEntry[]> {
  const rows = await reader
    .selectFrom('calendarDay')
    .select(['day', 'kind'])
    .where('removedAt', 'is', null)
    .where('day', '>=', first)
    .where('day', '<=', last)
    .orderBy('day')
    .execute();
  return rows as CalendarEntry[]; // the kind is written through the field table only
}

/** The store's holiday calendar, ready to count with. */
export async function readWorkCalendar(reader: Reader | Writer): Promise<WorkCalendar> {
  const rows = await reader
    .selectFrom('calendarDay')
    .select(['day', 'kind'])
    .where('removedAt', 'is', null)
    .execute();
  return workCalendar(rows as CalendarEntry[]); // the kind is written through the field table only
}
