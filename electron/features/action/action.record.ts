import { actionFields } from '#shared/features/action/action.fields.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';

export const actionRecord = {
  feature: 'action',
  table: 'action',
  fields: actionFields,
  readRight: 'action.read',
  title: 'number',
  detail: 'text',
} satisfies RecordDefinition;
