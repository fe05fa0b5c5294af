import { sql } from 'kysely';
import type { membershipContract } from '#shared/features/membership/membership.contract.ts';
import {
  isRefusal,
  isUsable,
  planBirths,
  planEmpty,
  planReturn,
  planReverse,
  pointsOfReturn,
} from '#shared/features/membership/membership-ledger.rules.ts';
import type { EntryKind } from '#shared/features/membership/membership-statement.rules.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import { notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { designOn } from './membership.design.ts';
import { endCard } from './membership.enrolling.ts';
import { activeMember, expireOf, ledgerDay, post, writeEntry } from './membership.posting.ts';
import { refundView } from './membership.prepaid.ts';
import {
  findByReceipt,
  findEntry,
  readLots,
  readMoves,
  readReferring,
  type StoredEntry,
} from './membership.repository.ts';

const reversible: readonly EntryKind[] = [
  'earn',
  'grant',
  'redeem',
  'topUp',
  'pay',
  'issue',
  'use',
  'benefit',
  'return',
];

async function mustFind({ writer }: CommandContext, entryId: number): Promise<StoredEntry> {
  const entry = await findEntry(writer, entryId);
  if (!entry) throw notFound('membership', entryId);
  return entry;
}

type Correcting = Pick<
  HandlersOf<typeof membershipContract>,
  'reverse' | 'returnSale' | 'refund' | 'close' | 'merge' | 'expire'
>;

/** What a manager corrects: reversals, returns, refunds; closing and merging. */
export const correctingHandlers: Correcting = {
  async reverse({ entryId, reason }, context) {
    const entry = await mustFind(context, entryId);
    const refersTo = await readReferring(context.writer, entryId);
    const before = refersTo.find(({ kind }) => kind === 'reverse');
    if (before)
      throw ruleViolated('membership-reversed', { entry: entryId, by: before.id, on: before.onDay });
    if (!reversible.includes(entry.kind)) throw ruleViolated('membership-not-reversible');
    const moves = await readMoves(context.writer, entryId);
    return post(context, {
      id: entry.membershipId,
      kind: 'reverse',
      receiptKey: `reverse:${entryId}`,
      refersId: entryId,
      note: reason,
      same: { saleFen: -entry.saleFen, listFen: -entry.listFen, moneyFen: -entry.moneyFen },
      async plan() {
        // Used-up lots too: what was spent returns to them.
        const lots = await readLots(context.writer, entry.membershipId, true);
        const plan = planReverse(lots, entryId, moves);
        if (isRefusal(plan)) return plan;
        const { amounts } = plan;
        const isWhole =
          amounts.points === -entry.points &&
          amounts.principalFen === -entry.principalFen &&
          amounts.bonusFen === -entry.bonusFen &&
          amounts.units === -entry.units;
        if (!isWhole) return { refused: 'membership-lot-used' };
        return { plan, worthFen: -entry.worthFen };
      },
    });
  },

  async returnSale({ entryId, receiptKey, saleFen, reason }, context) {
    const { writer } = context;
    const sale = await mustFind(context, entryId);
    const refersTo = await readReferring(writer, entryId);
    const reversedBy = refersTo.find(({ kind }) => kind === 'reverse');
    if (sale.kind !== 'earn' || reversedBy) throw ruleViolated('membership-no-sale');
    const { pointFen } = (await designOn(writer, context.clock.today())).content;
    const known = await findByReceipt(writer, receiptKey, 'return');
    const told = (entry: number, repeated: boolean, shortPoints: number) => ({
      entryId: entry,
      repeated,
      shortPoints,
      shortFen: shortPoints * pointFen,
    });
    const reversedReturns = new Set<number>();
    for (const one of refersTo)
      if ((await readReferring(writer, one.id)).some(({ kind }) => kind === 'reverse'))
        reversedReturns.add(one.id);
    const returns = refersTo.filter(({ id, kind }) => kind === 'return' && !reversedReturns.has(id));
    const shorts = await writer
      .selectFrom('membershipEntry')
      .select(['id', 'shortPoints'])
      .where('refersId', '=', entryId)
      .where('kind', '=', 'return')
      .execute();
    const shortOf = (id: number): number => shorts.find((one) => one.id === id)?.shortPoints ?? 0;
    if (!known) {
      const returnedFen = returns.reduce((sum, one) => sum - one.saleFen, 0);
      if (returnedFen + saleFen > sale.saleFen)
        throw ruleViolated('membership-return-too-much', {
          sale: formatMoney(sale.saleFen),
          returned: formatMoney(returnedFen),
        });
    }
    const points = pointsOfReturn(
      sale,
      {
        saleFen: returns.reduce((sum, one) => sum - one.saleFen, 0),
        points: returns.reduce((sum, one) => sum - one.points + shortOf(one.id), 0),
      },
      saleFen,
    );
    let short = known ? shortOf(known.id) : 0;
    const { entryId: posted, repeated } = await post(context, {
      id: sale.membershipId,
      kind: 'return',
      receiptKey,
      refersId: entryId,
      note: reason,
      same: { saleFen: -saleFen },
      async plan({ lots, day }) {
        const plan = planReturn(lots, entryId, points, day);
        short = plan.shortPoints;
        return { plan };
      },
    });
    return told(posted, repeated, short);
  },

  async refund({ id, cause, seenFen, reason }, context) {
    await activeMember(context, id);
    const day = await ledgerDay(context);
    let { balance, lots } = await expireOf(context, id, day);
    const view = await refundView(context.writer, id, cause, day);
    if (view.totalFen !== seenFen)
      throw ruleViolated('membership-refund-changed', { total: formatMoney(view.totalFen) });
    if (view.parts.length === 0) throw ruleViolated('membership-nothing-paid');
    for (const { entryId, refundFen } of view.parts) {
      const own = new Set(lots.filter((lot) => lot.entryId === entryId).map((lot) => lot.id));
      const written = await writeEntry(
        context,
        {
          membershipId: id,
          kind: 'refund',
          onDay: day,
          at: context.clock.now(),
          receiptKey: `refund:${entryId}`,
          refersId: entryId,
          saleFen: 0,
          listFen: 0,
          worthFen: 0,
          moneyFen: -refundFen,
          note: reason,
          personId: context.actor.personId,
        },
        planEmpty(lots, own),
        balance,
      );
      balance = written.after;
      lots = lots.filter((lot) => !own.has(lot.id));
    }
    context.tell('cause', cause);
    return { refundFen: view.totalFen };
  },

  async close({ id, reason }, context) {
    const { writer, clock, changed } = context;
    const member = await activeMember(context, id);
    const day = await ledgerDay(context);
    const { balance, lots } = await expireOf(context, id, day);
    // What was paid for is refunded first; what was given lapses with the membership.
    if (lots.some((lot) => isUsable(lot, day) && lot.paidFen > 0)) throw ruleViolated('membership-not-empty');
    if (lots.length > 0)
      await writeEntry(
        context,
        {
          membershipId: id,
          kind: 'expire',
          onDay: day,
          at: clock.now(),
          receiptKey: `close:${id}`,
          refersId: null,
          saleFen: 0,
          listFen: 0,
          worthFen: 0,
          moneyFen: 0,
          note: reason,
          personId: context.actor.personId,
        },
        planEmpty(lots, new Set(lots.map((lot) => lot.id))),
        balance,
      );
    await writer
      .updateTable('membership')
      .set({ state: 'closed', closedOn: day, version: member.version + 1, updatedAt: clock.now() })
      .where('id', '=', id)
      .execute();
    await endCard(context, id, reason);
    context.tell('reason', reason);
    changed({ feature: 'membership', id, changes: [{ field: 'state', before: 'active', after: 'closed' }] });
    return {};
  },

  async merge({ id, intoId, reason }, context) {
    const { writer, clock, changed, actor } = context;
    if (id === intoId) throw ruleViolated('membership-merge-itself');
    const from = await activeMember(context, id);
    const into = await activeMember(context, intoId);
    if (from.customerId !== into.customerId) throw ruleViolated('membership-merge-others');
    const day = await ledgerDay(context);
    const out = await expireOf(context, id, day);
    let { balance: outBalance } = out;
    let { balance: inBalance } = await expireOf(context, intoId, day);
    // By the entry that made them: principal and bonus of one top-up stay together.
    for (const [entryId, lots] of Map.groupBy(out.lots, (lot) => lot.entryId)) {
      const head = {
        onDay: day,
        at: clock.now(),
        saleFen: 0,
        listFen: 0,
        worthFen: 0,
        moneyFen: 0,
        note: reason,
        personId: actor.personId,
      };
      const receiptKey = `merge:${id}:${intoId}:${entryId}`;
      const taken = await writeEntry(
        context,
        { ...head, membershipId: id, kind: 'transferOut', receiptKey, refersId: entryId },
        planEmpty(lots, new Set(lots.map((lot) => lot.id))),
        outBalance,
      );
      outBalance = taken.after;
      const births = lots.map(({ account, rest, quantity, paidFen, startsOn, expiresOn, name, unitFen }) => ({
        account,
        quantity: rest,
        startsOn,
        expiresOn,
        name,
        unitFen,
        // What was paid for the part that moves.
        paidFen: quantity === rest ? paidFen : Math.floor((paidFen * rest) / quantity),
      }));
      const put = await writeEntry(
        context,
        { ...head, membershipId: intoId, kind: 'transferIn', receiptKey, refersId: taken.entryId },
        planBirths(births),
        inBalance,
      );
      inBalance = put.after;
    }
    await writer
      .updateTable('membership')
      .set({
        state: 'merged',
        mergedIntoId: intoId,
        closedOn: day,
        version: from.version + 1,
        updatedAt: clock.now(),
      })
      .where('id', '=', id)
      .execute();
    await endCard(context, id, reason);
    changed({
      feature: 'membership',
      id,
      changes: [
        { field: 'state', before: 'active', after: 'merged' },
        { field: 'mergedIntoId', before: null, after: intoId },
      ],
    });
    return {};
  },

  async expire(_input, context) {
    const day = await ledgerDay(context);
    const rows = await context.writer
      .selectFrom('membershipLot')
      .innerJoin('membership', 'membership.id', 'membershipLot.membershipId')
      .select('membershipLot.membershipId')
      .distinct()
      .where('membershipLot.expiresOn', '<', day)
      .where(
        sql<number>`membership_lot.quantity + coalesce((select sum(quantity) from membership_move where lot_id = membership_lot.id), 0)`,
        '>',
        0,
      )
      .execute();
    let members = 0;
    for (const { membershipId } of rows)
      if ((await expireOf(context, membershipId, day)).expired) members += 1;
    return { members };
  },
};
