import { sql, type Kysely } from 'kysely';

/**
 * 归属: every change of a customer's consultant as a row, and hand-overs of what hangs on a person. The rows are written by
 * triggers, because forms, lists, imports, merges and what takes them back go different ways; who and why stand in the row of the
 * audit with which each of these transactions ends.
 */
export async function up(db: Kysely<any>): Promise<void> {
  const line = 'insert into assignment (customer_id, from_id, to_id, at, audit_seq)';
  const endsWith = '(select coalesce(max(seq), 0) + 1 from audit)';
  const statements = [
    `create table assignment (
      id integer primary key autoincrement, customer_id integer not null references customer (id) on delete cascade,
      from_id integer references person (id) on delete set null,
      to_id integer references person (id) on delete set null,
      at text not null, audit_seq integer
    ) strict`,
    `create index assignment_customer_id on assignment (customer_id)`,
    `create index assignment_from_id on assignment (from_id) where from_id is not null`,
    `create index assignment_to_id on assignment (to_id) where to_id is not null`,
    `create trigger assignment_first after insert on customer when new.consultant_id is not null
      begin ${line} values (new.id, null, new.consultant_id, new.updated_at, ${endsWith}); end`,
    `create trigger assignment_next after update of consultant_id on customer
      when new.consultant_id is not old.consultant_id
      begin ${line} values (new.id, old.consultant_id, new.consultant_id, new.updated_at, ${endsWith}); end`,
    // What stands now began at the latest when the customer was entered or last given away; nobody knows more.
    `${line} select id, null, consultant_id, created_at, null from customer where consultant_id is not null`,
    `create table assignment_hand_over (
      id integer primary key autoincrement, from_id integer not null references person (id), cause text not null,
      reason text not null, at text not null, person_id integer not null references person (id),
      person_name text not null, moved text not null, undone_at text, undone_by text, returned integer
    ) strict`,
    `create index assignment_hand_over_from_id on assignment_hand_over (from_id)`,
    `create index assignment_hand_over_person_id on assignment_hand_over (person_id)`,
    // 约定由谁再访: the successor of who promised; empty: who promised.
    `alter table follow_up add column next_by_id integer references person (id)`,
    `create index follow_up_next_by_id on follow_up (next_by_id) where next_by_id is not null`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
