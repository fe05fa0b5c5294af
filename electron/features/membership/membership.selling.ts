import type { membershipContract } from '#shared/features/membership/membership.contract.ts';
import { planBirths, refusal, type Refusal } from '#shared/features/membership/membership-ledger.rules.ts';
import { feeLot, feeStart, packageLot } from '#shared/features/membership/membership-offer.rules.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { assertWithin, post } from './membership.posting.ts';
import { readLots } from './membership.repository.ts';

type Selling = Pick<HandlersOf<typeof membershipContract>, 'buyTier' | 'buyPackage'>;

/** The price that the desk saw is the one that is charged, or nothing is sold. */
const otherPrice = (name: string, seenFen: number, priceFen: number): Refusal | undefined =>
  seenFen === priceFen ? undefined : refusal('membership-price-changed', { name, priceFen });

/** What the design sells beside top-ups, at its price of the day. */
export const sellingHandlers: Selling = {
  buyTier: ({ tier: name, priceFen, ...head }, context) =>
    post(context, {
      ...head,
      // What was bought stands in the entry as a person reads it.
      note: head.note ?? name,
      kind: 'fee',
      same: { moneyFen: priceFen, units: 1 },
      sameMore: async ({ id }) =>
        (await readLots(context.writer, head.id, true)).some(
          (lot) => lot.entryId === id && lot.name === name,
        ),
      async plan({ design, lots, day }) {
        const tier = design.tiers.find((one) => one.name === name);
        if (!tier || tier.priceFen === 0) return refusal('membership-tier-not-sold', { name });
        const other = otherPrice(name, priceFen, tier.priceFen);
        if (other) return other;
        assertWithin(context, { design }, { fen: priceFen });
        return { plan: planBirths([feeLot(tier, feeStart(lots, name, day))]) };
      },
    }),

  buyPackage: ({ package: name, priceFen, ...head }, context) =>
    post(context, {
      ...head,
      note: head.note ?? name,
      kind: 'issue',
      same: { moneyFen: priceFen },
      sameMore: async ({ id }) =>
        (await readLots(context.writer, head.id, true)).some(
          (lot) => lot.entryId === id && lot.account === 'package' && lot.name === name,
        ),
      async plan({ design, day }) {
        const offer = design.packages.find((one) => one.name === name);
        if (!offer) return refusal('membership-package-not-sold', { name });
        const other = otherPrice(name, priceFen, offer.priceFen);
        if (other) return other;
        assertWithin(context, { design }, { fen: priceFen });
        return { plan: planBirths([packageLot(offer, day)]) };
      },
    }),
};
