import type { Fen } from '../../kernel/money.ts';
import { addMonthsTo, type Month } from '../../kernel/period.ts';
import type { InvestmentRow, MarketRow, StaffRow } from './plan.content.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** A part of a whole in basis points, rounded; null where there is nothing to divide by or a figure is not known. */
export function shareOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : Math.round((part * 10_000) / whole);
}

/** The sum of what is known; null when nothing is. */
export function knownSum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : sum(known);
}

/** 市场份额 of one segment or of all: units, and the store's share of them now and as planned, in basis points. */
export type MarketFigures = Pick<MarketRow, 'sizeNow' | 'ownNow' | 'sizeNext' | 'ownNext'> & {
  readonly shareNow: number | null;
  readonly shareNext: number | null;
};

/** Sums and shares of segments; null where a number is missing. */
export function marketFigures(rows: readonly MarketRow[]): MarketFigures {
  const of = (field: 'sizeNow' | 'ownNow' | 'sizeNext' | 'ownNext'): number | null =>
    knownSum(rows.map((row) => row[field]));
  // A segment of which only one side is known would make the share of all too large or too small.
  const share = (own: 'ownNow' | 'ownNext', size: 'sizeNow' | 'sizeNext'): number | null =>
    rows.some((row) => (row[own] === null) !== (row[size] === null)) ? null : shareOf(of(own), of(size));
  return {
    sizeNow: of('sizeNow'),
    ownNow: of('ownNow'),
    sizeNext: of('sizeNext'),
    ownNext: of('ownNext'),
    shareNow: share('ownNow', 'sizeNow'),
    shareNext: share('ownNext', 'sizeNext'),
  };
}

/** 人力资源规划 of one post or of all. */
export type StaffFigures = {
  readonly start: number;
  readonly hired: number;
  readonly leaving: number;
  /** People at the end of each month. */
  readonly ends: readonly number[];
  readonly end: number;
  /** Cost by month in fen; null where the cost per person is not known. */
  readonly costs: readonly Fen[] | null;
  readonly cost: Fen | null;
};

/** People paid in a month: who was there at its beginning, and who joined in it; who leaves is paid to its end. */
const paidIn = (row: StaffRow, ends: readonly number[], month: number): number =>
  (month === 0 ? row.people : (ends[month - 1] ?? 0)) + (row.hired[month] ?? 0);

/** People at each month's end and what they cost; costs are null without a monthly cost. */
export function staffFigures(row: StaffRow): StaffFigures {
  let present = row.people;
  const ends = row.hired.map((hired, month) => (present += hired - (row.leaving[month] ?? 0)));
  const { monthlyCostFen } = row;
  const costs =
    monthlyCostFen === null ? null : ends.map((_end, month) => paidIn(row, ends, month) * monthlyCostFen);
  return {
    start: row.people,
    hired: sum(row.hired),
    leaving: sum(row.leaving),
    ends,
    end: ends.at(-1) ?? row.people,
    costs,
    cost: costs && sum(costs),
  };
}

/** All posts together; a post whose cost is not known leaves the sum of costs unknown, never too low. */
export function staffTotal(rows: readonly StaffRow[]): StaffFigures {
  const all = rows.map(staffFigures);
  const ofMonths = (read: (one: StaffFigures) => readonly number[]): number[] =>
    Array.from({ length: 12 }, (_, month) => sum(all.map((one) => read(one)[month] ?? 0)));
  const costs = all.every((one) => one.costs !== null) ? ofMonths((one) => one.costs ?? []) : null;
  return {
    start: sum(all.map((one) => one.start)),
    hired: sum(all.map((one) => one.hired)),
    leaving: sum(all.map((one) => one.leaving)),
    ends: ofMonths((one) => one.ends),
    end: sum(all.map((one) => one.end)),
    costs,
    cost: costs && sum(costs),
  };
}

/** The first month (1–12) in which more would leave than are there; undefined where it adds up. */
export function overdrawnMonth(row: StaffRow): number | undefined {
  const at = staffFigures(row).ends.findIndex((end) => end < 0);
  return at === -1 ? undefined : at + 1;
}

/** 投资回收期. `never`: it earns nothing a month; `notInLife`: its life ends before; `unknown`: a figure is missing. */
export type Payback =
  | { readonly kind: 'months'; readonly months: number }
  | { readonly kind: 'never' | 'notInLife' | 'unknown' };

export type InvestmentFigures = {
  /** What is left of a month's income after its cost; may be negative. */
  readonly netFen: Fen | null;
  readonly payback: Payback;
  /** All returns of its life less the payment. */
  readonly profitFen: Fen | null;
  /** The profit in basis points of the payment; null without a payment. */
  readonly returnBasisPoints: number | null;
};

type KnownInvestment = { readonly [Field in keyof InvestmentRow]: NonNullable<InvestmentRow[Field]> };
const isKnown = (row: InvestmentRow): row is InvestmentRow & KnownInvestment =>
  Object.values(row).every((value) => value !== null);

/** Months from the payment until the returns have brought it back. Static: money of later years counts as much. */
function paybackOf({ amountFen, delayMonths, lifeMonths }: KnownInvestment, netFen: Fen): Payback {
  if (amountFen === 0) return { kind: 'months', months: 0 };
  if (netFen <= 0) return { kind: 'never' };
  const returns = Math.ceil(amountFen / netFen);
  return returns > lifeMonths ? { kind: 'notInLife' } : { kind: 'months', months: delayMonths + returns - 1 };
}

/** Monthly net in fen, months until it is paid back, profit over its life and its return in basis points; null where a number is missing. */
export function investmentFigures(row: InvestmentRow): InvestmentFigures {
  const netFen = row.incomeFen === null || row.costFen === null ? null : row.incomeFen - row.costFen;
  if (!isKnown(row) || netFen === null)
    return { netFen, payback: { kind: 'unknown' }, profitFen: null, returnBasisPoints: null };
  const profitFen = netFen * row.lifeMonths - row.amountFen;
  return {
    netFen,
    payback: paybackOf(row, netFen),
    profitFen,
    returnBasisPoints: shareOf(profitFen, row.amountFen),
  };
}

export type CashMonth = {
  readonly month: Month;
  readonly outFen: Fen;
  readonly netFen: Fen;
  /** Since January of the plan's year. */
  readonly balanceFen: Fen;
};

/** 现金流 of all investments by month from January of a year; those with unknown figures are left out. */
export function cashFlow(rows: readonly InvestmentRow[], year: number, months = 36): CashMonth[] {
  const known = rows.filter(isKnown);
  let balanceFen = 0;
  return Array.from({ length: months }, (_, index) => {
    let outFen = 0;
    let netFen = 0;
    for (const { amountFen, paidMonth, delayMonths, lifeMonths, incomeFen, costFen } of known) {
      const since = index - (paidMonth - 1);
      if (since === 0) outFen += amountFen;
      if (since >= delayMonths && since < delayMonths + lifeMonths) netFen += incomeFen - costFen;
    }
    balanceFen += netFen - outFen;
    return { month: addMonthsTo(`${year}-01`, index), outFen, netFen, balanceFen };
  });
}
