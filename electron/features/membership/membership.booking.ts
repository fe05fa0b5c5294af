import { bonusOf, countedOf, pointsOf } from '#shared/features/membership/membership.content.ts';
import type { membershipContract } from '#shared/features/membership/membership.contract.ts';
import {
  planBirths,
  planPay,
  planRedeem,
  planUse,
  isRefusal,
  refusal,
  type NewLot,
} from '#shared/features/membership/membership-ledger.rules.ts';
import { addMonths, type Day } from '#shared/kernel/day.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { benefitUses } from './membership.benefits.ts';
import { designOn } from './membership.design.ts';
import { assertWithin, post } from './membership.posting.ts';
import { findLot, readLots } from './membership.repository.ts';
import { tiersOfDay } from './membership.tier.ts';

const given = { name: null, paidFen: 0, unitFen: 0 };

/** Points as a lot with the expiry of the design. */
export const pointsLot = (quantity: number, day: Day, months: number): NewLot => ({
  account: 'points',
  quantity,
  startsOn: day,
  expiresOn: addMonths(day, months),
  ...given,
});

type Booking = Pick<
  HandlersOf<typeof membershipContract>,
  'earn' | 'grant' | 'redeem' | 'topUp' | 'pay' | 'issue' | 'use' | 'takeBenefit'
>;

/** What a desk books: earning, spending, paying ahead. */
export const bookingHandlers: Booking = {
  earn: ({ saleFen, listFen, goods, ...head }, context) =>
    post(context, {
      ...head,
      kind: 'earn',
      same: { saleFen, listFen: listFen ?? 0 },
      // The goods are not kept: other ones would have brought other points, in every tier of that day.
      async sameMore({ onDay, points }) {
        const { content } = await designOn(context.writer, onDay);
        const { countedFen } = countedOf(content, { [goods]: saleFen });
        const tiers = await tiersOfDay(context.writer, content, head.id, onDay);
        return tiers.some((tier) => pointsOf(countedFen, tier) === points);
      },
      async plan({ design, tier, day }) {
        const { countedFen } = countedOf(design, { [goods]: saleFen });
        if (design.goods[goods].pointsBp === 0) return refusal('membership-goods-without-points', {});
        const points = pointsOf(countedFen, await tier());
        return {
          plan: planBirths(points > 0 ? [pointsLot(points, day, design.pointsMonths)] : []),
          worthFen: Math.max(0, (listFen ?? saleFen) - saleFen),
        };
      },
    }),

  grant: ({ points, ...head }, context) =>
    post(context, {
      ...head,
      kind: 'grant',
      same: { points },
      async plan({ design, day }) {
        assertWithin(context, { design }, { points });
        return { plan: planBirths([pointsLot(points, day, design.pointsMonths)]) };
      },
    }),

  redeem: ({ points, ...head }, context) =>
    post(context, {
      ...head,
      kind: 'redeem',
      same: { points: -points },
      async plan({ lots, day, design }) {
        return { plan: planRedeem(lots, points, day), worthFen: points * design.pointFen };
      },
    }),

  topUp: ({ paidFen, ...head }, context) =>
    post(context, {
      ...head,
      kind: 'topUp',
      same: { moneyFen: paidFen },
      async plan({ design, day }) {
        assertWithin(context, { design }, { fen: paidFen });
        const bonusFen = bonusOf(design, paidFen);
        const principal: NewLot = {
          ...given,
          account: 'principal',
          quantity: paidFen,
          startsOn: day,
          expiresOn: null,
          paidFen,
        };
        const bonus: NewLot = {
          ...given,
          account: 'bonus',
          quantity: bonusFen,
          startsOn: day,
          expiresOn: addMonths(day, design.bonusMonths),
        };
        return { plan: planBirths(bonusFen > 0 ? [principal, bonus] : [principal]) };
      },
    }),

  pay: ({ amountFen, listFen, ...head }, context) =>
    post(context, {
      ...head,
      kind: 'pay',
      same: { saleFen: 0, listFen: listFen ?? amountFen },
      sameMore: ({ principalFen, bonusFen }) => principalFen + bonusFen === -amountFen,
      async plan({ lots, day }) {
        const plan = planPay(lots, amountFen, day);
        if (isRefusal(plan)) return plan;
        return { plan, worthFen: Math.max(0, (listFen ?? amountFen) - amountFen) - plan.amounts.bonusFen };
      },
    }),

  issue: ({ account, name, times, paidFen, unitFen, expiresOn, ...head }, context) =>
    post(context, {
      ...head,
      kind: 'issue',
      same: { moneyFen: paidFen, units: account === 'pass' ? 1 : times },
      async sameMore({ id }) {
        const made = (await readLots(context.writer, head.id, true)).find(({ entryId }) => entryId === id);
        return (
          made?.account === account &&
          made.name === name &&
          made.unitFen === unitFen &&
          made.expiresOn === expiresOn
        );
      },
      async plan({ design, day }) {
        if (expiresOn !== null && expiresOn < day) return refusal('membership-expires-before', { expiresOn });
        if (account === 'pass' && expiresOn === null) return refusal('membership-pass-without-end', {});
        // What is given costs the store its worth, what is sold only moves money.
        assertWithin(context, { design }, { fen: Math.max(paidFen, paidFen === 0 ? unitFen * times : 0) });
        const quantity = account === 'pass' ? 1 : times;
        return {
          plan: planBirths([{ account, quantity, startsOn: day, expiresOn, name, paidFen, unitFen }]),
        };
      },
    }),

  async use({ lotId, times, ...head }, context) {
    const made = await findLot(context.writer, lotId);
    if (!made) throw ruleViolated('membership-no-such-lot');
    return post(context, {
      ...head,
      kind: 'use',
      same: {},
      // A pass leaves no move: what was used is told by the entry that made it.
      refersId: made.entryId,
      sameMore: ({ units }) => units === 0 || units === -times,
      async plan({ lots: left, day }) {
        // One of which nothing is left is looked up, so that the sentence says why.
        const lots = left.some(({ id }) => id === lotId)
          ? left
          : await readLots(context.writer, head.id, true);
        const plan = planUse(lots, lotId, times, day);
        const lot = lots.find(({ id }) => id === lotId);
        if (isRefusal(plan)) return plan;
        if (!lot) return refusal('membership-no-such-lot', {});
        // Its list price less what was paid for it.
        const paid = lot.account === 'pass' ? 0 : Math.floor((lot.paidFen * times) / lot.quantity);
        return {
          plan,
          worthFen: lot.account === 'pass' ? 0 : Math.max(0, lot.unitFen * times - paid),
        };
      },
    });
  },

  takeBenefit: ({ benefit, ...head }, context) =>
    post(context, {
      ...head,
      // The benefit's name is what an entry of it says; its times of a year are counted by it.
      note: benefit,
      kind: 'benefit',
      same: {},
      sameMore: ({ note }) => note === benefit,
      async plan({ tier, day, member }) {
        const uses = await benefitUses(context.writer, member.id, await tier(), day);
        const found = uses.find(({ name }) => name === benefit);
        if (!found) return refusal('membership-no-benefit', { benefit });
        if (found.used >= found.perYear)
          return refusal('membership-benefit-used', { benefit, perYear: found.perYear });
        return { plan: planBirths([]), worthFen: found.worthFen };
      },
    }),
};
