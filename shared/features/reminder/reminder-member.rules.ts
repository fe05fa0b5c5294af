import { tierReckoner, type TierRule } from '../membership/membership-tier.rules.ts';
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
  /** Sales that decide about the tier: day and fen, oldest first, one line a day. */
  readonly sales: readonly (readonly [number, number])[];
  /** 会费 tiers that were paid for: name, first and last day. */
  readonly paid?: readonly (readonly [string, number, number])[];
};

/** The memberships of a store by customer, with what the design in force says of them. */
export type Members = {
  readonly of: ReadonlyMap<number, MemberFacts>;
  /** What one point pays. */
  readonly pointFen: number;
  /** From the lowest to the highest; one that was paid for is known by its name. */
  readonly tiers: readonly (TierRule & { readonly name: string })[];
};
export const noMembers: Members = { of: new Map(), pointFen: 0, tiers: [] };

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

/** The highest tier that was paid for and holds today, and the last day to which renewals carry it; null: none. */
function paidTier(
  { paid = [] }: MemberFacts,
  tiers: Members['tiers'],
  today: number,
): { readonly place: number; readonly lastDay: number } | null {
  const terms = paid.map(([name, from, to]) => ({
    place: tiers.findIndex((tier) => tier.name === name),
    from,
    to,
  }));
  const running = terms.filter(({ from, to }) => from <= today && today <= to);
  const place = Math.max(0, ...running.map((term) => term.place));
  if (place === 0) return null;
  let lastDay = today;
  for (const term of terms.filter((one) => one.place >= place).toSorted((a, b) => a.from - b.from))
    if (term.from <= lastDay + 1 && term.to > lastDay) lastDay = term.to;
  return { place, lastDay };
}

/**
 * The last day on which a member keeps the present tier without buying anything more, and what is missing for the day after;
 * null in the lowest tier. By the membership's own rule, keep thresholds and months of grace included; of a tier that is both
 * paid for and reached the later end counts.
 */
export function tierEnd(
  facts: MemberFacts,
  tiers: Members['tiers'],
  today: number,
): { readonly lastDay: number; readonly missingFen: number } | null {
  const fee = paidTier(facts, tiers, today);
  if (!fee && facts.sales.length === 0) return null;
  const reckoner = tierReckoner(tiers);
  for (const [day, fen] of facts.sales) if (day <= today) reckoner.sale(day, fen);
  const reached = reckoner.tierOn(today);
  const held = Math.max(reached, fee?.place ?? 0);
  if (held === 0) return null;
  const lost = reckoner.lostAfter(fee?.place === held ? fee.lastDay : today, held);
  return lost && { lastDay: lost.day - 1, missingFen: lost.missingFen };
}

/**
 * What a member loses or celebrates, by the rules for customers: points, bonus and vouchers that expire within the rule's days
 * (`leadDays`) and are together worth its least amount, anniversaries of joining, a tier that ends.
 */
export function eachOfMember(
  facts: MemberFacts,
  { pointFen, tiers }: Omit<Members, 'of'>,
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
  const end = tier ? tierEnd(facts, tiers, today) : null;
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
