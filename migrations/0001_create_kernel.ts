import { sql, type Kysely } from 'kysely';

/** Tables of the kernel: settings, audit, jobs, search, accounts and sessions. */
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `create table setting (key text primary key, value text not null) strict, without rowid`,
    `create table person_setting (
      person_id integer not null, key text not null, value text not null,
      primary key (person_id, key)
    ) strict, without rowid`,
    `create table audit (
      seq integer primary key, at text not null, person_id integer, person_name text not null, call text not null,
      detail text not null, previous_hash text not null, hash text not null
    ) strict`,
    `create index audit_at on audit (at)`,
    `create index audit_person on audit (person_id, seq)`,
    `create table audit_record (
      feature text not null, record_id integer not null, seq integer not null references audit (seq),
      primary key (feature, record_id, seq)
    ) strict, without rowid`,
    `create trigger audit_no_update before update on audit begin select raise(abort, 'audit is append-only'); end`,
    `create trigger audit_no_delete before delete on audit begin select raise(abort, 'audit is append-only'); end`,
    `create table job (
      id integer primary key autoincrement, kind text not null, subject text not null, person_id integer,
      state text not null, percent integer not null, step text not null, error text, result text,
      file_path text, file_name text, started_at text not null, ended_at text
    ) strict`,
    `create table search_entry (
      id integer primary key, feature text not null, record_id integer not null, title text not null, detail text not null
    ) strict`,
    `create unique index search_entry_record on search_entry (feature, record_id)`,
    `create virtual table search_text using fts5 (
      tokens, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0", prefix='2 3 4 5', detail=none
    )`,
    `create table account (
      person_id integer primary key, login text not null, roles text not null, password_hash text not null,
      pin_hash text, recovery_hash text, language text not null, active integer not null, failures integer not null default 0,
      blocked_until text, last_sign_in_at text
    ) strict`,
    `create unique index account_login on account (login)`,
    `create table session (
      token_hash text primary key, person_id integer not null references account (person_id), opened_at text not null,
      seen_at text not null, expires_at text not null, locked_at text
    ) strict, without rowid`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
