import { eventFields } from '#shared/features/event/event.fields.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';

export const eventRecord = {
  feature: 'event',
  table: 'event',
  fields: eventFields,
  readRight: 'event.read',
  title: 'name',
  detail: 'startsOn',
} satisfies RecordDefinition;
