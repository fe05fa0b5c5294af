import { sql, type Kysely } from 'kysely';

/** Files that a deletion took out of the store and that are still to be removed from its folder, by their hash. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`create table personal_data_file (hash text primary key) strict, without rowid`.execute(db);
}
