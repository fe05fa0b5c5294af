import { sql } from 'kysely';
import type { Attachment } from './attachment-store.ts';
import type { Reader, Writer } from './database.ts';
import type { Sqlite } from './sqlite.ts';
import type { AttachmentTable } from './tables.ts';

/**
 * Tells that the store uses a file, in the command that refers to it: from then on backups carry it. The file is put into the
 * attachment store before. The same file told again stays as it was told first.
 */
export async function recordAttachment(writer: Writer, attachment: AttachmentTable): Promise<void> {
  await writer
    .insertInto('attachment')
    .values(attachment)
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
}

/** How many files the store uses, and their bytes together. */
export async function attachmentTotals(reader: Reader): Promise<{ files: number; bytes: number }> {
  return reader
    .selectFrom('attachment')
    .select(({ fn }) => [
      fn.countAll<number>().as('files'),
      fn.coalesce(fn.sum<number>('size'), sql<number>`0`).as('bytes'),
    ])
    .executeTakeFirstOrThrow();
}

/** The files that a database uses, by plain SQL, so that any file can be asked; none before the schema knew them. */
export function attachmentsIn(sqlite: Sqlite): readonly Attachment[] {
  const known = sqlite
    .prepare(`select 1 from sqlite_master where type = 'table' and name = 'attachment'`)
    .get();
  return known
    ? (sqlite.prepare('select hash, size from attachment order by hash').all() as Attachment[])
    : [];
}
