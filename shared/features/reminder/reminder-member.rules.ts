import { monthsLater } from '../../kernel/day-number.ts';
import { emitAnniversary, type Emit, type ReminderBasis } from './reminder-emit.rules.ts';
import { kindIndex, none } from './reminder-facts.ts';
import type { ReminderPlan, ReminderRule } from './reminder-plan.rules.ts';

/** Kinds of what a member has and loses on a day. */
const lotKinds = ['memberPoints', 'memberBonus', 'memberUnits'] as const;
export type LotKind = (typeof lotKinds)[number];

/** What is left of a lot that ends. */
export type EndingLot = {
  readonly kind: LotKind;
  /** Day number of the last day on which it can be used. */
  readonly lastDay: number;
  /** Whole points, or fen of everything else. */
  readonly quantity: number;
};

/** What the engine knows of a customer's membership; days are numbers since 1970-01-01. */
export type MemberFacts = {
  readonly joined: number;
  readonly lots: readonly EndingLot[];
  /** Sales that count for the tier: day and fen, oldest first, one line a day. */
  readonly sales: readonly (readonly [number, number])[];
  /** 会费 tiers that were paid for: name, first and last day. */
  readonly paid?: readonly (readonly [string, number, number])[];
};

/** The memberships of a store by customer, with what the design in force says of them. */
export type Members = {
  readonly of: ReadonlyMap<number, MemberFacts>;
  /** What one point pays. */
  readonly pointFen: number;
  /** 门槛 of the tiers in fen, from the lowest to the highest. */
  readonly tierFen: readonly number[];
  /** Their names, by which a tier is known that was paid for. */
  readonly tierNames?: readonly string[];
};
export const noMembers: Members = { of: new Map(), pointFen: 0, tierFen: [] };

/** Like `Emit`; `amountFen`: what expires, or what is missing to keep the tier; null where there is no amount. */
export type EmitOfMember = (...told: [...Parameters<Emit>, amountFen: number | null]) => void;

/** Worth of all that ends from a day up to another, and the first day on which something does; `none`: nothing. */
function endingOf(
  { lots }: MemberFacts,
  kind: LotKind,
  pointFen: number,
  from: number,
  upTo: number,
): { readonly due: number; readonly worthFen: number } {
  let [due, worthFen] = [none, 0];
  for (const lot of lots) {
    if (lot.kind !== kind || lot.lastDay < from || lot.lastDay > upTo) continue;
    worthFen += lot.quantity * (kind === 'memberPoints' ? pointFen : 1);
    if (due === none || lot.lastDay < due) due = lot.lastDay;
  }
  return { due, worthFen };
}

/** The first day on which a sale no longer counts for the tier: sales of twelve months count, as `readSales` counts them. */
function leavesOn(day: number): number {
  const later = monthsLater(day, 12);
  return monthsLater(later, -12) < day ? later + 1 : later;
}

/**
 * The last day on which a member keeps the present tier without buying anything more, and what is missing for the day after;
 * null in the lowest tier. Sales that count: those of the twelve months that end with the day.
 */
export function tierEnd(
  { sales }: MemberFacts,
  tierFen: readonly number[],
  today: number,
): { readonly lastDay: number; readonly missingFen: number } | null {
  const counting = sales.filter(([day]) => day <= today && leavesOn(day) > today);
  let sum = counting.reduce((total, [, fen]) => total + fen, 0);
  const reached = tierFen.findLastIndex((from) => from <= sum);
  const from = tierFen[reached] ?? 0;
  if (reached <= 0) return null;
  for (const [day, fen] of counting) {
    sum -= fen;
    if (sum < from) return { lastDay: leavesOn(day) - 1, missingFen: from - sum };
  }
  return null;
}

/** The highest tier that was paid for and holds today, and the last day to which renewals carry it; null: none. */
function paidTier(
  { paid = [] }: MemberFacts,
  names: readonly string[],
  today: number,
): { readonly place: number; readonly lastDay: number } | null {
  const terms = paid.map(([name, from, to]) => ({ place: names.indexOf(name), from, to }));
  const running = terms.filter(({ from, to }) => from <= today && today <= to);
  const place = Math.max(0, ...running.map((term) => term.place));
  if (place === 0) return null;
  let lastDay = today;
  for (const term of terms.filter((one) => one.place >= place).toSorted((a, b) => a.from - b.from))
    if (term.from <= lastDay + 1 && term.to > lastDay) lastDay = term.to;
  return { place, lastDay };
}

/** `tierEnd` with tiers that were paid for: the higher of both holds, and of one tier the later end. */
export function tierEndOf(
  facts: MemberFacts,
  { tierFen, tierNames = [] }: Pick<Members, 'tierFen' | 'tierNames'>,
  today: number,
): ReturnType<typeof tierEnd> {
  const bySales = tierEnd(facts, tierFen, today);
  const fee = paidTier(facts, tierNames, today);
  if (!fee) return bySales;
  const salesOn = (day: number): number =>
    facts.sales.reduce((sum, [on, fen]) => sum + (on <= day && leavesOn(on) > day ? fen : 0), 0);
  const from = tierFen[fee.place] ?? 0;
  const missingFen = from - salesOn(fee.lastDay + 1);
  // Its sales alone reach more today, or still reach it after the fee.
  if ((tierFen[fee.place + 1] ?? Number.POSITIVE_INFINITY) <= salesOn(today) || missingFen <= 0)
    return bySales;
  return { lastDay: fee.lastDay, missingFen };
}

/**
 * What a member loses or celebrates, by the rules for customers: points, bonus and vouchers that expire within the rule's days
 * (`leadDays`) and are together worth its least amount, anniversaries of joining, a tier that ends.
 */
export function eachOfMember(
  facts: MemberFacts,
  { pointFen, ...tiers }: Omit<Members, 'of'>,
  rules: ReminderPlan,
  today: number,
  emit: EmitOfMember,
): void {
  for (const kind of lotKinds) {
    const rule = rules.own.get(kind);
    if (!rule) continue;
    const { due, worthFen } = endingOf(facts, kind, pointFen, today, today + rule.leadDays);
    if (due !== none && worthFen > 0 && worthFen >= (rule.minWorthFen ?? 0))
      emit(kindIndex[kind], rule, due, due - rule.leadDays, due, 'lots', worthFen);
  }
  const years = rules.own.get('memberYears');
  if (years) {
    const tell = (
      kind: number,
      rule: ReminderRule,
      due: number,
      opens: number,
      ends: number,
      basis: ReminderBasis,
    ): void => emit(kind, rule, due, opens, ends, basis, null);
    const segments = [{ upTo: Number.POSITIVE_INFINITY, rule: years }];
    emitAnniversary(kindIndex.memberYears, segments, facts.joined, none, none, today, 'joined', tell);
  }
  const tier = rules.own.get('memberTier');
  const end = tier ? tierEndOf(facts, tiers, today) : null;
  if (tier && end)
    emit(
      kindIndex.memberTier,
      tier,
      end.lastDay,
      end.lastDay - tier.leadDays,
      end.lastDay,
      'sales',
      end.missingFen,
    );
}
