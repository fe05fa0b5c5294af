import { inspectionFields, repeatRuleFields } from '#shared/features/inspection/inspection.fields.ts';
import { invalidField } from '#shared/rpc/desk-error.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';

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
  check({ validFrom, validTo }) {
    if (typeof validTo === 'string' && typeof validFrom === 'string' && validTo < validFrom)
      throw invalidField('values.validTo', 'ends-before-start');
  },
} satisfies RecordDefinition;
