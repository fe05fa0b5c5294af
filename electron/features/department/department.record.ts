import { departmentFields } from '#shared/features/department/department.fields.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';

export const departmentRecord = {
  feature: 'department',
  table: 'department',
  fields: departmentFields,
  readRight: 'department.read',
  title: 'name',
  detail: 'code',
} satisfies RecordDefinition;
