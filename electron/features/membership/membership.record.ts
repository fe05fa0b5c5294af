import { membershipFields } from '#shared/features/membership/membership.fields.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';

/** Written by the core alone (`membership.enrolling`). */
export const membershipRecord = {
  feature: 'membership',
  table: 'membership',
  fields: membershipFields,
  readRight: 'membership.read',
  title: 'number',
  detail: 'cardNumber',
} satisfies RecordDefinition;
