import { leadFields } from '#shared/features/lead/lead.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';
import { nameOfChosen } from '#renderer/components/record-form/name-of-chosen.ts';

export const leadLayout: RecordLayout = {
  feature: 'lead',
  fields: leadFields,
  title: ['customerName'],
  startsToday: ['arrivedOn'],
  usualSort: [{ field: 'arrivedOn', descending: true }],
  importHref: '/import',
  groups: [
    { name: 'customer', fields: ['customerName', 'phone', 'customerId'] },
    { name: 'basic', fields: ['arrivedOn', 'channel', 'model', 'state', 'consultantId'] },
    { name: 'progress', fields: ['nextContactOn', 'closedOn', 'lostReason'] },
    { name: 'note', fields: ['note'] },
  ],
  derive: nameOfChosen('customerId', 'customerName'),
};
