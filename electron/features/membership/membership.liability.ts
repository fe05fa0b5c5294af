import { sql } from 'kysely';
import type { Liability } from '#shared/features/membership/membership-views.ts';
import { dayNumber, type Day } from '#shared/kernel/day.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { designOn } from './membership.design.ts';

type Owed = { account: string; rest: number; paid: number; worth: number };

/**
 * What is owed on a day: lots with the entries up to it; what had expired before it is not owed. Packages by the part of what
 * was paid for them, passes and paid tiers by the days that are left, vouchers at their price, points as the design of the day pays them.
 */
export async function liabilityOn(reader: Reader, day: Day): Promise<Liability> {
  // Business days never run back, so the entries up to a day are those up to an id.
  const { last } = await reader
    .selectFrom('membershipEntry')
    .select(({ fn }) => fn.max<number | null>('id').as('last'))
    .where('onDay', '<=', day)
    .executeTakeFirstOrThrow();
  const upTo = last ?? 0;
  // As it stands in the text: a number that is bound is a fraction to SQLite, and whole fen would become parts of them.
  const number = sql.lit(dayNumber(day));
  const dayOf = (column: string) => sql.raw(`cast(julianday(${column}) - 2440587.5 as integer)`);
  const { rows } = await sql<Owed>`
    select account, sum(rest) as rest,
      sum(case
        when account in ('pass', 'tier') then paid_fen * max(0, min(${dayOf('expires_on')} - ${dayOf('starts_on')} + 1,
          ${dayOf('expires_on')} - ${number} + 1)) / (${dayOf('expires_on')} - ${dayOf('starts_on')} + 1)
        else paid_fen * rest / quantity end) as paid,
      sum(unit_fen * rest) as worth
    from (
      select account, quantity, paid_fen, unit_fen, starts_on, expires_on,
        quantity + coalesce((select sum(quantity) from membership_move
          where lot_id = membership_lot.id and entry_id <= ${upTo}), 0) as rest
      from membership_lot
      where entry_id <= ${upTo} and (expires_on is null or expires_on >= ${day}))
    where rest > 0 group by account`.execute(reader);
  const of = (account: string): Owed =>
    rows.find((one) => one.account === account) ?? { account, rest: 0, paid: 0, worth: 0 };
  const { members } = await reader
    .selectFrom('membership')
    .select(({ fn }) => fn.countAll<number>().as('members'))
    .where('joinedOn', '<=', day)
    .where((where) => where.or([where('closedOn', 'is', null), where('closedOn', '>', day)]))
    .executeTakeFirstOrThrow();
  const { pointFen } = (await designOn(reader, day)).content;
  const points = of('points').rest;
  const parts = {
    pointsFen: points * pointFen,
    principalFen: of('principal').rest,
    bonusFen: of('bonus').rest,
    vouchersFen: of('voucher').worth,
    packagesFen: of('package').paid,
    passesFen: of('pass').paid,
    paidTiersFen: of('tier').paid,
  };
  return {
    day,
    members,
    points,
    pointFen,
    ...parts,
    vouchers: of('voucher').rest,
    packageTimes: of('package').rest,
    passes: of('pass').rest,
    paidTiers: of('tier').rest,
    totalFen: Object.values(parts).reduce((sum, fen) => sum + fen, 0),
  };
}
