import { sql, type RawBuilder } from 'kysely';
import type { PhotoCount, PhotoKind } from '#shared/features/personal-data/personal-data.contract.ts';
import type { AttachmentStore } from '#electron/kernel/attachment-store.ts';
import type { DeskDatabase, Reader, Writer } from '#electron/kernel/database.ts';

/**
 * Photos that nobody signed: of checks that were never finished and of deliveries that did not come about. Those of finished checks
 * and of hand-overs are part of what was signed and stay with it.
 */
const photos: readonly {
  readonly kind: PhotoKind;
  readonly table: string;
  readonly where: (ids: string) => RawBuilder<unknown>;
}[] = [
  {
    kind: 'inspection',
    table: 'inspection_photo',
    where: (ids) => sql`inspection_id in (select inspection.id from inspection
      join repair on repair.id = inspection.repair_id
      where inspection.state = 'open' and repair.customer_id in (select value from json_each(${ids})))`,
  },
  {
    kind: 'delivery',
    table: 'delivery_photo',
    where: (ids) => sql`delivery_id in (select id from delivery
      where state = 'cancelled' and customer_id in (select value from json_each(${ids})))`,
  },
];

/** How many photos of the customers a deletion takes away, by kind. */
export async function countPhotos(
  reader: Reader | Writer,
  customerIds: readonly number[],
): Promise<readonly PhotoCount[]> {
  const ids = JSON.stringify(customerIds);
  const counts: PhotoCount[] = [];
  for (const { kind, table, where } of photos) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.id(table)}
      where ${where(ids)}`.execute(reader);
    const [{ count } = { count: 0 }] = rows;
    if (count > 0) counts.push({ kind, count });
  }
  return counts;
}

/** Every column of the store that names a file, as the database itself knows them. */
async function columnsOfFiles(writer: Writer): Promise<readonly { table: string; column: string }[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select m.name as "table", f."from" as "column" from sqlite_schema m join pragma_foreign_key_list(m.name) f
    where m.type = 'table' and f."table" = 'attachment'`.execute(writer);
  return rows;
}

/**
 * Takes the photos away and notes the files that nothing else names, to be removed after the transaction. Returns how many
 * photos there were, by kind.
 */
export async function takePhotos(
  writer: Writer,
  customerIds: readonly number[],
): Promise<readonly PhotoCount[]> {
  const ids = JSON.stringify(customerIds);
  const hashes = new Set<string>();
  const counts: PhotoCount[] = [];
  for (const { kind, table, where } of photos) {
    const { rows } = await sql<{ hash: string; thumbnailHash: string }>`
      delete from ${sql.id(table)} where ${where(ids)} returning hash, thumbnail_hash`.execute(writer);
    if (rows.length > 0) counts.push({ kind, count: rows.length });
    for (const { hash, thumbnailHash } of rows) hashes.add(hash).add(thumbnailHash);
  }
  if (hashes.size === 0) return counts;
  const unused = sql.join(
    (await columnsOfFiles(writer)).map(
      ({ table, column }) =>
        sql`not exists (select 1 from ${sql.id(table)} where ${sql.id(table, column)} = attachment.hash)`,
    ),
    sql` and `,
  );
  const gone = await sql<{ hash: string }>`delete from attachment
    where hash in (select value from json_each(${JSON.stringify([...hashes])})) and ${unused} returning hash`.execute(
    writer,
  );
  for (const { hash } of gone.rows)
    await writer
      .insertInto('personalDataFile')
      .values({ hash })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  return counts;
}

/**
 * Removes the files that deletions took out of the store, unless somebody has put the same one in since. Not while a backup is
 * made: its copy may still name them. What a stop of the program leaves over is removed when the store is opened.
 */
export async function removeErasedFiles(
  database: Pick<DeskDatabase, 'reader' | 'write'>,
  attachments: Pick<AttachmentStore, 'remove'>,
): Promise<void> {
  const { rows } = await sql<{ hash: string }>`select hash from personal_data_file
    where hash not in (select hash from attachment)`.execute(database.reader);
  const hashes = rows.map(({ hash }) => hash);
  await attachments.remove(hashes);
  if (hashes.length === 0) return;
  await database.write((writer) =>
    sql`delete from personal_data_file where hash in (select value from json_each(${JSON.stringify(hashes)}))`.execute(
      writer,
    ),
  );
}
