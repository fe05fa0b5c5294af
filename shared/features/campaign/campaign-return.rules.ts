import { smallestGroup } from './campaign.rules.ts';

/** Sales of one customer within the days of the campaign, in fen. */
export type GroupSales = readonly number[];

/**
 * What may be said of the difference between the groups. none: one group is empty · small: too few heads · unclear: within two
 * standard errors, chance would do it · clear: beyond them.
 */
export type Confidence = 'none' | 'small' | 'unclear' | 'clear';

export type CampaignReturn = {
  readonly treatedPerHeadFen: number | null;
  readonly controlPerHeadFen: number | null;
  /** 增量销售: the difference per head times the heads that got the offer; null without a control group. */
  readonly extraFen: number | null;
  /** The extra sales less the cost. */
  readonly netFen: number | null;
  readonly confidence: Confidence;
};

const sumOf = (sales: GroupSales): number => sales.reduce((sum, fen) => sum + fen, 0);

/** Half a fen counts as one, away from zero. Exact beyond 2^53. */
function quotient(over: bigint, under: bigint): number {
  const twice = over < 0n ? -over * 2n : over * 2n;
  const rounded = (twice + under) / (under * 2n);
  return Number(over < 0n ? -rounded : rounded);
}

const perHead = (sales: GroupSales): number | null =>
  sales.length === 0 ? null : quotient(BigInt(sumOf(sales)), BigInt(sales.length));

/** Square of the standard error of a group's mean. */
function errorSquare(sales: GroupSales): number {
  const mean = sumOf(sales) / sales.length;
  const spread = sales.reduce((sum, fen) => sum + (fen - mean) ** 2, 0) / (sales.length - 1);
  return spread / sales.length;
}

/** What may be said of the difference of the mean sales between those in the campaign and the control group. */
export function confidenceOf(treated: GroupSales, control: GroupSales): Confidence {
  if (treated.length === 0 || control.length === 0) return 'none';
  if (treated.length < smallestGroup || control.length < smallestGroup) return 'small';
  const difference = sumOf(treated) / treated.length - sumOf(control) / control.length;
  const error = Math.sqrt(errorSquare(treated) + errorSquare(control));
  return Math.abs(difference) > 2 * error ? 'clear' : 'unclear';
}

/**
 * 活动回报: what the customers with the offer bought beyond those without it, head for head, less the cost. All of a group count,
 * whether they were reached or not: only then are the groups alike. Whole fen, rounded once.
 */
export function returnOf(treated: GroupSales, control: GroupSales, costFen: number): CampaignReturn {
  const hasBoth = treated.length > 0 && control.length > 0;
  const extraFen = hasBoth
    ? quotient(
        BigInt(sumOf(treated)) * BigInt(control.length) - BigInt(sumOf(control)) * BigInt(treated.length),
        BigInt(control.length),
      )
    : null;
  return {
    treatedPerHeadFen: perHead(treated),
    controlPerHeadFen: perHead(control),
    extraFen,
    netFen: extraFen === null ? null : extraFen - costFen,
    confidence: confidenceOf(treated, control),
  };
}
