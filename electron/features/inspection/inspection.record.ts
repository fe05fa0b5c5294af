import { inspectionFields, repeatRuleFields } from '#shared/features/inspection/inspection.fields.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';
import { checkValidSpan } from '#electron/kernel/record/valid-span.ts';

/** The head of a check is a record: listed, found and exported like the others; only the engine writes it. */
export const inspectionRecord = {
  feature: 'inspection',
  table: 'inspection',
  fields: inspectionFields,
  readRight: 'inspection.read',
  title: 'number',
  detail: 'vin',
} satisfies RecordDefinition;

export const repeatRuleRecord = {
  feature: 'repeatRule',
  table: 'repeatRule',
  fields: repeatRuleFields,
  readRight: 'inspection.read',
  title: 'source',
  indexed: false,
  check: checkValidSpan,
} satisfies RecordDefinition;
