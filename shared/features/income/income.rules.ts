import type { Fen } from '../../kernel/money.ts';
import type { Month } from '../../kernel/period.ts';
import { shareKindsOf, type PayContent, type PayUnit, type ShareKind } from '../pay/pay.content.ts';
import { paySlip, type Averages, type PayBasis, type PayLine, type PaySlip } from '../pay/pay.rules.ts';
import {
  averageFigure,
  rateFigure,
  rateKindsOf,
  type Figure,
  type Known,
  type MissingReason,
  type Rate,
  type RateKind,
} from './income-rates.rules.ts';
import { solveUnits, type Solved } from './income-solver.rules.ts';

/**
 * 收入测算: from the income wanted to what is to be done each day (PL-4, domain-rules §10). What the data does not hold is
 * `missing` with its reason, and the person may assume it; an assumption is marked as such everywhere.
 */

/** What the person plays with. Absent: the own figure. Money in fen, rates in basis points. */
export type WhatIf = {
  readonly wishFen: Fen;
  readonly goalUnits: number | null;
  readonly averages: Averages;
  readonly rates: Partial<Readonly<Record<RateKind, number>>>;
};

export const activityKindsOf = {
  deal: ['unit', 'order', 'testDrive', 'visit', 'lead', 'call'],
  visit: ['unit', 'call'],
  hour: ['unit'],
  fixed: [],
} as const satisfies Readonly<Record<PayUnit, readonly string[]>>;
export type ActivityKind = (typeof activityKindsOf.deal)[number];

/** Whole numbers, each rounded upwards; a week is five working days. */
export type Activity = {
  readonly kind: ActivityKind;
  readonly need:
    | {
        readonly perMonth: number;
        readonly perWeek: number;
        readonly perDay: number;
        /** One in so many working days, where it is no more than one in two. */
        readonly everyDays: number | null;
      }
    | { readonly reason: MissingReason };
};

const daysOfWeek = 5;
const ceilDivided = (a: number, b: number): number => Math.floor((a + b - 1) / b);

function needOf(perMonth: number, workingDays: number): Activity['need'] {
  const days = Math.max(1, workingDays);
  return {
    perMonth,
    perWeek: Math.min(perMonth, ceilDivided(perMonth * daysOfWeek, days)),
    perDay: ceilDivided(perMonth, days),
    everyDays: perMonth > 0 && perMonth * 2 <= days ? Math.floor(days / perMonth) : null,
  };
}

/** Units → orders → test drives, visits, leads, calls, in a month of so many working days. */
export function activityOf(
  unit: PayUnit,
  units: number,
  rates: readonly Rate[],
  workingDays: number,
): readonly Activity[] {
  const rateOf = (kind: RateKind): Rate | undefined => rates.find((rate) => rate.kind === kind);
  const after = (count: number | MissingReason, kind: RateKind): number | MissingReason => {
    if (typeof count === 'string') return count;
    const rate = rateOf(kind);
    if (!rate) return 'noneRecorded';
    if (rate.source === 'missing') return rate.reason;
    return ceilDivided(count * (rate.up ?? 1), Math.max(1, rate.down ?? 1));
  };
  const base = unit === 'deal' ? after(units, 'fallOut') : units;
  return activityKindsOf[unit].map((kind): Activity => {
    const count = kind === 'unit' ? units : kind === 'order' ? base : after(base, kind);
    return { kind, need: typeof count === 'string' ? { reason: count } : needOf(count, workingDays) };
  });
}

/** What the result depends on and how far it is known. */
export type Figures = {
  readonly averages: readonly (Figure & { readonly of: ShareKind })[];
  readonly goal: Figure | null;
  readonly rates: readonly Rate[];
};

/** `givenUnits`: the goal that the manager gave for the month; null: none. */
export function figuresOf(
  content: PayContent,
  { own, peers }: Known,
  givenUnits: number | null,
  what: WhatIf,
): Figures {
  const goal = (): Figure => {
    if (what.goalUnits !== null) return { source: 'assumed', value: what.goalUnits };
    return givenUnits === null
      ? { source: 'missing', reason: 'noGoal' }
      : { source: 'data', value: givenUnits };
  };
  return {
    averages: shareKindsOf[content.unit]
      .filter((of) => content.shares.some((share) => share.of === of && share.basisPoints > 0))
      .map((of) => ({ of, ...averageFigure(of, own, peers, what.averages) })),
    goal: content.coefficients.length > 0 ? goal() : null,
    rates: rateKindsOf[content.unit].map((kind) => rateFigure(kind, content.unit, own, peers, what.rates)),
  };
}

/** The basis of pay, or null while an average or the goal is missing: nothing is reckoned with a silent 0. */
export function basisOf({ averages, goal }: Figures): PayBasis | null {
  const known: Partial<Record<ShareKind, Fen>> = {};
  for (const one of averages) {
    if (one.source === 'missing') return null;
    known[one.of] = one.value;
  }
  if (goal?.source === 'missing') return null;
  return { averages: known, goalUnits: goal?.value ?? null };
}

export type Outlook = {
  readonly figures: Figures;
  /** Null while `figures` lack what pay depends on. */
  readonly result: {
    readonly solved: Solved;
    readonly slip: PaySlip;
    readonly activity: readonly Activity[];
    /** The income if the adopted count becomes the goal that attainment is measured by; null where that changes nothing. */
    readonly ownGoalFen: Fen | null;
    /** The same month by the manager's figure; null: none was given. */
    readonly given: { readonly slip: PaySlip; readonly activity: readonly Activity[] } | null;
  } | null;
};

/** The whole calculation of one month. */
export function outlookOf(
  content: PayContent,
  known: Known,
  month: { readonly givenUnits: number | null; readonly workingDays: number },
  what: WhatIf,
): Outlook {
  const figures = figuresOf(content, known, month.givenUnits, what);
  const basis = basisOf(figures);
  if (!basis) return { figures, result: null };
  const { unit } = content;
  const { rates } = figures;
  const solved = solveUnits(content, basis, what.wishFen);
  const units = solved.kind === 'reached' ? solved.units : solved.atUnits;
  const slip = paySlip(content, units, basis);
  const own = paySlip(content, units, { ...basis, goalUnits: basis.goalUnits === null ? null : units });
  const { givenUnits, workingDays } = month;
  return {
    figures,
    result: {
      solved,
      slip,
      activity: activityOf(unit, units, rates, workingDays),
      ownGoalFen: own.totalFen === slip.totalFen ? null : own.totalFen,
      given:
        givenUnits === null
          ? null
          : {
              slip: paySlip(content, givenUnits, basis),
              activity: activityOf(unit, givenUnits, rates, workingDays),
            },
    },
  };
}

/** A month to be reckoned, with the rule and the goal that hold in it. */
export type MonthAsked = {
  readonly month: Month;
  readonly content: PayContent;
  readonly givenUnits: number | null;
  readonly workingDays: number;
};
export type MonthOutlook = MonthAsked & { readonly outlook: Outlook };

export type SpanOutlook = {
  readonly months: readonly MonthOutlook[];
  /** Sums of the months; null while one of them has no result. */
  readonly total: {
    readonly units: number;
    readonly incomeFen: Fen;
    /** By the manager's figures; null: a month has none. */
    readonly given: { readonly units: number; readonly incomeFen: Fen } | null;
    /** The wish is reached in every month. */
    readonly isReached: boolean;
  } | null;
};

/** Whether some of the months have a goal and others have none. */
export const hasGoalGaps = (months: readonly Pick<MonthAsked, 'givenUnits'>[]): boolean =>
  months.some(({ givenUnits }) => givenUnits === null) &&
  months.some(({ givenUnits }) => givenUnits !== null);

/**
 * Several months: the wish is for each of them, and each is solved by its own rule, goal and coefficient. The sum is the
 * smallest count of whole units that reaches the wish in every month, because no month's units pay in another. An assumed goal
 * stands in where a month has none; where all have one, or none has, it is that of all.
 */
export function spanOutlookOf(
  months: readonly MonthAsked[],
  knownOf: (content: PayContent) => Known,
  what: WhatIf,
): SpanOutlook {
  const gaps = hasGoalGaps(months);
  const reckoned = months.map((month): MonthOutlook => {
    const asked = gaps && month.givenUnits !== null ? { ...what, goalUnits: null } : what;
    return { ...month, outlook: outlookOf(month.content, knownOf(month.content), month, asked) };
  });
  const results = reckoned.flatMap(({ outlook }) => outlook.result ?? []);
  if (results.length < reckoned.length || results.length === 0) return { months: reckoned, total: null };
  const add = (slips: readonly PaySlip[]): { units: number; incomeFen: Fen } => ({
    units: slips.reduce((sum, { units }) => sum + units, 0),
    incomeFen: slips.reduce((sum, { totalFen }) => sum + totalFen, 0),
  });
  const given = results.flatMap((result) => result.given?.slip ?? []);
  return {
    months: reckoned,
    total: {
      ...add(results.map(({ slip }) => slip)),
      given: given.length === results.length ? add(given) : null,
      isReached: results.every(({ solved }) => solved.kind === 'reached'),
    },
  };
}

export type DifferenceLine = {
  readonly line: PayLine;
  readonly ownFen: Fen;
  readonly givenFen: Fen;
  readonly differenceFen: Fen;
};

const keyOf = (line: PayLine): string =>
  line.kind === 'share' ? `share ${line.of}` : line.kind === 'welfare' ? `welfare ${line.name}` : line.kind;

/** Own slip against the manager's, part by part; the differences add up to the difference of the totals. */
export function differenceOf(own: PaySlip, given: PaySlip): readonly DifferenceLine[] {
  const parts = new Map<string, DifferenceLine>();
  for (const line of own.lines)
    parts.set(keyOf(line), { line, ownFen: line.amountFen, givenFen: 0, differenceFen: line.amountFen });
  for (const line of given.lines) {
    const found = parts.get(keyOf(line));
    const ownFen = found?.ownFen ?? 0;
    parts.set(keyOf(line), {
      line: found?.line ?? line,
      ownFen,
      givenFen: line.amountFen,
      differenceFen: ownFen - line.amountFen,
    });
  }
  return [...parts.values()];
}
