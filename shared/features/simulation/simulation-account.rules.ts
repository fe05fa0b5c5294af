import { bonusOf, type DesignContent } from '../membership/membership.content.ts';
import { portion } from '../membership/membership-ledger.rules.ts';
import { expiryTable, type SimulationCalendar } from './simulation-calendar.rules.ts';

/**
 * A member's account as the ledger would keep it, without a ledger: lots in arrays that serve one member after another, sums by
 * month for all of them. It follows the same rules as `membership-ledger.rules` by other means; a test posts random histories
 * to the ledger and compares. Days as day numbers, whole points, whole fen.
 */

/** What happened in each month, all members together. */
export type AccountMonths = {
  readonly issued: Float64Array;
  readonly spent: Float64Array;
  readonly expired: Float64Array;
  readonly returned: Float64Array;
  readonly topUpFen: Float64Array;
  readonly bonusFen: Float64Array;
  readonly bonusSpentFen: Float64Array;
  readonly bonusExpiredFen: Float64Array;
  readonly principalSpentFen: Float64Array;
  readonly refundedFen: Float64Array;
  readonly bonusLapsedFen: Float64Array;
};

const accountMonths = (count: number): AccountMonths => ({
  issued: new Float64Array(count),
  spent: new Float64Array(count),
  expired: new Float64Array(count),
  returned: new Float64Array(count),
  topUpFen: new Float64Array(count),
  bonusFen: new Float64Array(count),
  bonusSpentFen: new Float64Array(count),
  bonusExpiredFen: new Float64Array(count),
  principalSpentFen: new Float64Array(count),
  refundedFen: new Float64Array(count),
  bonusLapsedFen: new Float64Array(count),
});

const exactly = (whole: number, part: number, of: number): number =>
  whole * part <= Number.MAX_SAFE_INTEGER ? Math.floor((whole * part) / of) : portion(whole, part, of);

export type SimulationAccount = {
  readonly months: AccountMonths;
  /** Another member, who has nothing yet. */
  begin(): void;
  /** Points of a sale. Gives the number of what was earned, for `takeBack`. */
  earn(day: number, points: number): number;
  usablePoints(day: number): number;
  usableMoney(day: number): number;
  /** Spends points, the oldest first; false and nothing where there are not enough. */
  redeem(day: number, points: number): boolean;
  /** Points of a return: those of the sale first, then the oldest; never below zero. */
  takeBack(day: number, earned: number, points: number): void;
  /** Gives the number of the top-up, for `refund`. */
  topUp(day: number, paidFen: number): number;
  /** Spends stored value; gives the bonus in it, undefined and nothing where there is not enough. */
  pay(day: number, fen: number): number | undefined;
  /** Takes what is left of a top-up out. */
  refund(day: number, topUp: number): void;
  /** Expires what ends by the last day. What can still be used then. */
  finish(): { readonly points: number; readonly bonusFen: number };
};

/** An account by the rules of a design, over the days of the calendar. */
export function simulationAccount(
  design: Pick<DesignContent, 'topUps' | 'pointsMonths' | 'bonusMonths'>,
  calendar: SimulationCalendar,
): SimulationAccount {
  const months = accountMonths(calendar.months.length);
  const { monthOf, to } = calendar;
  const pointsEnd = expiryTable(calendar, design.pointsMonths);
  const bonusEnd = expiryTable(calendar, design.bonusMonths);
  const add = (of: Float64Array, day: number, quantity: number): void => {
    const at = monthOf(day);
    if (at >= 0 && at < of.length) of[at] = (of[at] ?? 0) + quantity;
  };

  // Points: one lot per sale that earned some; `firstLot` is the oldest of which something may be left.
  const ends: number[] = [];
  const rests: number[] = [];
  let [firstLot, lots, points] = [0, 0, 0];
  // Stored value: one pair per top-up.
  const principals: number[] = [];
  const bonuses: number[] = [];
  const bonusEnds: number[] = [];
  let [firstPair, pairs] = [0, 0];

  function expire(day: number): void {
    // All lots live equally long, so the oldest end first; one that a return emptied lies between.
    while (firstLot < lots && (rests[firstLot] === 0 || (ends[firstLot] ?? 0) <= day)) {
      const rest = rests[firstLot] ?? 0;
      if (rest > 0) {
        add(months.expired, ends[firstLot] ?? 0, rest);
        points -= rest;
        rests[firstLot] = 0;
      }
      firstLot += 1;
    }
    for (let at = firstPair; at < pairs; at += 1) {
      const bonus = bonuses[at] ?? 0;
      if (bonus > 0 && (bonusEnds[at] ?? 0) <= day) {
        add(months.bonusExpiredFen, bonusEnds[at] ?? 0, bonus);
        bonuses[at] = 0;
      }
    }
    while (firstPair < pairs && principals[firstPair] === 0 && bonuses[firstPair] === 0) firstPair += 1;
  }
  function takeOldest(quantity: number): number {
    let left = quantity;
    for (let at = firstLot; at < lots && left > 0; at += 1) {
      const part = Math.min(left, rests[at] ?? 0);
      rests[at] = (rests[at] ?? 0) - part;
      left -= part;
    }
    points -= quantity - left;
    return left;
  }
  function money(): number {
    let fen = 0;
    for (let at = firstPair; at < pairs; at += 1) fen += (principals[at] ?? 0) + (bonuses[at] ?? 0);
    return fen;
  }

  return {
    months,
    begin() {
      [firstLot, lots, points, firstPair, pairs] = [0, 0, 0, 0, 0];
    },
    earn(day, quantity) {
      expire(day);
      ends[lots] = pointsEnd(day);
      rests[lots] = quantity;
      lots += 1;
      points += quantity;
      add(months.issued, day, quantity);
      return lots - 1;
    },
    usablePoints(day) {
      expire(day);
      return points;
    },
    usableMoney(day) {
      expire(day);
      return money();
    },
    redeem(day, quantity) {
      expire(day);
      if (quantity > points) return false;
      takeOldest(quantity);
      add(months.spent, day, quantity);
      return true;
    },
    takeBack(day, earned, quantity) {
      expire(day);
      const own = earned < firstLot ? 0 : Math.min(quantity, rests[earned] ?? 0);
      if (own > 0) {
        rests[earned] = (rests[earned] ?? 0) - own;
        points -= own;
      }
      const short = takeOldest(quantity - own);
      add(months.returned, day, quantity - short);
    },
    topUp(day, paidFen) {
      expire(day);
      const bonus = bonusOf(design, paidFen);
      principals[pairs] = paidFen;
      bonuses[pairs] = bonus;
      bonusEnds[pairs] = bonusEnd(day);
      pairs += 1;
      add(months.topUpFen, day, paidFen);
      add(months.bonusFen, day, bonus);
      return pairs - 1;
    },
    pay(day, fen) {
      expire(day);
      if (fen > money()) return undefined;
      let left = fen;
      let bonusTaken = 0;
      for (let at = firstPair; at < pairs && left > 0; at += 1) {
        const principal = principals[at] ?? 0;
        const bonus = bonuses[at] ?? 0;
        const rest = principal + bonus;
        if (rest === 0) continue;
        const take = Math.min(left, rest);
        const fromPrincipal = exactly(take, principal, rest);
        principals[at] = principal - fromPrincipal;
        bonuses[at] = bonus - (take - fromPrincipal);
        bonusTaken += take - fromPrincipal;
        left -= take;
      }
      add(months.principalSpentFen, day, fen - bonusTaken);
      add(months.bonusSpentFen, day, bonusTaken);
      return bonusTaken;
    },
    refund(day, topUp) {
      expire(day);
      add(months.refundedFen, day, principals[topUp] ?? 0);
      add(months.bonusLapsedFen, day, bonuses[topUp] ?? 0);
      principals[topUp] = 0;
      bonuses[topUp] = 0;
    },
    finish() {
      expire(to);
      let bonusFen = 0;
      for (let at = firstPair; at < pairs; at += 1) bonusFen += bonuses[at] ?? 0;
      return { points, bonusFen };
    },
  };
}
