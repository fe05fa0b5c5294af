import { sql, type Kysely } from 'kysely';

/**
 * Indices that hold all that the weekly meeting and the wall of complaints read, so that neither looks up thousands of rows:
 * payments since a day with what they pay for; parts of a repair by origin; returns by day; open complaints with everything
 * their clocks depend on.
 */
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `drop index pack_payments`,
    `create index pack_payments on payment (paid_on, receivable_id, amount_fen, removed_at) where removed_at is null`,
    `drop index repair_part_repair_id`,
    `create index repair_part_repair_id on repair_part (repair_id, origin, amount_fen, removed_at)`,
    `create index pack_returns on repair (checked_in_on, state, removed_at) where removed_at is null and is_return = 1`,
    `drop index complaint_open`,
    `create index complaint_open on complaint
      (clock_from, severity, kind, channel, answered_on, handler_id, received_on, state, removed_at)
      where removed_at is null and state != 'closed'`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
