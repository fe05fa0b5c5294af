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
  | {
      readonly kind: 'share';
      readonly of: ShareKind;
      readonly amountFen: Fen;
      readonly averageFen: Fen;
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
  goalUnits <= 0 ? 10_000 : Math.floor((units * 10_000) / goalUnits);

function commissionParts({ steps, stepKind }: PayContent, units: number): CommissionPart[] {
  if (units === 0) return [];
  if (stepKind === 'all') {
    const step = steps.find(({ from, to }) => units >= from && (to === null || units <= to));
    return step ? [{ ...ends(step), units, rateFen: step.amountFen, amountFen: units * step.amountFen }] : [];
  }
  return steps.flatMap((step) => {
    const last = step.to === null ? units : Math.min(units, step.to);
    const within = last - step.from + 1;
    return within <= 0
      ? []
      : [{ ...ends(step), units: within, rateFen: step.amountFen, amountFen: within * step.amountFen }];
  });
}

const ends = ({ from, to }: { from: number; to: number | null }) => ({ from, to });

const sum = (amounts: readonly { readonly amountFen: Fen }[]): Fen =>
  amounts.reduce((total, { amountFen }) => total + amountFen, 0);

/** The pay slip of a month with so many units. The rule has no issues (`payIssues`), averages are given for its shares. */
export function paySlip(content: PayContent, units: number, { averages, goalUnits }: PayBasis): PaySlip {
  const parts = commissionParts(content, units);
  const commission: PayLine = { kind: 'commission', amountFen: sum(parts), parts };
  const shares = content.shares.map(({ of, basisPoints }): PayLine => {
    const averageFen = averages[of] ?? 0;
    return {
      kind: 'share',
      of,
      averageFen,
      basisPoints,
      amountFen: shareOfFen(averageFen * units, basisPoints),
    };
  });
  const variable: PayLine[] = [...(content.steps.length > 0 ? [commission] : []), ...shares];
  if (content.coefficients.length > 0 && goalUnits !== null) {
    const attainmentBasisPoints = attainmentOf(units, goalUnits);
    const basisPoints =
      content.coefficients.find(
        ({ fromBasisPoints, belowBasisPoints }) =>
          attainmentBasisPoints >= fromBasisPoints &&
          (belowBasisPoints === null || attainmentBasisPoints < belowBasisPoints),
      )?.basisPoints ?? 10_000;
    const onFen = content.coefficientOn === 'commission' ? commission.amountFen : sum(variable);
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
  return { units, lines, totalFen: sum(lines), inKind };
}

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

export const holdsIn = ({ fromMonth, toMonth }: RuleMonths, month: Month): boolean =>
  fromMonth <= month && (toMonth === null || month <= toMonth);

/** Whether two rules of a post hold in the same month. */
export const overlap = (one: RuleMonths, other: RuleMonths): boolean =>
  (one.toMonth === null || other.fromMonth <= one.toMonth) &&
  (other.toMonth === null || one.fromMonth <= other.toMonth);
