import { personFields } from '#shared/features/person/person.fields.ts';
import { departmentOfPost } from '#renderer/features/post/post.queries.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';

export const personLayout: RecordLayout = {
  feature: 'person',
  fields: personFields,
  title: ['name'],
  usualSort: [{ field: 'name', descending: false }],
  importHref: '/import',
  groups: [
    { name: 'basic', fields: ['name', 'code', 'departmentId', 'postId', 'phone', 'hiredOn', 'leftOn'] },
    { name: 'note', fields: ['note'] },
  ],
  fill: (changed, id) => (changed === 'postId' ? departmentOfPost(id) : undefined),
};
