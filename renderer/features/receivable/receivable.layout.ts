import { receivableFields } from '#shared/features/receivable/receivable.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';
import { nameOfChosen } from '#renderer/components/record-form/name-of-chosen.ts';

export const receivableLayout: RecordLayout = {
  feature: 'receivable',
  fields: receivableFields,
  title: ['number'],
  startsToday: ['occurredOn'],
  usualSort: [{ field: 'occurredOn', descending: true }],
  importHref: '/import',
  groups: [
    { name: 'basic', fields: ['number', 'kind', 'occurredOn', 'dueOn', 'personId'] },
    { name: 'customer', fields: ['customerId', 'customerName'] },
    { name: 'amounts', fields: ['amountFen', 'settledFen', 'openFen'] },
    { name: 'note', fields: ['note'] },
  ],
  derive: nameOfChosen('customerId', 'customerName'),
};
