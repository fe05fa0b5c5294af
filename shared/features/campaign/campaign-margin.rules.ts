import type { Day } from '../../kernel/day.ts';
import { goodsKinds, type GoodsKind } from '../membership/membership.content.ts';
import type { MarginPeriod } from '../membership/membership-margin.rules.ts';
import { returnOf, type CampaignReturn } from './campaign-return.rules.ts';

/**
 * What a customer bought by line of business, in whole fen. `known`: vehicles whose cost is known, with that cost; they are not
 * among `vehicle`.
 */
export type Sold = Readonly<Record<GoodsKind, number>> & {
  readonly knownFen: number;
  readonly knownCostFen: number;
};
export const nothingSold: Sold = { labour: 0, parts: 0, other: 0, vehicle: 0, knownFen: 0, knownCostFen: 0 };

/** What a customer bought in each of the periods, in their order. */
export type SoldInPeriods = readonly Sold[];

/** Lines of business as they are reckoned: `known` vehicles at their own cost, the rest at a stated margin. */
export const marginLines = [...goodsKinds, 'known'] as const;
export type MarginLineKind = (typeof marginLines)[number];

export type MarginLine = {
  readonly line: MarginLineKind;
  /** The days of this margin where the line had several; else null. */
  readonly days: { readonly from: Day; readonly to: Day } | null;
  /** As stated, in basis points; of `known` what the two groups' vehicles truly had. null: not stated. */
  readonly marginBp: number | null;
  /** Editions of the membership design that state it, and whether they began after these days. */
  readonly editions: readonly number[];
  readonly isLater: boolean;
  readonly treatedSalesFen: number;
  readonly controlSalesFen: number;
  /** null: no margin is stated. */
  readonly treatedFen: number | null;
  readonly controlFen: number | null;
};

export type CampaignMargin = {
  /** Lines in which either group bought. */
  readonly lines: readonly MarginLine[];
  /** Lines with sales whose margin nobody stated: without it nothing is told in margin. */
  readonly missing: readonly GoodsKind[];
  readonly treatedFen: number | null;
  readonly controlFen: number | null;
  readonly gain: CampaignReturn | null;
};

/** Periods one after another in which a line has one margin. */
type Run = Pick<MarginLine, 'line' | 'marginBp' | 'editions' | 'isLater'> & {
  readonly from: Day;
  readonly to: Day;
  /** Places of the periods. */
  readonly at: readonly number[];
};

function runsOf(line: MarginLineKind, periods: readonly MarginPeriod[]): readonly Run[] {
  const runs: Run[] = [];
  for (const [at, { from, to, margins }] of periods.entries()) {
    const { marginBp, edition, isLater } =
      line === 'known' ? { marginBp: null, edition: null, isLater: false } : margins[line];
    const last = runs.at(-1);
    const editions = edition === null ? [] : [edition];
    if (last && last.marginBp === marginBp && last.isLater === isLater)
      runs.splice(-1, 1, {
        ...last,
        to,
        at: [...last.at, at],
        editions: [...new Set([...last.editions, ...editions])],
      });
    else runs.push({ line, from, to, marginBp, isLater, editions, at: [at] });
  }
  return runs;
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const salesIn = (sold: SoldInPeriods, { line, at }: Run): number =>
  sumOf(at.map((place) => sold[place]?.[line === 'known' ? 'knownFen' : line] ?? 0));

/** Margin of a customer's line, rounded to the fen there: lines and groups then add up to the fen. */
function marginIn(sold: SoldInPeriods, run: Run): number {
  const sales = salesIn(sold, run);
  if (run.line === 'known') return sales - sumOf(run.at.map((place) => sold[place]?.knownCostFen ?? 0));
  return Math.round((sales * (run.marginBp ?? 0)) / 10_000);
}

/**
 * 毛利回报 of a campaign: sales of each line times the margin (毛利率 of the membership design) that held on their days, vehicles
 * with a known cost at that; then the difference between the groups per head as for sales, less the cost. Nothing where a
 * margin is missing.
 */
export function marginReturnOf(
  treated: readonly SoldInPeriods[],
  control: readonly SoldInPeriods[],
  { periods, costFen }: { readonly periods: readonly MarginPeriod[]; readonly costFen: number },
): CampaignMargin {
  const runs = marginLines.flatMap((line) => runsOf(line, periods));
  const salesOf = (group: readonly SoldInPeriods[], run: Run): number =>
    sumOf(group.map((sold) => salesIn(sold, run)));
  const marginOf = (group: readonly SoldInPeriods[], run: Run): number =>
    sumOf(group.map((sold) => marginIn(sold, run)));
  const lines = runs.flatMap((run): MarginLine[] => {
    const { line, from, to, editions, isLater } = run;
    const treatedSalesFen = salesOf(treated, run);
    const controlSalesFen = salesOf(control, run);
    if (treatedSalesFen === 0 && controlSalesFen === 0) return [];
    const days = runs.some((other) => other !== run && other.line === line) ? { from, to } : null;
    const head = { line, days, editions, isLater, treatedSalesFen, controlSalesFen };
    if (line !== 'known' && run.marginBp === null)
      return [{ ...head, marginBp: null, treatedFen: null, controlFen: null }];
    const treatedFen = marginOf(treated, run);
    const controlFen = marginOf(control, run);
    const sales = treatedSalesFen + controlSalesFen;
    const trueBp = sales === 0 ? null : Math.round(((treatedFen + controlFen) * 10_000) / sales);
    return [{ ...head, marginBp: line === 'known' ? trueBp : run.marginBp, treatedFen, controlFen }];
  });
  const missing = lines.flatMap(({ line, treatedFen }) =>
    treatedFen === null && line !== 'known' ? [line] : [],
  );
  if (missing.length > 0)
    return { lines, missing: [...new Set(missing)], treatedFen: null, controlFen: null, gain: null };
  const totals = (group: readonly SoldInPeriods[]): number[] =>
    group.map((sold) => sumOf(runs.map((run) => marginIn(sold, run))));
  const [treatedTotals, controlTotals] = [totals(treated), totals(control)];
  return {
    lines,
    missing,
    treatedFen: sumOf(treatedTotals),
    controlFen: sumOf(controlTotals),
    gain: returnOf(treatedTotals, controlTotals, costFen),
  };
}

/** Editions that the margins of the lines come from: those that held then, and those that began later. */
export function editionsOf({ lines }: Pick<CampaignMargin, 'lines'>): {
  readonly held: readonly number[];
  readonly later: readonly number[];
} {
  const of = (isLater: boolean): number[] =>
    [...new Set(lines.filter((line) => line.isLater === isLater).flatMap(({ editions }) => editions))].sort(
      (a, b) => a - b,
    );
  return { held: of(false), later: of(true) };
}

/** How the gifts that were used count: at their price, at the store's cost, or some so and some so. */
export function giftBasis({
  usedFen,
  atPriceFen,
}: {
  readonly usedFen: number;
  readonly atPriceFen: number;
}): 'none' | 'price' | 'cost' | 'both' {
  if (usedFen === 0) return 'none';
  if (atPriceFen === 0) return 'cost';
  return atPriceFen === usedFen ? 'price' : 'both';
}

/** What a used voucher or free service costs the store, in fen: its price less the margin in it; the price where none is stated. */
export const giftCostFen = (priceFen: number, marginBp: number | null): number =>
  marginBp === null ? priceFen : Math.round((priceFen * (10_000 - marginBp)) / 10_000);
