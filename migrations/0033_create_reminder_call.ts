import { sql, type Kysely } from 'kysely';

/**
 * 邀约: what came of a call about what falls due (its talk is a follow-up of the customer), the reasons that it named,
 * appointments, and how many bays the workshop has in an hour.
 */
export async function up(db: Kysely<any>): Promise<void> {
  const record = `id integer primary key autoincrement, version integer not null default 1,
      created_at text not null, updated_at text not null, removed_at text`;
  const statements = [
    `create table reminder_call (
      ${record},
      customer_id integer not null references customer (id), follow_up_id integer not null references follow_up (id),
      person_id integer not null references person (id), happened_on text not null, code text not null,
      next_on text, reminder_rule_id integer references reminder_rule (id)
    ) strict`,
    `create index reminder_call_customer_id on reminder_call (customer_id, happened_on)`,
    `create index reminder_call_happened_on on reminder_call (happened_on)`,
    `create index reminder_call_follow_up_id on reminder_call (follow_up_id)`,
    `create index reminder_call_person_id on reminder_call (person_id)`,
    `create index reminder_call_reminder_rule_id on reminder_call (reminder_rule_id) where reminder_rule_id is not null`,
    `create table reminder_reason (
      reminder_call_id integer not null references reminder_call (id), kind text not null,
      vehicle_id integer references vehicle (id), due_on text not null, reminder_rule_id integer
    ) strict`,
    `create index reminder_reason_reminder_call_id on reminder_reason (reminder_call_id)`,
    `create index reminder_reason_vehicle_id on reminder_reason (vehicle_id) where vehicle_id is not null`,
    `create table reminder_appointment (
      ${record},
      customer_id integer not null references customer (id), vehicle_id integer references vehicle (id),
      on_day text not null, hour integer not null, state text not null,
      reminder_call_id integer references reminder_call (id), person_id integer references person (id), note text
    ) strict`,
    `create index reminder_appointment_on_day on reminder_appointment (on_day, hour)`,
    `create index reminder_appointment_customer_id on reminder_appointment (customer_id)`,
    `create index reminder_appointment_vehicle_id on reminder_appointment (vehicle_id) where vehicle_id is not null`,
    `create index reminder_appointment_reminder_call_id on reminder_appointment (reminder_call_id)
      where reminder_call_id is not null`,
    `create index reminder_appointment_person_id on reminder_appointment (person_id) where person_id is not null`,
    `create table reminder_capacity (
      ${record},
      weekday text not null, from_hour integer not null, to_hour integer not null, bays integer not null,
      valid_from text not null, valid_to text, source text not null, confirmed integer not null
    ) strict`,
    // The last talk with a customer, whatever it was about.
    `drop index follow_up_customer_id`,
    `create index follow_up_customer_id on follow_up (customer_id, happened_on)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  const at = '2026-01-01T00:00:00.000Z';
  for (const [weekday, from, to, bays] of hours)
    await sql`insert into reminder_capacity (created_at, updated_at, weekday, from_hour, to_hour, bays, valid_from, source,
      confirmed) values (${at}, ${at}, ${weekday}, ${from}, ${to}, ${bays}, '2020-01-01', '门店工位', 0)`.execute(
      db,
    );
}

/** Days, from and to which hour, bays that customers may be promised: to be set by the store. */
const hours = [
  ['workday', 8, 12, 4],
  ['workday', 13, 18, 4],
  ['saturday', 8, 12, 3],
  ['sunday', 9, 12, 2],
] as const; // prettier-ignore
