import { checklistFields } from '#shared/features/checklist/checklist.fields.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';

export const checklistRecord = {
  feature: 'checklist',
  table: 'checklist',
  fields: checklistFields,
  readRight: 'checklist.read',
  title: 'name',
  titleEn: 'nameEn',
  detail: 'nameEn',
} satisfies RecordDefinition;
