import { membershipFields } from '#shared/features/membership/membership.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';

export const membershipList: Pick<RecordLayout, 'feature' | 'fields' | 'usualSort'> = {
  feature: 'membership',
  fields: membershipFields,
  usualSort: [{ field: 'number', descending: true }],
};
