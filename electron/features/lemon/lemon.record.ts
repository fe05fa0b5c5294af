import { lemonRuleFields } from '#shared/features/lemon/lemon.fields.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';
import { checkValidSpan } from '#electron/kernel/record/valid-span.ts';

export const lemonRuleRecord = {
  feature: 'lemonRule',
  table: 'lemonRule',
  fields: lemonRuleFields,
  readRight: 'vehicle.read',
  title: 'name',
  indexed: false,
  check: checkValidSpan,
} satisfies RecordDefinition;
