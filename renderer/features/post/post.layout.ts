import { postFields } from '#shared/features/post/post.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';

export const postLayout: RecordLayout = {
  feature: 'post',
  fields: postFields,
  title: ['name'],
  usualSort: [{ field: 'departmentId', descending: false }],
  importHref: '/import',
  groups: [
    { name: 'basic', fields: ['name', 'departmentId', 'plannedHeadcount'] },
    { name: 'note', fields: ['note'] },
  ],
};
