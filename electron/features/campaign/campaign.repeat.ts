import { sql } from 'kysely';
import {
  boughtUpTo,
  membersOn,
  repeatPeriods,
  repeatPoint,
  type DayTrades,
  type MemberSpan,
  type RepeatPoint,
  type RepeatSpan,
} from '#shared/features/campaign/campaign-repeat.rules.ts';
import type { RepeatRow } from '#shared/features/campaign/campaign-views.ts';
import { addMonths, type Day } from '#shared/kernel/day.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { readNames } from './campaign.audience.ts';

/** How many rows a figure opens at most. */
const mostRows = 500;

/** Repair orders (not internal, not called off) and vehicle orders of customers who are not in the bin. */
async function readTrades(reader: Reader, from: Day, to: Day): Promise<DayTrades[]> {
  const { rows } = await sql<DayTrades>`
    select customer_id, "on", sum(trades) as trades, sum(fen) as fen from (
      select customer_id, checked_in_on as "on", count(*) as trades, sum(total_fen) as fen from repair
      where removed_at is null and state <> 'cancelled' and type <> 'internal' and customer_id is not null
        and checked_in_on > ${from} and checked_in_on <= ${to} group by 1, 2
      union all
      select customer_id, ordered_on, count(*), sum(total_fen) from vehicle_order
      where removed_at is null and state <> 'cancelled' and customer_id is not null
        and ordered_on > ${from} and ordered_on <= ${to} group by 1, 2)
    where customer_id in (select id from customer where removed_at is null)
    group by 1, 2`.execute(reader);
  return rows;
}

async function readSpans(reader: Reader): Promise<MemberSpan[]> {
  const rows = await reader
    .selectFrom('membership')
    .select(['customerId', 'joinedOn as from', 'closedOn as to'])
    .where('removedAt', 'is', null)
    .execute();
  return rows;
}

/** 复购率 of members and the rest, period by period. */
export async function readRepeat(reader: Reader, by: RepeatSpan, today: Day): Promise<RepeatPoint[]> {
  const periods = repeatPeriods(by, today);
  const first = periods[0]?.day ?? today;
  const trades = await readTrades(reader, addMonths(first, -12), today);
  const spans = await readSpans(reader);
  return periods.map((period) => repeatPoint(period, trades, spans));
}

type AskedRows = { readonly day: Day; readonly isMember: boolean; readonly onlyRepeated: boolean };

/** The customers behind a rate, those who bought most first; at most 500. */
export async function readRepeatRows(reader: Reader, asked: AskedRows): Promise<RepeatRow[]> {
  const { day, isMember, onlyRepeated } = asked;
  const trades = await readTrades(reader, addMonths(day, -12), day);
  const members = membersOn(await readSpans(reader), day);
  const rows = [...boughtUpTo(trades, day)]
    .filter(([id, bought]) => members.has(id) === isMember && (!onlyRepeated || bought.trades >= 2))
    .toSorted(([idA, a], [idB, b]) => b.fen - a.fen || idA - idB)
    .slice(0, mostRows);
  const names = await readNames(
    reader,
    rows.map(([id]) => id),
  );
  return rows.map(([customerId, { trades: count, fen }]) => ({
    customerId,
    name: names.get(customerId) ?? '',
    trades: count,
    fen,
  }));
}
