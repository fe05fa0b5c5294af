import { stockFields } from '#shared/features/stock/stock.fields.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';

export const stockRecord = {
  feature: 'stock',
  table: 'stock',
  fields: stockFields,
  readRight: 'stock.read',
  title: 'model',
  detail: 'vin',
} satisfies RecordDefinition;
