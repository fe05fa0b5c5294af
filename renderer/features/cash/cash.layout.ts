import { cashFields } from '#shared/features/cash/cash.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';

export const cashLayout: RecordLayout = {
  feature: 'cash',
  fields: cashFields,
  title: ['number'],
  startsToday: ['occurredOn'],
  usualSort: [{ field: 'occurredOn', descending: true }],
  importHref: '/import',
  groups: [
    {
      name: 'basic',
      fields: [
        'occurredOn',
        'direction',
        'amountFen',
        'category',
        'account',
        'counterparty',
        'personId',
        'number',
      ],
    },
    { name: 'note', fields: ['note'] },
  ],
};
