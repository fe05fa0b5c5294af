import { countedOf, pointsOf } from '#shared/features/membership/membership.content.ts';
import type { membershipContract } from '#shared/features/membership/membership.contract.ts';
import type { Amounts } from '#shared/features/membership/membership-ledger.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { invalidField } from '#shared/rpc/desk-error.ts';
import type { Writer } from '#electron/kernel/database.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import { inLedgerBatch } from './membership.batch.ts';
import { pointsLot } from './membership.booking.ts';
import { designOn } from './membership.design.ts';
import { expireOf, ledgerDay } from './membership.posting.ts';
import { emptyAmounts } from './membership.repository.ts';
import { runningTier } from './membership.tier.ts';

/** A member while the batch runs. */
type Standing = {
  readonly before: Amounts;
  after: Amounts;
  readonly sales: Awaited<ReturnType<typeof runningTier>>;
  last: number;
};

/** Orders that members paid themselves and left with in a span of days, oldest first. */
const paidOrders = (writer: Writer, { from, to }: { readonly from: Day; readonly to: Day }) =>
  writer
    .selectFrom('repair')
    .innerJoin('membership', (join) =>
      join.onRef('membership.customerId', '=', 'repair.customerId').on('membership.state', '=', 'active'),
    )
    .where('repair.handedOverOn', '>=', from)
    .where('repair.handedOverOn', '<=', to)
    .where('repair.removedAt', 'is', null)
    .where('repair.state', '=', 'handedOver')
    .where('repair.type', 'not in', ['internal', 'warranty'])
    .where((where) => where.or([where('repair.payer', 'is', null), where('repair.payer', '=', 'customer')]))
    .where('repair.totalFen', '>', 0)
    .whereRef('repair.handedOverOn', '>=', 'membership.joinedOn')
    .orderBy('repair.handedOverOn')
    .orderBy('repair.id');

type Repairs = Pick<HandlersOf<typeof membershipContract>, 'earnRepairs'>;

/** 工单积分: points of the repair orders that members paid themselves. The order's number is the receipt, so each counts once. */
export const repairHandlers = (sqlite: Sqlite): Repairs => ({
  async earnRepairs({ from, to }, context) {
    const { writer, clock, actor } = context;
    if (to < from) throw invalidField('to', 'ends-before-start');
    const day = await ledgerDay(context);
    const { content: design } = await designOn(writer, day);
    const orders = paidOrders(writer, { from, to });
    const found = await orders
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom('membershipEntry')
              .select('membershipEntry.id')
              .whereRef('membershipEntry.receiptKey', '=', 'repair.number')
              .where('membershipEntry.kind', '=', 'earn'),
          ),
        ),
      )
      .select([
        'repair.number',
        'repair.labourFen',
        'repair.partsFen',
        'repair.totalFen',
        'membership.id as membershipId',
      ])
      .execute();
    const taken = await orders
      .innerJoin('membershipEntry as entry', (join) =>
        join.onRef('entry.receiptKey', '=', 'repair.number').on('entry.kind', '=', 'earn'),
      )
      .innerJoin('membership as other', 'other.id', 'entry.membershipId')
      .whereRef('other.customerId', '<>', 'membership.customerId')
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom('membershipEntry as back')
              .select('back.id')
              .whereRef('back.refersId', '=', 'entry.id')
              .where('back.kind', '=', 'reverse'),
          ),
        ),
      )
      .select(['repair.number', 'other.id as membershipId', 'other.number as membershipNumber'])
      .execute();
    const seen = new Set<string>();
    const standings = new Map<number, Standing>();
    // What has expired is written off first: afterwards the batch alone counts the entries.
    for (const { membershipId } of found) {
      if (standings.has(membershipId)) continue;
      const { balance } = await expireOf(context, membershipId, day);
      const sales = await runningTier(writer, design, membershipId, day);
      standings.set(membershipId, { before: balance, after: balance, sales, last: 0 });
    }
    const at = clock.now();
    let [posted, points] = [0, 0];
    inLedgerBatch(sqlite, (batch) => {
      for (const { number, labourFen, partsFen, totalFen, membershipId } of found) {
        // A customer with two memberships has the points once, in the older.
        if (seen.has(number)) continue;
        seen.add(number);
        const standing = standings.get(membershipId);
        if (!standing) continue;
        const sold = { labour: labourFen, parts: partsFen, other: totalFen - labourFen - partsFen };
        const { saleFen, countedFen } = countedOf(design, sold);
        if (saleFen <= 0) continue;
        const earned = pointsOf(countedFen, standing.sales.tier());
        standing.after = { ...standing.after, points: standing.after.points + earned };
        standing.sales.add(saleFen);
        standing.last = batch.add(
          {
            membershipId,
            kind: 'earn',
            onDay: day,
            at,
            receiptKey: number,
            refersId: null,
            saleFen,
            listFen: 0,
            worthFen: 0,
            moneyFen: 0,
            amounts: { ...emptyAmounts, points: earned },
            after: standing.after,
            shortPoints: 0,
            note: null,
            personId: actor.personId,
          },
          earned > 0 ? [pointsLot(earned, day, design.pointsMonths)] : [],
          [],
        );
        posted += 1;
        points += earned;
      }
    });
    for (const [id, { before, after, last }] of standings)
      if (last > 0)
        context.changed({
          feature: 'membership',
          id,
          changes: [
            { field: 'entry', before: null, after: last },
            { field: 'kind', before: null, after: 'earn' },
            { field: 'points', before: before.points, after: after.points },
          ],
        });
    return { posted, points, taken };
  },
});
