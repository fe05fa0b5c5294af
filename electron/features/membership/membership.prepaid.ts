import type { RefundView } from '#shared/features/membership/membership.contract.ts';
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

/** How often a pass was used: its uses take nothing from it, they refer to the entry that made it. */
async function usesOf(reader: Reader | Writer, entryIds: readonly number[]): Promise<number> {
  const { count } = await reader
    .selectFrom('membershipEntry as entry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('entry.refersId', 'in', entryIds)
    .where('entry.kind', '=', 'use')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('membershipEntry as reversing')
            .select('reversing.id')
            .whereRef('reversing.refersId', '=', 'entry.id')
            .where('reversing.kind', '=', 'reverse'),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return count;
}

const isPaid = ({ account, paidFen }: Lot): boolean =>
  paidFen > 0 && (account === 'principal' || account === 'package' || account === 'pass');

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
      kind: isMoney ? 'storedValue' : lot.account === 'pass' ? 'pass' : 'package',
      name: lot.name,
      paidOn: paid.onDay,
      paidFen: lot.paidFen,
      bonusFen: bonus?.quantity ?? 0,
      usedFen: isMoney ? used.usedFen : 0,
      usedPaidFen: isMoney ? lot.quantity - lot.rest : 0,
      usedListFen: isMoney ? used.usedListFen : 0,
      times: lot.quantity,
      usedTimes: isMoney ? 0 : lot.account === 'pass' ? await usesOf(reader, paid.line) : used.usedTimes,
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
