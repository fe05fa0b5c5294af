import { goalFields } from '#shared/features/goal/goal.fields.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';

export const goalRecord = {
  feature: 'goal',
  table: 'goal',
  fields: goalFields,
  readRight: 'goal.read',
  title: 'period',
  detail: 'indicator',
} satisfies RecordDefinition;
