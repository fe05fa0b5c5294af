import { sql, type Kysely } from 'kysely';

/** Check lists with their editions. A published edition is frozen by the database itself; one draft per list. */
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `create table checklist (
      id integer primary key autoincrement, version integer not null default 1,
      created_at text not null, updated_at text not null, removed_at text,
      name text not null, name_en text, purpose text not null, state text not null,
      current_edition integer, shipped_key text
    ) strict`,
    `create unique index checklist_shipped_key on checklist (shipped_key) where removed_at is null`,
    `create index checklist_purpose on checklist (purpose, state)`,
    // The draft has neither edition, hash, published_at nor reason. version counts its saves.
    `create table checklist_edition (
      id integer primary key autoincrement, checklist_id integer not null references checklist (id),
      edition integer, version integer not null, content text not null, source text not null,
      person_id integer, person_name text not null, saved_at text not null,
      hash text, published_at text, reason text
    ) strict`,
    `create unique index checklist_edition_number on checklist_edition (checklist_id, edition)`,
    `create unique index checklist_edition_draft on checklist_edition (checklist_id) where published_at is null`,
    `create trigger checklist_edition_unchanged before update on checklist_edition
      when old.published_at is not null
      begin select raise(abort, 'a published edition is never changed'); end`,
    `create trigger checklist_edition_kept before delete on checklist_edition
      when old.published_at is not null
      begin select raise(abort, 'a published edition is never removed'); end`,
    // Which text the program last offered for each of its own lists.
    `create table checklist_offer (shipped_key text primary key, hash text not null) strict, without rowid`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
