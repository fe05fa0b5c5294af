import { dayFromNumber, dayNumber } from '../../kernel/day.ts';
import type { DesignContent } from '../membership/membership.content.ts';
import { portion } from '../membership/membership-ledger.rules.ts';
import { lastDayOf } from '../membership/membership-offer.rules.ts';
import type { SimulationCalendar } from './simulation-calendar.rules.ts';

/**
 * 会费与套餐 what a member paid ahead for besides stored value, without a ledger; one member after another, sums by month for all
 * of them. Days as day numbers, whole fen.
 */
export type SimulationSold = {
  readonly months: {
    readonly feeFen: Float64Array;
    readonly packageFen: Float64Array;
    /** Times of packages that were used, at list price. */
    readonly packageUsedFen: Float64Array;
    /** What is owed for fees and packages at the end of each month. */
    readonly owedFen: Float64Array;
  };
  /** Another member, who has nothing yet. */
  begin(): void;
  /** Buys a tier from a day on; its price. */
  buyTier(day: number, place: number): number;
  /** The highest place that is paid for on a day; -1: none. */
  paidPlace(day: number): number;
  /** Buys a package of the design; its price. */
  buyPackage(day: number, offer: number): number;
  timesLeft(day: number, offer: number): number;
  /** Uses one time, of the oldest; its list price, 0 where none is left. */
  usePackage(day: number, offer: number): number;
  /** Tells the end of a month; what is owed then for each of the two. */
  close(month: number, day: number): { readonly feeFen: number; readonly packageFen: number };
};

/** What a design sells, over the days of the calendar. */
export function simulationSold(
  { tiers, packages }: Pick<DesignContent, 'tiers' | 'packages'>,
  calendar: SimulationCalendar,
): SimulationSold {
  const count = calendar.months.length;
  const months = {
    feeFen: new Float64Array(count),
    packageFen: new Float64Array(count),
    packageUsedFen: new Float64Array(count),
    owedFen: new Float64Array(count),
  };
  const add = (of: Float64Array, day: number, fen: number): void => {
    const at = calendar.monthOf(day);
    if (at >= 0 && at < count) of[at] = (of[at] ?? 0) + fen;
  };
  const lastNumber = (day: number, length: number): number =>
    dayNumber(lastDayOf(dayFromNumber(day), length));
  const fees: {
    readonly place: number;
    readonly paidFen: number;
    readonly from: number;
    readonly to: number;
  }[] = [];
  const packs: { readonly offer: number; readonly to: number; rest: number }[] = [];
  const nothing = { feeFen: 0, packageFen: 0 };
  const open = (day: number, offer: number) =>
    packs.filter((one) => one.offer === offer && one.to >= day && one.rest > 0);
  return {
    months,
    begin() {
      fees.length = 0;
      packs.length = 0;
    },
    buyTier(day, place) {
      const { priceFen = 0, priceMonths = 1 } = tiers[place] ?? {};
      fees.push({ place, paidFen: priceFen, from: day, to: lastNumber(day, priceMonths) });
      add(months.feeFen, day, priceFen);
      return priceFen;
    },
    paidPlace(day) {
      if (fees.length === 0) return -1;
      let highest = -1;
      for (const { place, from, to } of fees)
        if (from <= day && to >= day && place > highest) highest = place;
      return highest;
    },
    buyPackage(day, offer) {
      const { priceFen = 0, times = 0, months: length = 1 } = packages[offer] ?? {};
      packs.push({ offer, to: lastNumber(day, length), rest: times });
      add(months.packageFen, day, priceFen);
      return priceFen;
    },
    timesLeft: (day, offer) => open(day, offer).reduce((sum, { rest }) => sum + rest, 0),
    usePackage(day, offer) {
      const [oldest] = open(day, offer);
      if (!oldest) return 0;
      oldest.rest -= 1;
      const { unitFen = 0 } = packages[offer] ?? {};
      add(months.packageUsedFen, day, unitFen);
      return unitFen;
    },
    close(month, day) {
      // Most members pay for nothing ahead, and every one of them has every month closed.
      if (fees.length === 0 && packs.length === 0) return nothing;
      let [feeFen, packageFen] = [0, 0];
      for (const { paidFen, from, to } of fees)
        if (to >= day) feeFen += portion(paidFen, Math.min(to - from + 1, to - day + 1), to - from + 1);
      for (const { offer, rest, to } of packs) {
        const { priceFen = 0, times = 1 } = packages[offer] ?? {};
        if (to >= day) packageFen += portion(priceFen, rest, times);
      }
      months.owedFen[month] = (months.owedFen[month] ?? 0) + feeFen + packageFen;
      return { feeFen, packageFen };
    },
  };
}
