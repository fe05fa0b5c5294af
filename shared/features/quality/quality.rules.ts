import { daysBetween, type Day } from '../../kernel/day.ts';
import { addMonthsTo, monthOf, type Month } from '../../kernel/period.ts';

/** One bar of a Pareto chart; shares in whole basis points, rounded down, the last cumulative one exactly 10 000. */
export type ParetoLine = {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  readonly shareBasisPoints: number;
  readonly cumulativeBasisPoints: number;
};

/** 柏拉图: what occurs most first, ties by name. */
export function pareto(
  rows: readonly { readonly key: string; readonly name: string }[],
): readonly ParetoLine[] {
  const groups = [...Map.groupBy(rows, ({ key }) => key)]
    .map(([key, group]) => ({ key, name: group.at(-1)?.name ?? key, count: group.length }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  let before = 0;
  return groups.map((group) => {
    before += group.count;
    const share = (count: number): number => Math.floor((count * 10_000) / rows.length);
    return { ...group, shareBasisPoints: share(group.count), cumulativeBasisPoints: share(before) };
  });
}

/** Upper ends of the groups of days from found to mended: the same day, up to 3, up to 7, longer. */
const mendedWithin = [0, 3, 7] as const;

export type Mending = { readonly raisedOn: Day; readonly mendedOn: Day | null };

export type MendingTimes = {
  readonly raised: number;
  readonly mended: number;
  readonly open: number;
  /** Tenths of days; null when nothing was mended. */
  readonly averageTenths: number | null;
  readonly medianTenths: number | null;
  /** Mended ones by `mendedWithin`, one more than that. */
  readonly groups: readonly number[];
};

/** Whole tenths of the mean of two whole numbers of days. */
const halfway = (a: number, b: number): number => (a + b) * 5;

/** 从发现到修好: days between both days; the same day is 0. */
export function mendingTimes(rows: readonly Mending[]): MendingTimes {
  const days = rows
    .flatMap(({ raisedOn, mendedOn }) => (mendedOn === null ? [] : [daysBetween(raisedOn, mendedOn)]))
    .sort((a, b) => a - b);
  const middle = Math.floor(days.length / 2);
  const median =
    days.length % 2 === 1
      ? halfway(days[middle] ?? 0, days[middle] ?? 0)
      : halfway(days[middle - 1] ?? 0, days[middle] ?? 0);
  const groups = [...mendedWithin, Infinity].map(
    (last, at) =>
      days.filter((count) => count <= last && (at === 0 || count > (mendedWithin[at - 1] ?? 0))).length,
  );
  return {
    raised: rows.length,
    mended: days.length,
    open: rows.length - days.length,
    averageTenths:
      days.length === 0 ? null : Math.round((days.reduce((sum, count) => sum + count, 0) * 10) / days.length),
    medianTenths: days.length === 0 ? null : median,
    groups,
  };
}

/** Months of a chart at most; of a longer time the latest. */
const chartMonths = 24;

/** The months that a time touches, oldest first. */
export function monthsOfSpan({ from, to }: { readonly from: Day; readonly to: Day }): readonly Month[] {
  const months: Month[] = [];
  for (
    let month = monthOf(to);
    month >= monthOf(from) && months.length < chartMonths;
    month = addMonthsTo(month, -1)
  )
    months.unshift(month);
  return months;
}
