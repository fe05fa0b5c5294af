import type { Fen } from '../../kernel/money.ts';
import { shareKindsOf, type PayContent, type PayUnit, type ShareKind } from '../pay/pay.content.ts';
import { paySlip, type Averages, type PayBasis, type PayLine, type PaySlip } from '../pay/pay.rules.ts';
import { solveUnits, type Solved } from './income-solver.rules.ts';

/**
 * 收入测算: from the income wanted to what is to be done each day (PL-4, domain-rules §10). What the data does not hold is
 * `missing` with its reason, and the person may assume it; an assumption is marked as such everywhere.
 */

/** What a person did in three whole months, from the store's records. Vehicles count, not orders of several. */
export type Evidence = {
  readonly from: string;
  readonly to: string;
  /** Vehicles ordered in the span, and how many of them were cancelled since. */
  readonly ordered: number;
  readonly cancelled: number;
  /** Units of the span: vehicles handed over, or repair orders settled. */
  readonly units: number;
  /** Sums over the units, by amount. */
  readonly sums: Partial<Readonly<Record<ShareKind, Fen>>>;
  readonly leads: number;
  /** Follow-ups by telephone, and visits at the customer's. */
  readonly calls: number;
  readonly visits: number;
};

/** Rates by which one step leads back to the one before it, in the order of the work. */
export const rateKindsOf = {
  deal: ['fallOut', 'testDrive', 'visit', 'lead', 'call'],
  visit: ['call'],
} as const satisfies Readonly<Record<PayUnit, readonly string[]>>;
export const rateKinds = rateKindsOf.deal;
export type RateKind = (typeof rateKinds)[number];

export type MissingReason =
  | 'noUnits' // nothing was handed over in the three months
  | 'noOrders'
  | 'notRecorded' // the program has no record of it
  | 'noneRecorded' // it has, but this person entered none
  | 'incomplete' // fewer than orders: they are not all entered
  | 'allCancelled'
  | 'noGoal';

export type Figure =
  | { readonly source: 'data' | 'assumed'; readonly value: number }
  | { readonly source: 'missing'; readonly reason: MissingReason };

/**
 * `fallOut`: cancelled ÷ ordered. The others: orders (service: visits) ÷ what led to them. `value` is in basis points, cut to
 * whole ones for show; `up` ÷ `down` is exact: so many are needed for one of the step before.
 */
export type Rate = Figure & { readonly kind: RateKind; readonly up?: number; readonly down?: number };

/** What the person plays with. Absent: the own figure. Money in fen, rates in basis points. */
export type WhatIf = {
  readonly wishFen: Fen;
  readonly goalUnits: number | null;
  readonly averages: Averages;
  readonly rates: Partial<Readonly<Record<RateKind, number>>>;
};

const half = (sum: number, count: number): number => Math.floor((2 * sum + count) / (2 * count));

/** 单台平均: what one unit brings, to the whole fen. */
export function averageFigure(of: ShareKind, { units, sums }: Evidence, assumed: Averages): Figure {
  const typed = assumed[of];
  if (typed !== undefined) return { source: 'assumed', value: typed };
  if (units === 0) return { source: 'missing', reason: 'noUnits' };
  return { source: 'data', value: half(sums[of] ?? 0, units) };
}

/** One rate: assumed where it was typed, else from the evidence, else why not. */
export function rateFigure(
  kind: RateKind,
  unit: PayUnit,
  evidence: Evidence,
  assumed: WhatIf['rates'],
): Rate {
  const typed = assumed[kind];
  if (typed !== undefined)
    return kind === 'fallOut'
      ? { kind, source: 'assumed', value: typed, up: 10_000, down: 10_000 - typed }
      : { kind, source: 'assumed', value: typed, up: 10_000, down: typed };
  const missing = (reason: MissingReason): Rate => ({ kind, source: 'missing', reason });
  const { ordered, cancelled, units, leads, calls, visits } = evidence;
  const base = unit === 'deal' ? ordered : units;
  if (base === 0) return missing(unit === 'deal' ? 'noOrders' : 'noUnits');
  if (kind === 'fallOut') {
    if (cancelled >= ordered) return missing('allCancelled');
    const value = Math.floor((cancelled * 10_000) / ordered);
    return { kind, source: 'data', value, up: ordered, down: ordered - cancelled };
  }
  if (kind === 'testDrive') return missing('notRecorded');
  const count = { visit: visits, lead: leads, call: calls }[kind];
  if (count === 0) return missing('noneRecorded');
  // Whoever bought was a lead and was called: fewer of them than orders were not all entered.
  if (unit === 'deal' && kind !== 'visit' && count < base) return missing('incomplete');
  return { kind, source: 'data', value: Math.floor((base * 10_000) / count), up: count, down: base };
}

export const activityKindsOf = {
  deal: ['unit', 'order', 'testDrive', 'visit', 'lead', 'call'],
  visit: ['unit', 'call'],
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
    if (!rate || rate.source === 'missing') return rate?.reason ?? 'notRecorded';
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
  evidence: Evidence,
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
      .map((of) => ({ of, ...averageFigure(of, evidence, what.averages) })),
    goal: content.coefficients.length > 0 ? goal() : null,
    rates: rateKindsOf[content.unit].map((kind) => rateFigure(kind, content.unit, evidence, what.rates)),
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
  evidence: Evidence,
  month: { readonly givenUnits: number | null; readonly workingDays: number },
  what: WhatIf,
): Outlook {
  const figures = figuresOf(content, evidence, month.givenUnits, what);
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
