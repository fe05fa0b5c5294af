import { sql, type Kysely } from 'kysely';

/** 合并客户: who was merged into whom, with what moved, so that it can be taken back; pairs that a person found to be two. */
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `alter table customer add column merged_into_id integer references customer (id)`,
    `create index customer_merged_into_id on customer (merged_into_id) where merged_into_id is not null`,
    `create table customer_merge (
      id integer primary key autoincrement, kept_id integer not null references customer (id),
      gone_id integer not null references customer (id), at text not null,
      person_id integer not null references person (id), person_name text not null,
      moved text not null, taken text not null, undone_at text, undone_by text
    ) strict`,
    `create index customer_merge_kept_id on customer_merge (kept_id)`,
    `create unique index customer_merge_gone_id on customer_merge (gone_id) where undone_at is null`,
    `create index customer_merge_person_id on customer_merge (person_id)`,
    `create table customer_distinct (
      first_id integer not null references customer (id), second_id integer not null references customer (id),
      at text not null, person_id integer not null references person (id),
      primary key (first_id, second_id)
    ) strict, without rowid`,
    `create index customer_distinct_second_id on customer_distinct (second_id)`,
    `create index customer_distinct_person_id on customer_distinct (person_id)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
