import {
  certificateFields,
  repairFields,
  repairLineFields,
  repairPartFields,
  reworkFields,
  warrantyRuleFields,
} from '#shared/features/repair/repair.fields.ts';
import { sumOf, type RecordDefinition } from '#electron/kernel/record/record-definition.ts';
import { checkValidSpan } from '#electron/kernel/record/valid-span.ts';
import { repairMayLeave } from './repair.gate.ts';

export const repairRecord = {
  feature: 'repair',
  table: 'repair',
  fields: repairFields,
  readRight: 'repair.read',
  title: 'number',
  detail: 'customerName',
  gate: repairMayLeave,
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

export const reworkRecord = {
  feature: 'rework',
  table: 'rework',
  fields: reworkFields,
  readRight: 'repair.read',
  title: 'number',
  detail: 'reason',
} satisfies RecordDefinition;

export const certificateRecord = {
  feature: 'certificate',
  table: 'certificate',
  fields: certificateFields,
  readRight: 'repair.read',
  title: 'number',
  detail: 'vin',
} satisfies RecordDefinition;

export const warrantyRuleRecord = {
  feature: 'warrantyRule',
  table: 'warrantyRule',
  fields: warrantyRuleFields,
  readRight: 'repair.read',
  title: 'source',
  indexed: false,
  check: checkValidSpan,
} satisfies RecordDefinition;
