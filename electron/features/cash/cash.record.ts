import { cashBalanceFields, cashFields } from '#shared/features/cash/cash.fields.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';

export const cashRecord = {
  feature: 'cash',
  table: 'cash',
  fields: cashFields,
  readRight: 'cash.read',
  title: 'number',
  detail: 'counterparty',
} satisfies RecordDefinition;

export const cashBalanceRecord = {
  feature: 'cashBalance',
  table: 'cashBalance',
  fields: cashBalanceFields,
  readRight: 'cash.read',
  title: 'account',
  detail: 'openedOn',
} satisfies RecordDefinition;
