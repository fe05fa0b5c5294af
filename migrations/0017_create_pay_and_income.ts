import { sql, type Kysely } from 'kysely';

/**
 * 薪酬规则 pay rules of posts, in editions: a change adds a row and closes the one before, so that what was reckoned with an
 * edition can be reckoned again. 收入测算 wishes of people with what they assumed, and what became of them.
 */
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `create table pay (
      id integer primary key autoincrement,
      line_id integer,
      edition integer not null,
      post_id integer not null references post (id),
      from_month text not null, to_month text,
      content text not null, note text,
      created_at text not null, created_by_id integer not null references person (id),
      replaced_at text
    ) strict`,
    `create index pay_post_id on pay (post_id)`,
    `create index pay_created_by_id on pay (created_by_id)`,
    `create unique index pay_line on pay (line_id, edition)`,
    `create table income (
      id integer primary key autoincrement, version integer not null default 1,
      created_at text not null, updated_at text not null,
      person_id integer not null references person (id),
      pay_id integer not null references pay (id),
      unit text not null,
      from_month text not null, to_month text not null,
      wish_fen integer not null, units integer not null, income_fen integer not null,
      assumed text not null, words text,
      state text not null,
      answer_units integer, answer_words text,
      answered_by_id integer references person (id), answered_at text,
      decided_by_id integer references person (id), decided_at text
    ) strict`,
    `create index income_person_id on income (person_id)`,
    `create index income_pay_id on income (pay_id)`,
    `create index income_answered_by_id on income (answered_by_id) where answered_by_id is not null`,
    `create index income_decided_by_id on income (decided_by_id) where decided_by_id is not null`,
    `create index income_state on income (state)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
