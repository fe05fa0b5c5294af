import { followUpFields } from '#shared/features/customer/customer.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';

export const followUpLayout: RecordLayout = {
  feature: 'followUp',
  fields: followUpFields,
  title: ['customerId', 'happenedOn'],
  startsToday: ['happenedOn'],
  usualSort: [{ field: 'happenedOn', descending: true }],

  groups: [
    { name: 'customer', fields: ['customerId'] },
    { name: 'followUp', fields: ['happenedOn', 'personId', 'way', 'result', 'nextOn', 'content'] },
  ],
};
