import { sql, type Kysely } from 'kysely';

/**
 * 即时评价: one per visit (repair order or delivered order), with the questions as they were asked. A code that was given out is
 * kept as its hash. Its scores are customer scores like any other and name the evaluation that they come from.
 */
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `create table evaluation (
      id integer primary key autoincrement, version integer not null default 1,
      created_at text not null, updated_at text not null, removed_at text,
      number text not null, visit text not null,
      repair_id integer references repair (id), order_id integer references vehicle_order (id),
      customer_id integer references customer (id), person_id integer not null references person (id),
      asked_on text not null, asked_by_id integer not null references person (id),
      state text not null, way text, answered_on text, score_hundredths integer, recommend integer, words text,
      complaint_id integer references complaint (id), withdrawn_reason text
    ) strict`,
    `create unique index evaluation_number on evaluation (number)`,
    `create unique index evaluation_repair_id on evaluation (repair_id) where repair_id is not null`,
    `create unique index evaluation_order_id on evaluation (order_id) where order_id is not null`,
    `create index evaluation_asked_on on evaluation (asked_on)`,
    `create index evaluation_answered_on on evaluation (answered_on) where answered_on is not null`,
    `create index evaluation_customer_id on evaluation (customer_id)`,
    `create index evaluation_person_id on evaluation (person_id)`,
    `create index evaluation_asked_by_id on evaluation (asked_by_id)`,
    `create index evaluation_complaint_id on evaluation (complaint_id)`,
    `create table evaluation_code (
      evaluation_id integer primary key references evaluation (id), hash text not null unique, until text not null
    ) strict`,
    `create table evaluation_question (
      evaluation_id integer not null references evaluation (id), place integer not null,
      standard_id integer not null references standard (id),
      primary key (evaluation_id, standard_id)
    ) strict, without rowid`,
    `create index evaluation_question_standard_id on evaluation_question (standard_id)`,
    `alter table service_score add column evaluation_id integer references evaluation (id)`,
    `create index service_score_evaluation_id on service_score (evaluation_id) where evaluation_id is not null`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
