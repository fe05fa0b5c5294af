import { sql } from 'kysely';
import type { RefundView } from '#shared/features/membership/membership-views.ts';
import { portion, type Lot } from '#shared/features/membership/membership-ledger.rules.ts';
import {
  refundOf,
  type Prepaid,
  type RefundCause,
} from '#shared/features/membership/membership-refund.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { readLots } from './membership.repository.ts';

/** What was taken from the lots of a top-up: at the price charged, and its part of the list prices. */
async function usedOfLots(
  reader: Reader | Writer,
  lotIds: readonly number[],
): Promise<{ usedFen: number; usedListFen: number; usedTimes: number }> {
  const rows = await reader
    .selectFrom('membershipMove as move')
    .innerJoin('membershipEntry as entry', 'entry.id', 'move.entryId')
    .select([
      'move.quantity',
      'entry.id',
      'entry.kind',
      'entry.listFen',
      'entry.principalFen',
      'entry.bonusFen',
    ])
    .where('move.lotId', 'in', lotIds)
    .execute();
  let [usedFen, usedListFen, usedTimes] = [0, 0, 0];
  for (const moves of Map.groupBy(rows, ({ id }) => id).values()) {
    const [entry] = moves;
    if (!entry || entry.kind === 'expire') continue; // bonus that lapsed was not used
    const taken = moves.reduce((sum, { quantity }) => sum - quantity, 0);
    usedTimes += taken;
    usedFen += taken;
    // A payment may take from several top-ups: each bears its part of the list price. A reversal gives both back.
    const whole = -(entry.principalFen + entry.bonusFen);
    usedListFen += whole === 0 ? 0 : portion(entry.listFen, taken, whole);
  }
  return { usedFen, usedListFen, usedTimes };
}

/** The entry with which the money of a lot was paid: one that came with a merged membership, with the first of its line. */
async function paidWith(
  reader: Reader | Writer,
  entryId: number,
): Promise<{ readonly onDay: Day; readonly line: readonly number[] }> {
  const line = [entryId];
  for (;;) {
    const entry = await reader
      .selectFrom('membershipEntry')
      .select(['kind', 'onDay', 'refersId'])
      .where('id', '=', line.at(-1) ?? entryId)
      .executeTakeFirstOrThrow();
    if (entry.refersId === null || (entry.kind !== 'transferIn' && entry.kind !== 'transferOut'))
      return { onDay: entry.onDay, line };
    line.push(entry.refersId);
  }
}

const isNotReversed = sql<boolean>`not exists (select 1 from membership_entry as reversing
  where reversing.refers_id = entry.id and reversing.kind = 'reverse')`;

/** How often a pass was used: its uses take nothing from it, they refer to the entry that made it. */
async function usesOf(reader: Reader | Writer, entryIds: readonly number[]): Promise<number> {
  const { count } = await reader
    .selectFrom('membershipEntry as entry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('entry.refersId', 'in', entryIds)
    .where('entry.kind', '=', 'use')
    .where(isNotReversed)
    .executeTakeFirstOrThrow();
  return count;
}

const isPaid = ({ account, paidFen }: Lot): boolean =>
  paidFen > 0 && account !== 'points' && account !== 'bonus';

/** Vouchers that were sold count as the times of a package. */
const kindOf = (account: Lot['account']): Prepaid['kind'] =>
  account === 'pass' || account === 'tier' ? account : account === 'principal' ? 'storedValue' : 'package';

/** How often a tier that was paid for served: its sales at member's prices and with points, its benefits; reversed ones do not count. */
async function servedSince(reader: Reader | Writer, membershipId: number, since: Day): Promise<number> {
  const { count } = await reader
    .selectFrom('membershipEntry as entry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('entry.membershipId', '=', membershipId)
    .where('entry.kind', 'in', ['earn', 'benefit'])
    .where('entry.onDay', '>=', since)
    .where(isNotReversed)
    .executeTakeFirstOrThrow();
  return count;
}

async function timesUsed(
  reader: Reader | Writer,
  membershipId: number,
  lot: Lot,
  line: readonly number[],
  moved: number,
): Promise<number> {
  if (lot.account === 'pass') return usesOf(reader, line);
  return lot.account === 'tier' ? servedSince(reader, membershipId, lot.startsOn) : moved;
}

/** Everything that a member paid ahead and of which something is left, oldest first. */
async function readPrepaid(reader: Reader | Writer, membershipId: number): Promise<Prepaid[]> {
  const all = await readLots(reader, membershipId, true);
  const found: Prepaid[] = [];
  for (const lot of all.filter((one) => isPaid(one) && one.rest > 0)) {
    const bonus =
      lot.account === 'principal'
        ? all.find((one) => one.entryId === lot.entryId && one.account === 'bonus')
        : undefined;
    const lots = bonus ? [lot, bonus] : [lot];
    const used = await usedOfLots(
      reader,
      lots.map(({ id }) => id),
    );
    const isMoney = lot.account === 'principal';
    const paid = await paidWith(reader, lot.entryId);
    found.push({
      entryId: lot.entryId,
      kind: kindOf(lot.account),
      name: lot.name,
      paidOn: paid.onDay,
      paidFen: lot.paidFen,
      bonusFen: bonus?.quantity ?? 0,
      usedFen: isMoney ? used.usedFen : 0,
      usedPaidFen: isMoney ? lot.quantity - lot.rest : 0,
      usedListFen: isMoney ? used.usedListFen : 0,
      times: lot.quantity,
      usedTimes: isMoney ? 0 : await timesUsed(reader, membershipId, lot, paid.line, used.usedTimes),
      unitFen: lot.unitFen,
      startsOn: lot.startsOn,
      expiresOn: lot.expiresOn,
    });
  }
  return found;
}

/** What a member would get back on a day, with the reasoning. */
export async function refundView(
  reader: Reader | Writer,
  membershipId: number,
  cause: RefundCause,
  day: Day,
): Promise<RefundView> {
  const parts = (await readPrepaid(reader, membershipId)).map((one) => refundOf(one, cause, day));
  return { day, cause, parts, totalFen: parts.reduce((sum, { refundFen }) => sum + refundFen, 0) };
}
