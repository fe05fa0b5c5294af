import { repairFields, repairLineFields, repairPartFields } from '#shared/features/repair/repair.fields.ts';
import { sumOf, type RecordDefinition } from '#electron/kernel/record/record-definition.ts';

export const repairRecord = {
  feature: 'repair',
  table: 'repair',
  fields: repairFields,
  readRight: 'repair.read',
  title: 'number',
  detail: 'customerName',
  compute: (values) => ({ totalFen: sumOf(values, ['labourFen', 'partsFen', 'otherFen']) }),
} satisfies RecordDefinition;

export const repairLineRecord = {
  feature: 'repairLine',
  table: 'repairLine',
  fields: repairLineFields,
  readRight: 'repair.read',
  title: 'name',
  indexed: false,
  parent: { feature: 'repair', field: 'repairId' },
} satisfies RecordDefinition;

export const repairPartRecord = {
  feature: 'repairPart',
  table: 'repairPart',
  fields: repairPartFields,
  readRight: 'repair.read',
  title: 'name',
  indexed: false,
  parent: { feature: 'repair', field: 'repairId' },
} satisfies RecordDefinition;
