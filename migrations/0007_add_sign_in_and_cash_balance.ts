import { sql, type Kysely } from 'kysely';

/** Who signed in to a meeting in person; opening balances of accounts; indexes that reckon back to an earlier day. */
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    // null: the recorder noted it.
    `alter table meeting_attendance add column signed_with text`,
    `create table cash_balance (
      id integer primary key autoincrement, version integer not null default 1,
      created_at text not null, updated_at text not null, removed_at text,
      account text,
      opened_on text not null,
      amount_fen integer not null,
      note text
    ) strict`,
    `create unique index cash_balance_account on cash_balance (account, opened_on)
      where removed_at is null and account is not null`,
    `create unique index cash_balance_opened_on on cash_balance (opened_on) where removed_at is null and account is null`,
    `create index pack_cash_account on cash (account, direction, occurred_on, amount_fen, removed_at)
      where removed_at is null`,
    // Orders that waited on an earlier day are found by what ended their waiting.
    `create index vehicle_order_cancelled_on on vehicle_order (cancelled_on) where cancelled_on is not null`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
