import { sql, type Kysely } from 'kysely';

/** Imports, what each did to every record (for history and undo), and the mapping remembered by a file's shape. */
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `create table import (
      id integer primary key autoincrement, kind text not null, file_name text not null, file_hash text not null,
      person_id integer, person_name text not null, at text not null, state text not null,
      counts text not null, undone_at text, undo_counts text, audit_seq integer
    ) strict`,
    `create table import_change (
      import_id integer not null references import (id), feature text not null, record_id integer not null,
      version integer not null, before text, after text not null,
      primary key (import_id, feature, record_id)
    ) strict, without rowid`,
    `create index import_change_record on import_change (feature, record_id)`,
    `create table import_shape (
      shape text primary key, kind text not null, mapping text not null, encoding text, header_row integer, at text not null
    ) strict, without rowid`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
