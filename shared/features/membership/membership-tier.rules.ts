import { dayNumber, type Day } from '../../kernel/day.ts';
import { monthsLater } from '../../kernel/day-number.ts';
import { tierOf, type DesignContent, type Tier } from './membership.content.ts';

/**
 * 等级与保级 which tier a member has. A day's tier is the highest that the sales of the twelve months that end with it reach. Who
 * had a higher one keeps it while those sales stand at its keep threshold or above, and for its months of grace after they
 * fell below; then the highest tier follows whose keep threshold they still reach. Each day counts as it ended; today as it
 * stands. The rules are those of the design that holds on the day asked about. Days as day numbers.
 */

export type TierRule = Pick<Tier, 'fromFen' | 'keepFen' | 'graceMonths'>;

/** The first day on which a sale of a day no longer lies within the twelve months that end with it. */
export function leavingDay(day: number): number {
  const turned = monthsLater(day, 12);
  return turned + (monthsLater(turned, -12) < day ? 1 : 0);
}

/** Whether tiers are kept at all beyond what the sales of the day reach. */
export const keepsTiers = ({ tiers }: { readonly tiers: readonly TierRule[] }): boolean =>
  tiers.some(({ fromFen, keepFen, graceMonths }) => graceMonths > 0 || (keepFen ?? fromFen) < fromFen);

const none = -1;

/** Reckons one member after another; sales and questions of each in the order of their days. */
export type TierReckoner = {
  begin(): void;
  sale(day: number, fen: number): void;
  /** Place of the tier among those of the design. */
  tierOn(day: number): number;
  /** Sales of the twelve months that end with the day of the last sale or question. */
  salesFen(): number;
  /**
   * The first day after one on which the tier stands below a place if nothing is sold any more, and the sales that would keep
   * it there; null: it never does. Only `begin` may be called afterwards.
   */
  lostAfter(day: number, place: number): { readonly day: number; readonly missingFen: number } | null;
};

/** `leaves`: see `leavingDay`; a table where many members are reckoned. */
export function tierReckoner(
  tiers: readonly TierRule[],
  leaves: (day: number) => number = leavingDay,
): TierReckoner {
  const from = tiers.map(({ fromFen }) => fromFen);
  const keep = tiers.map(({ fromFen, keepFen }) => Math.min(fromFen, keepFen ?? fromFen));
  const grace = tiers.map(({ graceMonths }) => graceMonths);
  const days: number[] = [];
  const fens: number[] = [];
  let [first, count, sum, tier] = [0, 0, 0, 0];
  /** Day on which the tier ends if nothing changes; the day whose end is not reckoned yet. */
  let [ends, open] = [none, none];

  function reached(): number {
    let at = from.length - 1;
    while (at > 0 && sum < (from[at] ?? 0)) at -= 1;
    return at;
  }
  /** Where who had `tier` stands when it ends. */
  function fallen(least: number): number {
    let at = tier;
    while (at > least && sum < (keep[at] ?? 0)) at -= 1;
    return at;
  }
  const endOf = (day: number): number => {
    const months = grace[tier] ?? 0;
    return months === 0 ? day : monthsLater(day, months);
  };
  function settle(day: number): void {
    const least = reached();
    if (least >= tier) {
      tier = least;
      ends = none;
    } else if (sum >= (keep[tier] ?? 0)) ends = none;
    else {
      if (ends === none) ends = endOf(day);
      if (ends <= day) {
        tier = fallen(least);
        ends = none;
      }
    }
    open = none;
  }
  const nextLeaving = (): number => (first < count ? leaves(days[first] ?? 0) : Infinity);
  function leave(day: number): void {
    while (nextLeaving() <= day) {
      sum -= fens[first] ?? 0;
      first += 1;
    }
  }
  /** Every end of a day before this one is reckoned; on this one the sales of a year ago have left. */
  function advance(day: number): void {
    if (open !== none && open < day) settle(open);
    for (;;) {
      const next = Math.min(nextLeaving(), ends === none ? Infinity : ends);
      if (next >= day) break;
      leave(next);
      settle(next);
    }
    leave(day);
    open = day;
  }
  return {
    begin() {
      [first, count, sum, tier, ends, open] = [0, 0, 0, 0, none, none];
    },
    sale(day, fen) {
      advance(day);
      days[count] = day;
      fens[count] = fen;
      count += 1;
      sum += fen;
    },
    tierOn(day) {
      advance(day);
      const least = reached();
      if (least >= tier) return least;
      if (sum >= (keep[tier] ?? 0)) return tier;
      return (ends === none ? endOf(day) : ends) <= day ? fallen(least) : tier;
    },
    salesFen: () => sum,
    lostAfter(after, place) {
      advance(after + 1);
      for (
        let day = after + 1;
        day !== Infinity;
        day = Math.min(nextLeaving(), ends === none ? Infinity : ends)
      ) {
        leave(day);
        const needed = tier < place ? from[place] : keep[place];
        settle(day);
        if (tier < place) return { day, missingFen: (needed ?? 0) - sum };
      }
      return null;
    },
  };
}

/** The tier on a day after these sales, in the order of their days. */
export function tierAfter(
  design: Pick<DesignContent, 'tiers'>,
  sales: readonly { readonly onDay: Day; readonly saleFen: number }[],
  day: Day,
): Tier {
  const reckoner = tierReckoner(design.tiers);
  for (const { onDay, saleFen } of sales) reckoner.sale(dayNumber(onDay), saleFen);
  return design.tiers[reckoner.tierOn(dayNumber(day))] ?? tierOf(design, 0);
}
