import { sql, type Kysely } from 'kysely';

/**
 * Indices that hold all that the page of actuals, 差异分析 and the wall read of ten years: visits and revenue with whose they
 * are and who pays, visits of a customer by day.
 */
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `drop index pack_visits`,
    `create index pack_visits on repair
      (checked_in_on, state, type, adviser_id, customer_id, is_return, removed_at) where removed_at is null`,
    `drop index pack_revenue`,
    `create index pack_revenue on repair
      (handed_over_on, state, type, total_fen, adviser_id, payer, removed_at) where removed_at is null`,
    `drop index repair_customer_id`,
    `create index repair_customer_id on repair (customer_id, checked_in_on, state, type, removed_at)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
