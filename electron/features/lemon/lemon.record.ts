import { lemonRuleFields } from '#shared/features/lemon/lemon.fields.ts';
import { invalidField } from '#shared/rpc/desk-error.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';

export const lemonRuleRecord = {
  feature: 'lemonRule',
  table: 'lemonRule',
  fields: lemonRuleFields,
  readRight: 'vehicle.read',
  title: 'name',
  indexed: false,
  check({ validFrom, validTo }) {
    if (typeof validTo === 'string' && typeof validFrom === 'string' && validTo < validFrom)
      throw invalidField('values.validTo', 'ends-before-start');
  },
} satisfies RecordDefinition;
