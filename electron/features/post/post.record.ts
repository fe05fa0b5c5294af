import { postFields } from '#shared/features/post/post.fields.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';

export const postRecord = {
  feature: 'post',
  table: 'post',
  fields: postFields,
  readRight: 'post.read',
  title: 'name',
} satisfies RecordDefinition;
