import { calendarDayFields } from '#shared/features/calendar/calendar.fields.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';

export const calendarDayRecord = {
  feature: 'calendarDay',
  table: 'calendarDay',
  fields: calendarDayFields,
  readRight: 'setting.read',
  title: 'day',
  detail: 'name',
  indexed: false,
} satisfies RecordDefinition;
