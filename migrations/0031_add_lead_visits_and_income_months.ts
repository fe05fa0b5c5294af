import { sql, type Kysely } from 'kysely';

/**
 * 到店 and 试驾 days of a lead, from which own conversion rates are taken. 收入测算 of several months: units and income of each
 * month (JSON of `IncomeMonthUnits[]`), as asked for and as the manager answered; a wish without them has the same units in all.
 */
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `alter table lead add column visited_on text`,
    `alter table lead add column test_driven_on text`,
    `create index lead_visited on lead (consultant_id, visited_on) where visited_on is not null`,
    `create index lead_test_driven on lead (consultant_id, test_driven_on) where test_driven_on is not null`,
    `alter table income add column months text`,
    `alter table income add column answer_months text`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
