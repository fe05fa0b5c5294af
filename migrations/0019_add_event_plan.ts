import { sql, type Kysely } from 'kysely';

const record = `id integer primary key autoincrement, version integer not null default 1,
  created_at text not null, updated_at text not null, removed_at text`;

/**
 * 关键事项 in five phases: tasks of an event are action items that carry its phase and T±days; roles, materials, costs and
 * templates hang on it; leads and orders name the event that they come from.
 */
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `alter table event add column goal_leads integer`,
    `alter table event add column goal_orders integer`,
    `alter table event add column review_good text`,
    `alter table event add column review_bad text`,
    `alter table event add column review_next text`,
    `alter table event add column review_meeting_id integer references meeting (id)`,
    `create index event_review_meeting_id on event (review_meeting_id) where review_meeting_id is not null`,
    `create table event_role (
      ${record}, event_id integer not null references event (id), role text not null,
      person_id integer references person (id), duty text
    ) strict`,
    `create index event_role_event_id on event_role (event_id)`,
    `create index event_role_person_id on event_role (person_id)`,
    `create table event_material (
      ${record}, event_id integer not null references event (id), name text not null, quantity integer not null,
      unit text, person_id integer references person (id), ready integer not null, note text
    ) strict`,
    `create index event_material_event_id on event_material (event_id)`,
    `create index event_material_person_id on event_material (person_id)`,
    `create table event_cost (
      ${record}, event_id integer not null references event (id), category text not null, name text not null,
      budget_fen integer not null, spent_fen integer, note text
    ) strict`,
    `create index event_cost_event_id on event_cost (event_id)`,
    `create table event_template (
      id integer primary key autoincrement, name text not null, kind text not null, content text not null,
      event_id integer references event (id), created_at text not null, person_name text not null, dropped_at text
    ) strict`,
    `create index event_template_event_id on event_template (event_id)`,
    `alter table action add column event_id integer references event (id)`,
    `alter table action add column event_phase text`,
    `alter table action add column event_offset integer`,
    `create index action_event_id on action (event_id) where event_id is not null`,
    `alter table lead add column event_id integer references event (id)`,
    `create index lead_event_id on lead (event_id, arrived_on) where event_id is not null`,
    `alter table vehicle_order add column event_id integer references event (id)`,
    `create index vehicle_order_event_id on vehicle_order (event_id) where event_id is not null`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
