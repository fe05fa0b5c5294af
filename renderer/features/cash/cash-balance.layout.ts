import { cashBalanceFields } from '#shared/features/cash/cash.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';

export const cashBalanceLayout: RecordLayout = {
  feature: 'cashBalance',
  fields: cashBalanceFields,
  title: ['account', 'openedOn'],
  startsToday: ['openedOn'],
  usualSort: [{ field: 'openedOn', descending: true }],
  groups: [
    { name: 'basic', fields: ['account', 'openedOn', 'amountFen'] },
    { name: 'note', fields: ['note'] },
  ],
};
