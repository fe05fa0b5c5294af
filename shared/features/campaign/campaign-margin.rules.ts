import { goodsKinds, type DesignContent, type GoodsKind } from '../membership/membership.content.ts';
import { returnOf, type CampaignReturn } from './campaign-return.rules.ts';

/**
 * What a customer bought by line of business, in whole fen. `known`: vehicles whose cost is known, with that cost; they are not
 * among `vehicle`.
 */
export type Sold = Readonly<Record<GoodsKind, number>> & {
  readonly knownFen: number;
  readonly knownCostFen: number;
};

/** Lines of business as they are reckoned: `known` vehicles at their own cost, the rest at a stated margin. */
export const marginLines = [...goodsKinds, 'known'] as const;
export type MarginLineKind = (typeof marginLines)[number];

export type MarginLine = {
  readonly line: MarginLineKind;
  /** As stated, in basis points; of `known` what the two groups' vehicles truly had. null: not stated. */
  readonly marginBp: number | null;
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

type Margins = Readonly<Record<GoodsKind, number | null>>;

export const marginsOf = ({ goods }: Pick<DesignContent, 'goods'>): Margins => ({
  labour: goods.labour.marginBp,
  parts: goods.parts.marginBp,
  other: goods.other.marginBp,
  vehicle: goods.vehicle.marginBp,
});

const salesIn = (sold: Sold, line: MarginLineKind): number => (line === 'known' ? sold.knownFen : sold[line]);

/** Margin of a customer's line, rounded to the fen there: lines and groups then add up to the fen. */
function marginIn(sold: Sold, line: MarginLineKind, margins: Margins): number {
  if (line === 'known') return sold.knownFen - sold.knownCostFen;
  return Math.round((sold[line] * (margins[line] ?? 0)) / 10_000);
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/**
 * 毛利回报 of a campaign: sales of each line times its stated margin (毛利率 of the membership design), vehicles with a known cost
 * at that; then the difference between the groups per head as for sales, less the cost. Nothing where a margin is missing.
 */
export function marginReturnOf(
  treated: readonly Sold[],
  control: readonly Sold[],
  { margins, costFen }: { readonly margins: Margins; readonly costFen: number },
): CampaignMargin {
  const salesOf = (group: readonly Sold[], line: MarginLineKind): number =>
    sumOf(group.map((sold) => salesIn(sold, line)));
  const marginIs = (group: readonly Sold[], line: MarginLineKind): number =>
    sumOf(group.map((sold) => marginIn(sold, line, margins)));
  const lines = marginLines.flatMap((line): MarginLine[] => {
    const treatedSalesFen = salesOf(treated, line);
    const controlSalesFen = salesOf(control, line);
    const sales = treatedSalesFen + controlSalesFen;
    if (treatedSalesFen === 0 && controlSalesFen === 0) return [];
    const stated = line === 'known' ? undefined : margins[line];
    if (stated === null)
      return [{ line, marginBp: null, treatedSalesFen, controlSalesFen, treatedFen: null, controlFen: null }];
    const treatedFen = marginIs(treated, line);
    const controlFen = marginIs(control, line);
    const marginBp =
      stated ?? (sales === 0 ? null : Math.round(((treatedFen + controlFen) * 10_000) / sales));
    return [{ line, marginBp, treatedSalesFen, controlSalesFen, treatedFen, controlFen }];
  });
  const missing = lines.flatMap(({ line, treatedFen }) =>
    treatedFen === null && line !== 'known' ? [line] : [],
  );
  if (missing.length > 0) return { lines, missing, treatedFen: null, controlFen: null, gain: null };
  const totals = (group: readonly Sold[]): number[] =>
    group.map((sold) => sumOf(marginLines.map((line) => marginIn(sold, line, margins))));
  const [treatedTotals, controlTotals] = [totals(treated), totals(control)];
  return {
    lines,
    missing,
    treatedFen: sumOf(treatedTotals),
    controlFen: sumOf(controlTotals),
    gain: returnOf(treatedTotals, controlTotals, costFen),
  };
}
