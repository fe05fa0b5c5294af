import { repeatRuleFields } from '#shared/features/inspection/inspection.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';

export const repeatRuleLayout: RecordLayout = {
  feature: 'repeatRule',
  fields: repeatRuleFields,
  title: ['source'],
  startsToday: ['validFrom'],
  usualSort: [{ field: 'purpose', descending: false }],
  groups: [
    { name: 'basic', fields: ['purpose', 'vehicleKind', 'afterDays'] },
    { name: 'progress', fields: ['validFrom', 'validTo', 'source', 'confirmed'] },
  ],
};
