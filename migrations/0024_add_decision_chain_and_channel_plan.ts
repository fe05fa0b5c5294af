import { sql, type Kysely } from 'kysely';

/** 决策登记: what is in force and what replaced it. 渠道工作计划: one per channel and month; its actions are action items. */
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `alter table decision add column state text not null default 'inForce'`,
    `alter table decision add column replaced_by_id integer references decision (id)`,
    `alter table decision add column replaced_on text`,
    `create index decision_replaced_by_id on decision (replaced_by_id) where replaced_by_id is not null`,
    `create table channel_plan (
      id integer primary key autoincrement, version integer not null default 1,
      created_at text not null, updated_at text not null, removed_at text,
      month text not null, channel text not null, person_id integer references person (id),
      goal_leads integer, goal_orders integer, budget_fen integer, cost_fen integer, note text
    ) strict`,
    `create unique index channel_plan_month on channel_plan (month, channel) where removed_at is null`,
    `create index channel_plan_person_id on channel_plan (person_id)`,
    `alter table action add column channel_plan_id integer references channel_plan (id)`,
    `create index action_channel_plan_id on action (channel_plan_id) where channel_plan_id is not null`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
