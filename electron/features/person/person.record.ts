import { personFields } from '#shared/features/person/person.fields.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';
import { personInPostOn } from './person.repository.ts';
import { assertOwnerStays } from '../session/session.repository.ts';

export const personRecord = {
  feature: 'person',
  table: 'person',
  fields: personFields,
  readRight: 'person.read',
  title: 'name',
  detail: 'code',
  asOf: { field: 'leftOn', counted: personInPostOn },
  // Whoever is in the bin cannot sign in.
  async afterChange(context, _before, after) {
    if (after === null) await assertOwnerStays(context.writer);
  },
} satisfies RecordDefinition;
