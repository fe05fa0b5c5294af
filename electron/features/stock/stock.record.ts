import { stockFields } from '#shared/features/stock/stock.fields.ts';
import { stockHeldOn } from './stock.repository.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';
import { stockMayLeave } from './stock.gate.ts';

export const stockRecord = {
  feature: 'stock',
  table: 'stock',
  fields: stockFields,
  readRight: 'stock.read',
  title: 'model',
  detail: 'vin',
  asOf: { field: 'state', counted: stockHeldOn },
  gate: stockMayLeave,
} satisfies RecordDefinition;
