import { addDays, addMonths, type Day } from '../../kernel/day.ts';
import type { OfferKind } from './offer.fields.ts';

export type OfferRule = {
  readonly id: number;
  readonly kind: OfferKind;
  readonly days: number | null;
  readonly amountFen: number | null;
  readonly months: number | null;
  readonly keywords: string | null;
  readonly valueFen: number;
};

/** What is known of a customer on a day. */
export type OfferFacts = {
  /** What falls due and may be spoken about today; `subject` names it in the person's language. */
  readonly due: readonly { readonly subject: string; readonly on: Day; readonly valueFen: number }[];
  /** null: not a member. */
  readonly member: {
    readonly nextTier: { readonly name: string; readonly missingFen: number } | null;
    readonly lots: readonly {
      readonly isPoints: boolean;
      readonly name: string;
      readonly rest: number;
      readonly worthFen: number;
      readonly expiresOn: Day | null;
    }[];
    readonly benefits: readonly { readonly name: string; readonly left: number }[];
  } | null;
  /** Spent in twelve months; null where the person may not know. */
  readonly yearFen: number | null;
  readonly vehicles: readonly {
    readonly name: string;
    readonly registeredOn: Day | null;
    /** The last policy was taken out elsewhere. */
    readonly insuredElsewhere: boolean;
    readonly insuranceDueOn: Day | null;
  }[];
  /** Lines and parts of earlier repair orders. */
  readonly works: readonly { readonly name: string; readonly on: Day }[];
};

export type Offer = {
  readonly ruleId: number;
  readonly kind: OfferKind;
  readonly valueFen: number;
  /** Whom or what it is about: a due item, a tier, a vehicle, a benefit, a line of work. */
  readonly subject: string;
  /** Points or times that are left, months of age. */
  readonly count: number | null;
  /** Missing for the tier, spent in the year, worth of points. */
  readonly fen: number | null;
  /** When it falls due, ends, or was done. */
  readonly on: Day | null;
};

type Found = Partial<Pick<Offer, 'subject' | 'count' | 'fen' | 'on' | 'valueFen'>>;
type Find = (facts: OfferFacts, rule: OfferRule, today: Day) => readonly Found[];

const wholeMonths = (from: Day, to: Day): number => {
  let months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7));
  if (addMonths(from, months) > to) months -= 1;
  return months;
};

const soonest = <T extends { readonly on: Day }>(items: readonly T[]): T | undefined =>
  items.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))[0];

const finders: Readonly<Record<OfferKind, Find>> = {
  dueItem: ({ due }, { valueFen }) =>
    due.map(({ subject, on, valueFen: of }) => ({ subject, on, valueFen: valueFen || of })),

  tierNear({ member }, { amountFen }) {
    const next = member?.nextTier;
    return next && next.missingFen <= (amountFen ?? 0) ? [{ subject: next.name, fen: next.missingFen }] : [];
  },

  /** One offer for all points that end within the days, with the soonest day. */
  pointsExpiring({ member }, { days }, today) {
    const until = addDays(today, days ?? 0);
    const lots = (member?.lots ?? []).flatMap((lot) =>
      lot.isPoints && lot.expiresOn !== null && lot.expiresOn >= today && lot.expiresOn <= until
        ? [{ ...lot, on: lot.expiresOn }]
        : [],
    );
    const first = soonest(lots);
    if (!first) return [];
    return [
      {
        count: lots.reduce((sum, { rest }) => sum + rest, 0),
        fen: lots.reduce((sum, { worthFen }) => sum + worthFen, 0),
        on: first.on,
      },
    ];
  },

  unusedBenefit: ({ member }) =>
    (member?.benefits ?? [])
      .filter(({ left }) => left > 0)
      .map(({ name, left }) => ({ subject: name, count: left })),

  unusedUnits: ({ member }, _rule, today) =>
    (member?.lots ?? [])
      .filter(({ isPoints, expiresOn }) => !isPoints && (expiresOn === null || expiresOn >= today))
      .map(({ name, rest, expiresOn }) => ({ subject: name, count: rest, on: expiresOn })),

  joinMember: ({ member, yearFen }, { amountFen }) =>
    member === null && yearFen !== null && yearFen >= Math.max(1, amountFen ?? 0) ? [{ fen: yearFen }] : [],

  vehicleAge: ({ vehicles }, { months }, today) =>
    vehicles.flatMap(({ name, registeredOn }) => {
      if (registeredOn === null) return [];
      const age = wholeMonths(registeredOn, today);
      return age >= (months ?? 60) ? [{ subject: name, count: age, on: registeredOn }] : [];
    }),

  insuredElsewhere: ({ vehicles }, { days }, today) =>
    vehicles.flatMap(({ name, insuredElsewhere, insuranceDueOn }) =>
      insuredElsewhere &&
      insuranceDueOn !== null &&
      insuranceDueOn >= today &&
      insuranceDueOn <= addDays(today, days ?? 60)
        ? [{ subject: name, on: insuranceDueOn }]
        : [],
    ),

  /** The latest work of the words, from so many days after it on, as long again. */
  lastWork({ works }, { keywords, days }, today) {
    const words = (keywords ?? '').toLowerCase().split(/\s+/u).filter(Boolean);
    const last = works
      .filter(({ name }) => words.some((word) => name.toLowerCase().includes(word)))
      .toSorted((a, b) => (a.on < b.on ? 1 : -1))[0];
    if (!last) return [];
    const after = days ?? 180;
    return addDays(last.on, after) <= today && today <= addDays(last.on, after * 2)
      ? [{ subject: last.name, on: last.on }]
      : [];
  },
};

/**
 * 下一步推荐: every rule looks at one fact and says why. Ranked by the estimated value alone, the sooner day between equals: no
 * weights that nobody can follow.
 */
export function offersOf(facts: OfferFacts, rules: readonly OfferRule[], today: Day): readonly Offer[] {
  return rules
    .flatMap((rule) =>
      finders[rule.kind](facts, rule, today).map((found): Offer => ({
        ruleId: rule.id,
        kind: rule.kind,
        valueFen: found.valueFen ?? rule.valueFen,
        subject: found.subject ?? '',
        count: found.count ?? null,
        fen: found.fen ?? null,
        on: found.on ?? null,
      })),
    )
    .sort(
      (a, b) =>
        b.valueFen - a.valueFen ||
        ((a.on ?? '9') < (b.on ?? '9') ? -1 : Number((a.on ?? '9') > (b.on ?? '9'))),
    );
}
