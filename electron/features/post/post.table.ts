import type { postFields } from '#shared/features/post/post.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    post: RecordTable<typeof postFields>;
  }
}
