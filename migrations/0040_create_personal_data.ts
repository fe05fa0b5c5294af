import { sql, type Kysely } from 'kysely';

/**
 * 个人信息: history of consent, how long what must be kept, deletions of a person. The audit stays append-only: of a row that a
 * deletion names, values may be blanked, and the deletion's own row in the chain holds the hash of what is left.
 */
export async function up(db: Kysely<any>): Promise<void> {
  const nextSeq = '(select coalesce(max(seq), 0) + 1 from audit)';
  const statements = [
    `create table personal_data_consent (
      id integer primary key autoincrement, customer_id integer not null references customer (id) on delete cascade,
      decision text not null, scopes text not null, on_day text not null, way text not null, note text,
      at text not null, audit_seq integer
    ) strict`,
    `create index personal_data_consent_customer_id on personal_data_consent (customer_id)`,
    // What a form, an import or a merge says of consent is history too, unless the same step entered it in full.
    `create trigger personal_data_consent_changed after update of consent on customer
      when new.consent != old.consent and new.consent != 'unknown' and not exists (
        select 1 from personal_data_consent where customer_id = new.id and audit_seq = ${nextSeq})
      begin insert into personal_data_consent (customer_id, decision, scopes, on_day, way, at, audit_seq)
        values (new.id, new.consent, '["calls","marketing"]', substr(new.updated_at, 1, 10), 'record', new.updated_at,
          ${nextSeq}); end`,
    `create trigger personal_data_consent_first after insert on customer when new.consent != 'unknown'
      begin insert into personal_data_consent (customer_id, decision, scopes, on_day, way, at, audit_seq)
        values (new.id, new.consent, '["calls","marketing"]', substr(new.updated_at, 1, 10), 'record', new.updated_at,
          ${nextSeq}); end`,
    `insert into personal_data_consent (customer_id, decision, scopes, on_day, way, at, audit_seq)
      select id, consent, '["calls","marketing"]', substr(updated_at, 1, 10), 'record', updated_at, null
      from customer where consent != 'unknown'`,
    `create table retention_rule (
      id integer primary key autoincrement, version integer not null default 1,
      created_at text not null, updated_at text not null, removed_at text,
      kind text not null, years integer not null, valid_from text not null, valid_to text, source text,
      confirmed integer not null
    ) strict`,
    `create table personal_data_deletion (
      id integer primary key autoincrement, customer_id integer not null references customer (id),
      at text not null, person_id integer not null references person (id), person_name text not null,
      reason text not null, changed text not null, kept text not null, backups_until text not null
    ) strict`,
    `create unique index personal_data_deletion_customer_id on personal_data_deletion (customer_id)`,
    `create index personal_data_deletion_person_id on personal_data_deletion (person_id)`,
    `create table audit_redaction (seq integer primary key references audit (seq), by_seq integer not null) strict`,
    // The words of a complaint's history may be blanked where its customer was deleted, nothing else of it.
    `drop trigger complaint_line_no_update`,
    `create trigger complaint_line_no_update before update on complaint_line
      when new.id != old.id or new.complaint_id != old.complaint_id or new.at != old.at or new.kind != old.kind
        or not exists (
          select 1 from complaint join personal_data_deletion on personal_data_deletion.customer_id = complaint.customer_id
          where complaint.id = old.complaint_id)
      begin select raise(abort, 'the history of a complaint is append-only'); end`,
    // Records that stay as they were signed although their person was deleted: the search does not find them.
    `create table search_hidden (
      feature text not null, record_id integer not null, primary key (feature, record_id)
    ) strict, without rowid`,
    `drop trigger audit_no_update`,
    `create trigger audit_no_update before update on audit
      when not exists (select 1 from audit_redaction where audit_redaction.seq = old.seq)
        or new.seq != old.seq or new.at != old.at or new.person_id is not old.person_id
        or new.person_name != old.person_name or new.call != old.call or new.previous_hash != old.previous_hash
        or new.hash != old.hash
      begin select raise(abort, 'audit is append-only'); end`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  const at = '2026-01-01T00:00:00.000Z';
  for (const [kind, years, source] of rules)
    await sql`insert into retention_rule (created_at, updated_at, kind, years, valid_from, source, confirmed)
      values (${at}, ${at}, ${kind}, ${years}, '2020-01-01', ${source}, 0)`.execute(db);
}

/** Years from the last day of a record; all to be checked by the store. */
const rules = [
  ['accounts', 30, '会计档案管理办法（财政部、国家档案局令第79号）：会计凭证、账簿'],
  ['repair', 2, '机动车维修管理规定：机动车维修档案保存期'],
  ['sale', 3, '民法典第一百八十八条：诉讼时效'],
  ['membership', 5, '单用途商业预付卡管理办法（试行）：购卡人登记信息'],
  ['complaint', 3, '民法典第一百八十八条：诉讼时效'],
  ['dormant', 3, '门店规定：多久没有往来就审查是否还需要'],
] as const;
