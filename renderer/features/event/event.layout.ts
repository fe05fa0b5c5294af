import { eventFields } from '#shared/features/event/event.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';

export const eventLayout: RecordLayout = {
  feature: 'event',
  fields: eventFields,
  title: ['name'],
  usualSort: [{ field: 'startsOn', descending: true }],

  groups: [
    { name: 'basic', fields: ['name', 'kind', 'startsOn', 'endsOn', 'place', 'personId'] },
    { name: 'goals', fields: ['goalLeads', 'goalOrders'] },
    { name: 'note', fields: ['note'] },
  ],
};
