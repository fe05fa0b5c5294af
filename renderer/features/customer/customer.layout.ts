import { customerFields } from '#shared/features/customer/customer.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';

export const customerLayout: RecordLayout = {
  feature: 'customer',
  fields: customerFields,
  title: ['name'],
  startsToday: ['firstContactOn'],
  usualSort: [{ field: 'id', descending: true }],
  importHref: '/import',
  groups: [
    {
      name: 'basic',
      fields: ['name', 'kind', 'code', 'source', 'introducedById', 'consultantId', 'firstContactOn'],
    },
    { name: 'contact', fields: ['phone', 'secondPhone', 'region', 'address'] },
    { name: 'original', fields: ['identityNumber', 'bornOn', 'trade', 'consent', 'doNotCall', 'note'] },
  ],
};
