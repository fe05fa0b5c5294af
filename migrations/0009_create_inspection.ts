import { sql, type Kysely } from 'kysely';

const record = `id integer primary key autoincrement, version integer not null default 1,
  created_at text not null, updated_at text not null, removed_at text`;

/**
 * Until when a passed PDI counts while the vehicle stands in stock. The rule is the field's (domain rules §4: repeated by
 * age), the figures are a proposal to be checked by the store, hence `confirmed` 0.
 */
const repeatRules = [
  ['arrival', 30],
  ['departure', 15],
  ['quality', 7],
] as const;

/** Checks carried out on vehicles and repairs, signatures of records, and what asks for a check again. */
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `create table signature (
      id integer primary key autoincrement, feature text not null, record_id integer not null,
      person_id integer not null, person_name text not null, meaning text not null, signed_at text not null,
      hash text not null, template_version integer not null
    ) strict`,
    `create index signature_record_id on signature (feature, record_id)`,
    `create table inspection (
      ${record},
      number text not null, purpose text not null, state text not null, vin text, plate text,
      stock_id integer references stock (id), repair_id integer references repair (id),
      checklist_id integer not null references checklist (id), edition integer not null,
      round integer not null, previous_id integer references inspection (id),
      started_on text not null, started_by_id integer not null references person (id),
      finished_on text, finished_at text, finished_by_id integer references person (id),
      odometer_km integer, item_count integer not null, ng_count integer not null, note text, void_reason text
    ) strict`,
    `create unique index inspection_number on inspection (number)`,
    // Answers what a vehicle or repair has passed without reading a row of the table.
    `create index inspection_stock_id on inspection
      (stock_id, purpose, state, round, finished_on, finished_by_id, removed_at)`,
    `create index inspection_repair_id on inspection
      (repair_id, purpose, state, round, finished_on, finished_by_id, removed_at)`,
    `create index inspection_vin on inspection (vin)`,
    `create index inspection_checklist_id on inspection (checklist_id)`,
    `create index inspection_previous_id on inspection (previous_id)`,
    `create index inspection_started_by_id on inspection (started_by_id)`,
    `create index inspection_finished_by_id on inspection (finished_by_id)`,
    `create index inspection_started_on on inspection (started_on, id) where removed_at is null`,
    `create index inspection_finished_on on inspection (finished_on, purpose, state)`,
    `create table inspection_answer (
      inspection_id integer not null references inspection (id), item text not null, version integer not null,
      result text, number integer, choice text, text text, note text, verdict text not null,
      carried_from_id integer references inspection (id),
      person_id integer not null, person_name text not null, at text not null,
      primary key (inspection_id, item)
    ) strict, without rowid`,
    `create index inspection_answer_ng on inspection_answer (inspection_id, item) where verdict = 'ng'`,
    `create index inspection_answer_carried_from_id on inspection_answer (carried_from_id)
      where carried_from_id is not null`,
    `create table inspection_mark (
      id integer primary key autoincrement, inspection_id integer not null references inspection (id),
      view text not null, x integer not null, y integer not null, kind text not null, note text,
      person_name text not null, at text not null
    ) strict`,
    `create index inspection_mark_inspection_id on inspection_mark (inspection_id)`,
    `create table inspection_photo (
      id integer primary key autoincrement, inspection_id integer not null references inspection (id),
      item text, mark_id integer references inspection_mark (id), caption text,
      hash text not null references attachment (hash), thumbnail_hash text not null references attachment (hash),
      width integer not null, height integer not null, person_name text not null, at text not null
    ) strict`,
    `create index inspection_photo_inspection_id on inspection_photo (inspection_id)`,
    `create index inspection_photo_mark_id on inspection_photo (mark_id)`,
    `create index inspection_photo_hash on inspection_photo (hash)`,
    `create index inspection_photo_thumbnail_hash on inspection_photo (thumbnail_hash)`,
    `create table inspection_snapshot (
      inspection_id integer primary key references inspection (id), template_version integer not null,
      content text not null, audit_code text not null
    ) strict`,
    `create table repeat_rule (
      ${record},
      purpose text not null, vehicle_kind text, after_days integer not null, valid_from text not null, valid_to text,
      source text not null, confirmed integer not null
    ) strict`,
    `alter table action add column inspection_id integer references inspection (id)`,
    `alter table action add column inspection_item text`,
    `create index action_inspection_id on action (inspection_id)`,
    // The work list asks for the few vehicles and repairs that are in the house.
    `create index stock_here on stock (state) where removed_at is null and left_on is null`,
    `create index stock_left_on on stock (left_on) where left_on is not null`,
    `create index repair_in_house on repair (state) where removed_at is null and state in ('working', 'done')`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  const seeded = '2026-01-01T00:00:00.000Z';
  for (const [purpose, days] of repeatRules)
    await sql`insert into repeat_rule
      (version, created_at, updated_at, purpose, after_days, valid_from, source, confirmed)
      values (1, ${seeded}, ${seeded}, ${purpose}, ${days}, '2020-01-01', '本店惯例，请核对', 0)`.execute(db);
}
