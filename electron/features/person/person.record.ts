import { personFields } from '#shared/features/person/person.fields.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';

export const personRecord = {
  feature: 'person',
  table: 'person',
  fields: personFields,
  readRight: 'person.read',
  title: 'name',
  detail: 'code',
} satisfies RecordDefinition;
