import { leadFields } from '#shared/features/lead/lead.fields.ts';
import { leadDaysHavePassed } from './lead.gate.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';

export const leadRecord = {
  feature: 'lead',
  table: 'lead',
  fields: leadFields,
  readRight: 'lead.read',
  title: 'customerName',
  detail: 'model',
  gate: leadDaysHavePassed,
} satisfies RecordDefinition;
