import { sql, type Kysely } from 'kysely';

/**
 * Annual plans: editions with parts that are versioned apart, what was frozen when the owner signed, and the action items
 * that measures became. An approved edition and its frozen content cannot be changed by any path of the program.
 */
export async function up(db: Kysely<any>): Promise<void> {
  const refuse = `begin select raise(abort, 'plan-approved'); end`;
  const approved = (plan: string): string => `(select state from plan where id = ${plan}) = 'approved'`;
  const statements = [
    `create table plan (
      id integer primary key autoincrement, created_at text not null, updated_at text not null,
      year integer not null, edition integer not null, state text not null, reason text,
      submitted_at text, submitted_by_id integer references person (id), returned text,
      approved_at text, approved_by_id integer references person (id)
    ) strict`,
    `create unique index plan_edition on plan (year, edition)`,
    // One edition of a year is worked on at a time.
    `create unique index plan_open on plan (year) where state != 'approved'`,
    `create index plan_submitted_by_id on plan (submitted_by_id)`,
    `create index plan_approved_by_id on plan (approved_by_id)`,
    `create table plan_part (
      plan_id integer not null references plan (id), part text not null, version integer not null,
      updated_at text not null, person_name text not null, content text not null, primary key (plan_id, part)
    ) strict`,
    `create table plan_snapshot (
      plan_id integer primary key references plan (id), template_version integer not null,
      content text not null, audit_code text not null
    ) strict`,
    `create table plan_action (
      year integer not null, measure text not null, action_id integer not null references action (id),
      primary key (year, measure)
    ) strict`,
    `create index plan_action_action_id on plan_action (action_id)`,
    `create trigger plan_closed before update on plan when old.state = 'approved' ${refuse}`,
    `create trigger plan_kept before delete on plan when old.state = 'approved' ${refuse}`,
    `create trigger plan_part_late before insert on plan_part when ${approved('new.plan_id')} ${refuse}`,
    `create trigger plan_part_closed before update on plan_part when ${approved('old.plan_id')} ${refuse}`,
    `create trigger plan_part_kept before delete on plan_part when ${approved('old.plan_id')} ${refuse}`,
    `create trigger plan_snapshot_closed before update on plan_snapshot ${refuse}`,
    `create trigger plan_snapshot_kept before delete on plan_snapshot ${refuse}`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
