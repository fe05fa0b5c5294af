import { calendarDayFields } from '#shared/features/calendar/calendar.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';

export const calendarDayLayout: RecordLayout = {
  feature: 'calendarDay',
  fields: calendarDayFields,
  title: ['day'],
  usualSort: [{ field: 'day', descending: true }],
  importHref: '/import',
  groups: [{ name: 'basic', fields: ['day', 'kind', 'name', 'source', 'confirmed'] }],
};
