import { sql, type Kysely } from 'kysely';

/** Photos and other files that the store uses; their bytes lie outside, under the hash of their content. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`create table attachment (
    hash text primary key, size integer not null, media_type text not null, width integer, height integer,
    created_at text not null
  ) strict, without rowid`.execute(db);
}
