import { addMonths, type Day } from '../../kernel/day.ts';
import { addMonthsTo, monthDays, monthOf, quarterDays, quarterOf, yearOf } from '../../kernel/period.ts';

/** 复购率 is told for the twelve months that end with a period. */
export const repeatSpans = ['month', 'quarter', 'year'] as const;
export type RepeatSpan = (typeof repeatSpans)[number];

/** What a customer bought on a day: trades (repair orders and vehicle orders) and their sum in fen. */
export type DayTrades = {
  readonly customerId: number;
  readonly on: Day;
  readonly trades: number;
  readonly fen: number;
};

/** When a customer was a member; `to` null: still. */
export type MemberSpan = { readonly customerId: number; readonly from: Day; readonly to: Day | null };

export type RepeatRate = {
  /** With at least one trade in the twelve months. */
  readonly customers: number;
  /** With at least two. */
  readonly repeated: number;
  /** Basis points; null where nobody bought. */
  readonly rateBp: number | null;
  readonly valueFen: number;
  readonly perHeadFen: number | null;
};

export type RepeatPoint = {
  /** `2026-11`, `2026-Q4` or `2026`. */
  readonly key: string;
  readonly day: Day;
  readonly members: RepeatRate;
  readonly others: RepeatRate;
};

/** How many periods are shown. */
const shown: Readonly<Record<RepeatSpan, number>> = { month: 12, quarter: 8, year: 4 };

/** The periods up to today with the last day that counts of each, the oldest first. */
export function repeatPeriods(
  by: RepeatSpan,
  today: Day,
): readonly { readonly key: string; readonly day: Day }[] {
  const step = { month: 1, quarter: 3, year: 12 }[by];
  return Array.from({ length: shown[by] }, (_, at) => {
    const month = addMonthsTo(monthOf(today), (at + 1 - shown[by]) * step);
    const key = by === 'month' ? month : by === 'quarter' ? quarterOf(month) : String(yearOf(month));
    const last =
      by === 'month'
        ? monthDays(month).last
        : by === 'quarter'
          ? quarterDays(quarterOf(month)).last
          : `${yearOf(month)}-12-31`;
    return { key, day: last < today ? last : today };
  });
}

/** Customers who were members on a day. */
export function membersOn(spans: readonly MemberSpan[], day: Day): ReadonlySet<number> {
  const members = new Set<number>();
  for (const { customerId, from, to } of spans)
    if (from <= day && (to === null || to > day)) members.add(customerId);
  return members;
}

type Bought = { trades: number; fen: number };

/** What each customer bought in the twelve months that end with a day. */
export function boughtUpTo(trades: readonly DayTrades[], day: Day): ReadonlyMap<number, Bought> {
  const since = addMonths(day, -12);
  const bought = new Map<number, Bought>();
  for (const { customerId, on, trades: count, fen } of trades) {
    if (on <= since || on > day) continue;
    const one = bought.get(customerId);
    if (one) {
      one.trades += count;
      one.fen += fen;
    } else bought.set(customerId, { trades: count, fen });
  }
  return bought;
}

function rateOf(bought: readonly Bought[]): RepeatRate {
  const customers = bought.length;
  const repeated = bought.filter(({ trades }) => trades >= 2).length;
  const valueFen = bought.reduce((sum, { fen }) => sum + fen, 0);
  return {
    customers,
    repeated,
    rateBp: customers === 0 ? null : Math.round((repeated * 10_000) / customers),
    valueFen,
    perHeadFen: customers === 0 ? null : Math.round(valueFen / customers),
  };
}

/**
 * 复购率: customers with two trades or more in twelve months / customers with one or more; members of the day against the rest
 * (domain map ME-3).
 */
export function repeatPoint(
  period: { readonly key: string; readonly day: Day },
  trades: readonly DayTrades[],
  spans: readonly MemberSpan[],
): RepeatPoint {
  const members = membersOn(spans, period.day);
  const bought = [...boughtUpTo(trades, period.day)];
  const of = (isMember: boolean): RepeatRate =>
    rateOf(bought.filter(([id]) => members.has(id) === isMember).map(([, one]) => one));
  return { ...period, members: of(true), others: of(false) };
}
