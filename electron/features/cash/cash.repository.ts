import { sql } from 'kysely';
import type { Day } from '#shared/kernel/day.ts';
import type { Reader } from '#electron/kernel/database.ts';

/** An account with its newest opening balance up to a day, and what moved from then to that day, both days included. */
export type OpenedAccount = {
  readonly openingId: number;
  /** null: movements that name no account. */
  readonly account: string | null;
  readonly openedOn: Day;
  readonly openingFen: number;
  readonly inFen: number;
  readonly outFen: number;
};

/** Accounts whose balance is known on a day, by name; the one without a name last. */
export async function listOpenedAccounts(reader: Reader, asOf: Day): Promise<OpenedAccount[]> {
  const moved = (direction: 'in' | 'out') => sql<number>`coalesce((
    select sum(cash.amount_fen) from cash
    where cash.removed_at is null and cash.account is b.account and cash.direction = ${direction}
      and cash.occurred_on between b.opened_on and ${asOf}), 0)`;
  const { rows } = await sql<OpenedAccount>`
    select b.id as opening_id, b.account, b.opened_on, b.amount_fen as opening_fen,
      ${moved('in')} as in_fen, ${moved('out')} as out_fen
    from cash_balance b
    where b.removed_at is null and b.opened_on <= ${asOf} and not exists (
      select 1 from cash_balance newer
      where newer.removed_at is null and newer.account is b.account
        and newer.opened_on > b.opened_on and newer.opened_on <= ${asOf})
    order by b.account is null, b.account`.execute(reader);
  return rows;
}

/** Accounts that money moved on in a span; jumps from one to the next in the index instead of reading every movement. */
export async function listMovedAccounts(reader: Reader, first: Day, last: Day): Promise<(string | null)[]> {
  const within = sql`removed_at is null and direction in ('in', 'out') and occurred_on between ${first} and ${last}`;
  const { rows } = await sql<{ account: string | null }>`
    with recursive known (account) as (
      select min(account) from cash where removed_at is null and account is not null
      union all
      select (select min(cash.account) from cash where removed_at is null and cash.account > known.account)
      from known where known.account is not null)
    select account from known
    where account is not null and exists (select 1 from cash where cash.account = known.account and ${within})
    union all
    select null where exists (select 1 from cash where cash.account is null and ${within})`.execute(reader);
  return rows.map(({ account }) => account);
}
