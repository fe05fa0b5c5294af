import { sql } from 'kysely';
import type { membershipContract } from '#shared/features/membership/membership.contract.ts';
import { isUsable, planBirths, planEmpty } from '#shared/features/membership/membership-ledger.rules.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { endCard } from './membership.enrolling.ts';
import { activeMember, expireOf, ledgerDay, writeEntry } from './membership.posting.ts';
import { refundView } from './membership.prepaid.ts';

type Ending = Pick<HandlersOf<typeof membershipContract>, 'refund' | 'close' | 'merge' | 'expire'>;

/** How lots and memberships end: refunded, closed, merged into another, lapsed. */
export const endingHandlers: Ending = {
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
