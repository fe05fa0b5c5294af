import { departmentFields } from '#shared/features/department/department.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';

export const departmentLayout: RecordLayout = {
  feature: 'department',
  fields: departmentFields,
  title: ['name'],
  usualSort: [{ field: 'name', descending: false }],

  groups: [
    { name: 'basic', fields: ['name', 'code', 'parentId', 'leaderId'] },
    { name: 'note', fields: ['note'] },
  ],
};
