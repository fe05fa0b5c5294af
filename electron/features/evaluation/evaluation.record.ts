import { evaluationFields } from '#shared/features/evaluation/evaluation.fields.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';

export const evaluationRecord = {
  feature: 'evaluation',
  table: 'evaluation',
  fields: evaluationFields,
  readRight: 'standard.read',
  title: 'number',
  indexed: false,
} satisfies RecordDefinition;
