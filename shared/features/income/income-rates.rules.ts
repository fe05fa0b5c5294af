import type { PayContent, PayUnit, ShareKind } from '../pay/pay.content.ts';
import type { Averages } from '../pay/pay.rules.ts';

/**
 * 转化率 and 单台平均 of a person from the store's records of three months (PL-4, domain-rules §10). A figure of fewer than
 * `fewestCases` cases is luck: that of the post in the whole store is used instead, and said so.
 */

/** Fewest cases, on either side of a rate, that the own figure is made of. */
export const fewestCases = 5;

/** What people did in three whole months, from the store's records. Vehicles count, not orders of several. */
export type Evidence = {
  readonly from: string;
  readonly to: string;
  /** Vehicles ordered in the span, and how many of them were cancelled since. */
  readonly ordered: number;
  readonly cancelled: number;
  /** Whole units of the span: vehicles handed over, repair orders settled, labour hours sold. */
  readonly units: number;
  /** The same to the hundredth. */
  readonly hundredths: number;
  /** Rows that the units should hold and do not tell: lines of repair orders without hours. */
  readonly untold: number;
  /** Sums over the units, by amount. */
  readonly sums: Averages;
  readonly leads: number;
  /** Follow-ups by telephone. */
  readonly calls: number;
  /** Leads that came to the store for the first time, and visits at customers'. */
  readonly visits: number;
  /** Leads that drove for the first time. */
  readonly testDrives: number;
};

/** The same of everybody of the post, without the sums, which are nobody's business. */
export type PeerEvidence = Omit<Evidence, 'sums'> & { readonly averages: Averages };

/** Rates by which one step leads back to the one before it, in the order of the work. */
export const rateKindsOf = {
  deal: ['fallOut', 'testDrive', 'visit', 'lead', 'call'],
  visit: ['call'],
  hour: [],
  fixed: [],
} as const satisfies Readonly<Record<PayUnit, readonly string[]>>;
export const rateKinds = rateKindsOf.deal;
export type RateKind = (typeof rateKinds)[number];

/** Why there is no own figure. */
type LackReason =
  | 'noUnits' // nothing was handed over in the three months
  | 'noOrders'
  | 'noneRecorded' // none was entered
  | 'incomplete' // fewer than orders: they are not all entered
  | 'allCancelled'
  | 'tooFew'; // fewer than fewestCases
export type MissingReason = LackReason | 'noGoal';

export type Figure =
  | { readonly source: 'data' | 'assumed'; readonly value: number }
  /** That of the post in the whole store; `reason`: why not the own. */
  | { readonly source: 'store'; readonly value: number; readonly reason: LackReason }
  | { readonly source: 'missing'; readonly reason: MissingReason };

/**
 * `fallOut`: cancelled ÷ ordered. The others: orders (service: visits) ÷ what led to them. `value` is in basis points, cut to
 * whole ones for show; `up` ÷ `down` is exact: so many are needed for one of the step before.
 */
export type Rate = Figure & { readonly kind: RateKind; readonly up?: number; readonly down?: number };

const half = (sum: number, count: number): number => Math.floor((2 * sum + count) / (2 * count));

const averageOf = (sumFen: number | undefined, { hundredths }: { hundredths: number }): number =>
  hundredths === 0 ? 0 : half((sumFen ?? 0) * 100, hundredths);

/** What peers may see of each other: averages to the whole fen instead of sums. */
export const peersOf = ({ sums, ...counts }: Evidence): PeerEvidence => ({
  ...counts,
  averages: Object.fromEntries(Object.entries(sums).map(([of, sum]) => [of, averageOf(sum, counts)])),
});

/** Records by what is counted: the person's own, those of everybody of the post, and of the departments that the person leads. */
export type Records = {
  readonly evidence: Readonly<Record<PayUnit, Evidence>>;
  readonly peers: Readonly<Record<PayUnit, PeerEvidence>>;
  /** null: no rule counts them. */
  readonly department: Readonly<Record<PayUnit, Evidence>> | null;
};
/** What the records say of the person, and of those who stand in where that is too little. */
export type Known = { readonly own: Evidence; readonly peers: PeerEvidence };

/** Whether a rule leaves a goal of the person's own: not fixed pay, and not what a department reaches. */
export const hasOwnGoal = ({ unit, scope }: Pick<PayContent, 'unit' | 'scope'>): boolean =>
  unit !== 'fixed' && scope !== 'department';

/** The records that a rule counts. Nobody stands in for a department. */
export function knownOf(
  { evidence, peers, department }: Records,
  { unit, scope }: Pick<PayContent, 'unit' | 'scope'>,
): Known {
  if (scope !== 'department') return { own: evidence[unit], peers: peers[unit] };
  const own = department?.[unit] ?? evidence[unit];
  return { own, peers: peersOf(own) };
}

/** 单台平均: what one unit brings, to the whole fen. */
export function averageFigure(of: ShareKind, own: Evidence, peers: PeerEvidence, assumed: Averages): Figure {
  const typed = assumed[of];
  if (typed !== undefined) return { source: 'assumed', value: typed };
  const { units } = own;
  if (units >= fewestCases) return { source: 'data', value: averageOf(own.sums[of], own) };
  const reason = units === 0 ? 'noUnits' : 'tooFew';
  return peers.units >= fewestCases
    ? { source: 'store', value: peers.averages[of] ?? 0, reason }
    : { source: 'missing', reason };
}

type Fraction = { readonly value: number; readonly up: number; readonly down: number };

/** The rate that counts give, or why they give none. */
function fractionOf(kind: RateKind, unit: PayUnit, counts: Omit<Evidence, 'sums'>): Fraction | LackReason {
  const { ordered, cancelled, units, leads, calls, visits, testDrives } = counts;
  const base = unit === 'deal' ? ordered : units;
  if (base === 0) return unit === 'deal' ? 'noOrders' : 'noUnits';
  if (kind === 'fallOut') {
    if (ordered < fewestCases) return 'tooFew';
    if (cancelled >= ordered) return 'allCancelled';
    return { value: Math.floor((cancelled * 10_000) / ordered), up: ordered, down: ordered - cancelled };
  }
  const count = { testDrive: testDrives, visit: visits, lead: leads, call: calls }[kind];
  if (count === 0) return 'noneRecorded';
  if (base < fewestCases) return 'tooFew';
  // Whoever bought was a lead and was called: fewer of them than orders were not all entered. Not everybody drives or comes.
  if (unit === 'deal' && (kind === 'lead' || kind === 'call') && count < base) return 'incomplete';
  if (count < fewestCases) return 'tooFew';
  return { value: Math.floor((base * 10_000) / count), up: count, down: base };
}

/** One rate: assumed where it was typed, else the own, else that of the post in the store, else why not. */
export function rateFigure(
  kind: RateKind,
  unit: PayUnit,
  own: Evidence,
  peers: PeerEvidence,
  assumed: Partial<Readonly<Record<RateKind, number>>>,
): Rate {
  const typed = assumed[kind];
  if (typed !== undefined)
    return {
      kind,
      source: 'assumed',
      value: typed,
      up: 10_000,
      down: kind === 'fallOut' ? 10_000 - typed : typed,
    };
  const found = fractionOf(kind, unit, own);
  if (typeof found !== 'string') return { kind, source: 'data', ...found };
  const common = fractionOf(kind, unit, peers);
  return typeof common === 'string'
    ? { kind, source: 'missing', reason: found }
    : { kind, source: 'store', reason: found, ...common };
}
