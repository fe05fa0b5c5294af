import { indicatorEntryFields, indicatorFields } from '#shared/features/indicator/indicator.fields.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';
import { entryCells } from './indicator.export.ts';
import { indicatorMayBe } from './indicator.gate.ts';

export const indicatorRecord = {
  feature: 'indicator',
  table: 'indicator',
  fields: indicatorFields,
  readRight: 'goal.read',
  title: 'name',
  titleEn: 'nameEn',
  detail: 'formula',
  gate: indicatorMayBe,
} satisfies RecordDefinition;

export const indicatorEntryRecord = {
  feature: 'indicatorEntry',
  table: 'indicatorEntry',
  fields: indicatorEntryFields,
  readRight: 'goal.read',
  title: 'indicator',
  detail: 'period',
  indexed: false,
  exported: {
    reads: ['indicator', 'value'],
    cells: entryCells,
  },
} satisfies RecordDefinition;
