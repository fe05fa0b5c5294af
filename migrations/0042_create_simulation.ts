import { sql, type Kysely } from 'kysely';

/** 会员制度试算 drafts of a membership design with their assumptions and figures, and the edition that one became. */
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `create table simulation (
      id integer primary key autoincrement, version integer not null default 1,
      created_at text not null, updated_at text not null,
      name text not null, content text not null, assumptions text not null,
      result text, ran_on text, edition integer,
      created_by_id integer not null references person (id)
    ) strict`,
    `create unique index simulation_edition on simulation (edition) where edition is not null`,
    `create index simulation_created_by_id on simulation (created_by_id)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
