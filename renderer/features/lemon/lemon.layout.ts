import { lemonRuleFields } from '#shared/features/lemon/lemon.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';

export const lemonRuleLayout: RecordLayout = {
  feature: 'lemonRule',
  fields: lemonRuleFields,
  title: ['name'],
  startsToday: ['validFrom'],
  usualSort: [{ field: 'validFrom', descending: true }],
  groups: [
    { name: 'basic', fields: ['name'] },
    { name: 'terms', fields: ['totalDays', 'sameFaultTimes', 'spareFromDay', 'periodMonths', 'periodKm'] },
    { name: 'validity', fields: ['validFrom', 'validTo', 'source', 'confirmed'] },
    { name: 'note', fields: ['note'] },
  ],
};
