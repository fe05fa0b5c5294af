import { sql, type Kysely } from 'kysely';

/** Meetings with their parts, decisions, action items, signatures; and the indexes that the weekly pack reads. */
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `create table number_series (name text primary key, last integer not null) strict, without rowid`,
    `create table meeting (
      id integer primary key autoincrement, version integer not null default 1,
      created_at text not null, updated_at text not null, removed_at text,
      number text not null, kind text not null, period text not null, state text not null,
      held_on text, starts_at text, ends_at text, place text,
      chair_id integer references person (id),
      recorder_id integer references person (id),
      confirmed_at text
    ) strict`,
    `create unique index meeting_number on meeting (kind, number) where removed_at is null`,
    `create index meeting_period on meeting (period)`,
    `create index meeting_chair_id on meeting (chair_id)`,
    `create index meeting_recorder_id on meeting (recorder_id)`,
    `create table meeting_part (
      meeting_id integer not null references meeting (id), part text not null, version integer not null,
      updated_at text not null, person_name text not null,
      primary key (meeting_id, part)
    ) strict, without rowid`,
    `create table meeting_agenda_item (
      meeting_id integer not null references meeting (id), position integer not null, title text not null,
      planned_minutes integer not null, actual_minutes integer, presenter_id integer references person (id),
      primary key (meeting_id, position)
    ) strict, without rowid`,
    `create index meeting_agenda_item_presenter_id on meeting_agenda_item (presenter_id)`,
    `create table meeting_attendance (
      meeting_id integer not null references meeting (id), person_id integer not null references person (id),
      position integer not null, state text not null, signed_in_at text,
      primary key (meeting_id, person_id)
    ) strict, without rowid`,
    `create index meeting_attendance_person_id on meeting_attendance (person_id)`,
    `create table meeting_topic (
      id integer primary key autoincrement, meeting_id integer not null references meeting (id),
      title text not null, minutes text not null
    ) strict`,
    `create index meeting_topic_meeting_id on meeting_topic (meeting_id)`,
    `create table meeting_comment (
      meeting_id integer not null references meeting (id), topic text not null, text text not null,
      primary key (meeting_id, topic)
    ) strict, without rowid`,
    `create table meeting_snapshot (
      meeting_id integer primary key references meeting (id), template_version integer not null,
      content text not null, audit_code text not null
    ) strict`,
    `create table meeting_amendment (
      meeting_id integer not null references meeting (id), number integer not null, reason text not null,
      text text not null, person_id integer not null, person_name text not null, at text not null, hash text not null,
      primary key (meeting_id, number)
    ) strict, without rowid`,
    `create table meeting_signature (
      id integer primary key autoincrement, meeting_id integer not null references meeting (id),
      amendment integer, person_id integer not null, person_name text not null, meaning text not null,
      signed_at text not null, hash text not null
    ) strict`,
    `create index meeting_signature_meeting_id on meeting_signature (meeting_id)`,
    `create table decision (
      id integer primary key autoincrement, version integer not null default 1,
      created_at text not null, updated_at text not null, removed_at text,
      number text not null, meeting_id integer not null references meeting (id), decided_on text not null,
      text text not null, guidance text, method text, timing text, supervision text, logistics text, incentive text
    ) strict`,
    `create unique index decision_number on decision (number)`,
    `create index decision_meeting_id on decision (meeting_id)`,
    `create table action (
      id integer primary key autoincrement, version integer not null default 1,
      created_at text not null, updated_at text not null, removed_at text,
      number text not null, text text not null, owner_id integer not null references person (id),
      due_on text not null, "check" text not null, state text not null, raised_on text not null,
      meeting_id integer references meeting (id), decision_id integer references decision (id),
      reported_on text, closed_on text, closed_by_id integer references person (id),
      closed_meeting_id integer references meeting (id), evidence text
    ) strict`,
    `create unique index action_number on action (number)`,
    `create index action_open on action (due_on) where removed_at is null and state != 'closed'`,
    `create index action_owner_id on action (owner_id, state, due_on)`,
    `create index action_meeting_id on action (meeting_id)`,
    `create index action_decision_id on action (decision_id)`,
    `create index action_closed_by_id on action (closed_by_id)`,
    `create index action_closed_meeting_id on action (closed_meeting_id)`,
    `create table action_line (
      id integer primary key autoincrement, action_id integer not null references action (id),
      meeting_id integer references meeting (id), at text not null, kind text not null,
      person_id integer not null, person_name text not null, owner_id integer not null, text text not null
    ) strict`,
    `create index action_line_action_id on action_line (action_id)`,
    `create index action_line_meeting_id on action_line (meeting_id)`,
    // The pack adds up days: each index covers its sum, so that no row of the table is read.
    `create index pack_orders on vehicle_order (ordered_on, state, quantity, removed_at) where removed_at is null`,
    `create index pack_deliveries on vehicle_order (delivered_on, state, quantity, removed_at) where removed_at is null`,
    `create index pack_planned on vehicle_order (state, planned_on, quantity, removed_at) where removed_at is null`,
    `create index pack_open_orders on vehicle_order (state, model, ordered_on, quantity, removed_at) where removed_at is null`,
    `create index pack_leads on lead (arrived_on, removed_at) where removed_at is null`,
    `create index pack_visits on repair (checked_in_on, state, type, removed_at) where removed_at is null`,
    `create index pack_revenue on repair (handed_over_on, state, type, total_fen, removed_at) where removed_at is null`,
    `create index pack_cash on cash (occurred_on, direction, amount_fen, removed_at) where removed_at is null`,
    `create index pack_payments on payment (paid_on, amount_fen, removed_at) where removed_at is null`,
    `create index pack_stock on stock (state, model, arrived_on, removed_at) where removed_at is null`,
    `create index pack_receivables on receivable (occurred_on, due_on, open_fen, removed_at)
      where removed_at is null and open_fen > 0`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
