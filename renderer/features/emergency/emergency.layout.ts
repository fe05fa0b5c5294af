import { emergencyFields } from '#shared/features/emergency/emergency.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';

export const emergencyLayout: RecordLayout = {
  feature: 'emergency',
  fields: emergencyFields,
  title: ['name'],
  usualSort: [{ field: 'name', descending: false }],
  groups: [
    { name: 'basic', fields: ['name', 'kind', 'personId'] },
    { name: 'content', fields: ['trigger', 'roles', 'steps', 'contacts'] },
    {
      name: 'dates',
      fields: ['drillMonths', 'lastDrillOn', 'nextDrillOn', 'reviewMonths', 'reviewedOn', 'nextReviewOn'],
    },
    { name: 'validity', fields: ['source', 'confirmed'] },
  ],
};
