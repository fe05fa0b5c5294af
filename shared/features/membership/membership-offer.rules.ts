import { addDays, addMonths, type Day } from '../../kernel/day.ts';
import type { DesignContent, PackageOffer, Tier } from './membership.content.ts';
import type { Lot, NewLot } from './membership-ledger.rules.ts';

/**
 * 会费与套餐 what a design sells beside top-ups. A tier that was paid for is held for its months whatever the sales; a day's tier
 * is the higher of the one that was paid for and the one that the sales reach. What was sold keeps its price, times and last day.
 */

/** Last day of so many months that begin with a day. */
export const lastDayOf = (start: Day, months: number): Day => addDays(addMonths(start, months), -1);

/** Tiers that have a fee. */
export const tiersForSale = ({ tiers }: Pick<DesignContent, 'tiers'>): readonly Tier[] =>
  tiers.filter(({ priceFen }) => priceFen > 0);

/** The first day of what is bought now: a renewal follows on what is still running. */
export const feeStart = (lots: readonly Lot[], tier: string, today: Day): Day =>
  lots
    .filter(({ account, name, rest }) => account === 'tier' && name === tier && rest > 0)
    .reduce((start, { expiresOn }) => {
      const next = addDays(expiresOn ?? start, 1);
      return next > start ? next : start;
    }, today);

/** 会费 as a lot: one unit with its span, refunded and owed by the time that is left. */
export const feeLot = ({ name, priceFen, priceMonths }: Tier, start: Day): NewLot => ({
  account: 'tier',
  quantity: 1,
  startsOn: start,
  expiresOn: lastDayOf(start, priceMonths),
  name,
  paidFen: priceFen,
  unitFen: priceFen,
});

/** What a package that is sold on a day puts into the ledger. */
export const packageLot = ({ name, times, priceFen, unitFen, months }: PackageOffer, day: Day): NewLot => ({
  account: 'package',
  quantity: times,
  startsOn: day,
  expiresOn: lastDayOf(day, months),
  name,
  paidFen: priceFen,
  unitFen,
});

/**
 * Place of a tier that was paid for among the tiers of a design: by its name; where an edition renamed or dropped it, by the
 * place that it had when it was sold, at most the highest.
 */
export function paidPlace(
  { tiers }: Pick<DesignContent, 'tiers'>,
  name: string,
  soldBy: Pick<DesignContent, 'tiers'>,
): number {
  const own = tiers.findIndex((tier) => tier.name === name);
  if (own !== -1) return own;
  return Math.min(
    Math.max(
      0,
      soldBy.tiers.findIndex((tier) => tier.name === name),
    ),
    tiers.length - 1,
  );
}
