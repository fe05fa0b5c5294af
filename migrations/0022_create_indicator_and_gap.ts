import { sql, type Kysely } from 'kysely';

/**
 * 指标: the store's own indicators by dated versions, and figures typed by hand. 差异分析: gap records with their tree of
 * whys; action items name the gap that they answer.
 */
export async function up(db: Kysely<any>): Promise<void> {
  const head = `id integer primary key autoincrement, version integer not null default 1,
    created_at text not null, updated_at text not null, removed_at text`;
  const statements = [
    `create table indicator (
      ${head}, key text not null, edition integer not null,
      name text not null, name_en text, unit text not null, unit_name text, direction text not null, way text not null,
      formula text, exclusions text, source text not null, valid_from text not null, valid_to text, note text
    ) strict`,
    `create index indicator_key on indicator (key, valid_from)`,
    `create table indicator_entry (
      ${head}, indicator text not null, period_kind text not null, period text not null, level text not null,
      department_id integer references department (id), person_id integer references person (id),
      value integer not null, note text, entered_on text not null,
      entered_by_id integer not null references person (id), late integer not null
    ) strict`,
    `create unique index indicator_entry_one on indicator_entry
      (indicator, period, level, coalesce(department_id, 0), coalesce(person_id, 0)) where removed_at is null`,
    `create index indicator_entry_department_id on indicator_entry (department_id) where department_id is not null`,
    `create index indicator_entry_person_id on indicator_entry (person_id) where person_id is not null`,
    `create index indicator_entry_entered_by_id on indicator_entry (entered_by_id)`,
    `create table gap (
      ${head}, number text not null, indicator text not null, period_kind text not null, period text not null,
      level text not null, department_id integer references department (id), person_id integer references person (id),
      goal integer, actual integer, state text not null, owner_id integer not null references person (id),
      raised_on text not null, cause text, closed_on text, closed_by_id integer references person (id), result text
    ) strict`,
    `create unique index gap_number on gap (number)`,
    `create index gap_about on gap (indicator, period)`,
    `create index gap_owner_id on gap (owner_id)`,
    `create index gap_department_id on gap (department_id) where department_id is not null`,
    `create index gap_person_id on gap (person_id) where person_id is not null`,
    `create index gap_closed_by_id on gap (closed_by_id) where closed_by_id is not null`,
    `create table gap_why (
      gap_id integer not null references gap (id), position integer not null, depth integer not null,
      text text not null, is_root integer not null, primary key (gap_id, position)
    ) strict, without rowid`,
    `alter table action add column gap_id integer references gap (id)`,
    `create index action_gap_id on action (gap_id) where gap_id is not null`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
