import { decisionFields } from '#shared/features/decision/decision.fields.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';

export const decisionRecord = {
  feature: 'decision',
  table: 'decision',
  fields: decisionFields,
  readRight: 'meeting.read',
  title: 'number',
  detail: 'text',
} satisfies RecordDefinition;
