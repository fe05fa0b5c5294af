import { shareOfFen, type Fen } from '../../kernel/money.ts';
import type { Month } from '../../kernel/period.ts';
import { mostUnits, type PayContent, type ShareKind } from './pay.content.ts';

/**
 * Units → money. Every line is whole fen; what is no whole fen is rounded once, in its own line, half a fen upwards
 * (`shareOfFen`). The lines add up to the total.
 */

/** What one unit brings on average, by amount; whole fen. */
export type Averages = Partial<Readonly<Record<ShareKind, Fen>>>;

export type CommissionPart = {
  /** Hours may have decimals: what was worked. */
  readonly units: number;
  readonly from: number;
  readonly to: number | null;
  /** Per unit. */
  readonly rateFen: Fen;
  readonly amountFen: Fen;
};

export type PayLine =
  | { readonly kind: 'base'; readonly amountFen: Fen }
  | { readonly kind: 'commission'; readonly amountFen: Fen; readonly parts: readonly CommissionPart[] }
  /** 绩效基数. */
  | { readonly kind: 'bonus'; readonly amountFen: Fen }
  | {
      readonly kind: 'share';
      readonly of: ShareKind;
      readonly amountFen: Fen;
      /** Of each unit; null: the share is of `onFen`, a sum from the records. */
      readonly averageFen: Fen | null;
      readonly onFen?: Fen;
      readonly basisPoints: number;
    }
  | {
      /** What the coefficient adds or takes away. */
      readonly kind: 'coefficient';
      readonly amountFen: Fen;
      readonly onFen: Fen;
      readonly basisPoints: number;
      readonly attainmentBasisPoints: number;
    }
  | { readonly kind: 'cap'; readonly amountFen: Fen; readonly capFen: Fen }
  | { readonly kind: 'welfare'; readonly name: string; readonly amountFen: Fen };

export type PaySlip = {
  /** Whole, but for hours that were worked: to the hundredth. */
  readonly units: number;
  readonly lines: readonly PayLine[];
  readonly totalFen: Fen;
  /** Welfare that is not paid in money; not in the total. */
  readonly inKind: readonly { readonly name: string; readonly amountFen: Fen }[];
};

/** Parts of the month that pay depends on. `goalUnits` is asked for only where the rule has coefficients. */
export type PayBasis = { readonly averages: Averages; readonly goalUnits: number | null };

/** 达成率 in basis points, cut off, so that 99.999 % is not 100 %. A goal of nothing is reached. */
export const attainmentOf = (units: number, goalUnits: number): number =>
  attainmentOfHundredths(Math.round(units * 100), goalUnits);

const attainmentOfHundredths = (hundredths: number, goalUnits: number): number =>
  goalUnits <= 0 ? 10_000 : Math.floor((hundredths * 100) / goalUnits);

/** So many hundredths of a unit at a rate per unit; exact for whole units, else rounded to the fen. */
const atRate = (rateFen: Fen, hundredths: number): Fen => shareOfFen(rateFen, hundredths * 100);

/** A part of an hour beyond a step belongs to the next one. */
function commissionParts({ steps, stepKind }: PayContent, hundredths: number): CommissionPart[] {
  const part = ({ from, to, amountFen }: PayContent['steps'][number], within: number): CommissionPart => ({
    from,
    to,
    units: within / 100,
    rateFen: amountFen,
    amountFen: atRate(amountFen, within),
  });
  const before = ({ from }: { from: number }): number => (from - 1) * 100;
  const until = ({ to }: { to: number | null }): number => (to === null ? Infinity : to * 100);
  if (stepKind === 'all') {
    const step = steps.find((one) => hundredths > before(one) && hundredths <= until(one));
    return step ? [part(step, hundredths)] : [];
  }
  return steps.flatMap((step) => {
    const within = Math.min(hundredths, until(step)) - before(step);
    return within <= 0 ? [] : [part(step, within)];
  });
}

const sum = (amounts: readonly { readonly amountFen: Fen }[]): Fen =>
  amounts.reduce((total, { amountFen }) => total + amountFen, 0);

type ShareLine = Extract<PayLine, { kind: 'share' }>;

/** The pay slip of a month with so many units. The rule has no issues (`payIssues`), averages are given for its shares. */
export function paySlip(content: PayContent, units: number, { averages, goalUnits }: PayBasis): PaySlip {
  const shares = content.shares.map(({ of, basisPoints }): ShareLine => {
    const averageFen = averages[of] ?? 0;
    return {
      kind: 'share',
      of,
      averageFen,
      basisPoints,
      amountFen: shareOfFen(averageFen * units, basisPoints),
    };
  });
  return slipOf(content, units * 100, goalUnits, shares);
}

/** What was done in a month, from the records: hundredths of a unit, and the sums that shares are paid of. */
export type PayActuals = {
  readonly hundredths: number;
  readonly sums: Averages;
  readonly goalUnits: number | null;
};

/** The pay slip of what was done. Asked only with a goal where the rule has coefficients. */
export function actualPaySlip(content: PayContent, { hundredths, sums, goalUnits }: PayActuals): PaySlip {
  const shares = content.shares.map(({ of, basisPoints }): ShareLine => {
    const onFen = sums[of] ?? 0;
    return {
      kind: 'share',
      of,
      averageFen: null,
      onFen,
      basisPoints,
      amountFen: shareOfFen(onFen, basisPoints),
    };
  });
  return slipOf(content, hundredths, goalUnits, shares);
}

function slipOf(
  content: PayContent,
  hundredths: number,
  goalUnits: number | null,
  shares: readonly ShareLine[],
): PaySlip {
  const parts = commissionParts(content, hundredths);
  const commission: PayLine = { kind: 'commission', amountFen: sum(parts), parts };
  const bonusFen = content.bonusFen ?? 0;
  const variable: PayLine[] = [
    ...(content.steps.length > 0 ? [commission] : []),
    ...(bonusFen > 0 ? [{ kind: 'bonus' as const, amountFen: bonusFen }] : []),
    ...shares,
  ];
  if (content.coefficients.length > 0 && goalUnits !== null) {
    const attainmentBasisPoints = attainmentOfHundredths(hundredths, goalUnits);
    const basisPoints =
      content.coefficients.find(
        ({ fromBasisPoints, belowBasisPoints }) =>
          attainmentBasisPoints >= fromBasisPoints &&
          (belowBasisPoints === null || attainmentBasisPoints < belowBasisPoints),
      )?.basisPoints ?? 10_000;
    const onFen = content.coefficientOn === 'commission' ? commission.amountFen + bonusFen : sum(variable);
    const amountFen = shareOfFen(onFen, basisPoints) - onFen;
    variable.push({ kind: 'coefficient', amountFen, onFen, basisPoints, attainmentBasisPoints });
  }
  const above = content.capFen === null ? 0 : sum(variable) - content.capFen;
  if (content.capFen !== null && above > 0)
    variable.push({ kind: 'cap', amountFen: -above, capFen: content.capFen });
  const welfare = content.welfare
    .filter(({ inCash }) => inCash)
    .map(({ name, amountFen }): PayLine => ({ kind: 'welfare', name, amountFen }));
  const lines: PayLine[] = [{ kind: 'base', amountFen: content.baseFen }, ...variable, ...welfare];
  const inKind = content.welfare
    .filter(({ inCash }) => !inCash)
    .map(({ name, amountFen }) => ({ name, amountFen }));
  return { units: hundredths / 100, lines, totalFen: sum(lines), inKind };
}

/** What a person of a post costs a month whatever is done: base, bonus and all welfare, in money and in kind. */
export const payCostFen = ({ baseFen, bonusFen = 0, welfare }: PayContent): Fen =>
  baseFen + bonusFen + sum(welfare);

/**
 * Counts of units at which something jumps: the first of each step, and the first that reaches each coefficient. Between two
 * of them pay never falls, because no rate is negative. Ascending, begins with 0.
 */
export function payBreaks({ steps, coefficients }: PayContent, goalUnits: number | null): readonly number[] {
  const breaks = new Set([0, ...steps.map(({ from }) => from)]);
  if (goalUnits !== null)
    for (const { fromBasisPoints } of coefficients)
      breaks.add(Math.ceil((fromBasisPoints * Math.max(0, goalUnits)) / 10_000));
  return [...breaks].filter((units) => units <= mostUnits).sort((a, b) => a - b);
}

/** A rule holds in whole months; null: without end. */
export type RuleMonths = { readonly fromMonth: Month; readonly toMonth: Month | null };

/** Whether a rule holds in a month; both its months belong to it, without a last one it is open. */
export const holdsIn = ({ fromMonth, toMonth }: RuleMonths, month: Month): boolean =>
  fromMonth <= month && (toMonth === null || month <= toMonth);

/** Whether two rules of a post hold in the same month. */
export const overlap = (one: RuleMonths, other: RuleMonths): boolean =>
  (one.toMonth === null || other.fromMonth <= one.toMonth) &&
  (other.toMonth === null || one.fromMonth <= other.toMonth);
