import { gapFields } from '#shared/features/gap/gap.fields.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';

export const gapRecord = {
  feature: 'gap',
  table: 'gap',
  fields: gapFields,
  readRight: 'goal.read',
  title: 'number',
  detail: 'cause',
} satisfies RecordDefinition;
