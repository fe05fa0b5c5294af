import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import { goodsKinds, type GoodsKind } from '../membership/membership.content.ts';

/**
 * 会员制度试算 what a draft of a membership design would have cost and brought on the store's own history. Money in whole fen,
 * shares in basis points. Everything that the history does not say is an assumption that a person sees and can change.
 */

const whole = (max: number, min = 0) =>
  z
    .number({ error: 'required' })
    .int({ error: 'not-whole' })
    .min(min, { error: 'too-small' })
    .max(max, { error: 'too-large' });
const share = whole(10_000);

export const joinings = ['everybody', 'members'] as const;
export const bookings = ['repairs', 'all'] as const;
export const againsts = ['present', 'nothing'] as const;

export const assumptionsSchema = z.strictObject({
  /** Whole months of history, the last ones before the day of the run. */
  months: whole(36, 12),
  /** What the draft is compared with: the design that holds, or no membership. */
  against: z.enum(againsts),
  /** Who is a member: a share of everybody who comes, or today's members from the day they joined. */
  joining: z.enum(joinings),
  joinBp: share,
  /** Which sales are booked for points: repair orders that the customer pays, or delivered vehicle orders too. */
  booking: z.enum(bookings),
  /** 沉睡 share of members who never spend points: what they earn expires. */
  sleepBp: share,
  /** Share of the points at hand that a member spends at each visit, and the most of a bill that points pay. */
  redeemBp: share,
  redeemMostBp: share,
  /** Share of visits at which a benefit that is left is taken. */
  benefitBp: share,
  /** Share of members who pay ahead, and how much at once. */
  topUpBp: share,
  topUpFen: whole(1_000_000_000),
  /** 会费 share of members who pay for the next tier that is sold, whenever none is paid for. */
  feeBp: share.default(0),
  /** 套餐 share of members who buy a package of the design, one time used at each visit that is as dear. */
  packageBp: share.default(0),
});
export type Assumptions = z.output<typeof assumptionsSchema>;

/** Where a new draft begins; each is shown and can be changed. */
export const firstAssumptions: Assumptions = {
  months: 12,
  against: 'present',
  joining: 'everybody',
  joinBp: 10_000,
  booking: 'repairs',
  sleepBp: 3_000,
  redeemBp: 5_000,
  redeemMostBp: 3_000,
  benefitBp: 3_000,
  topUpBp: 0,
  topUpFen: 500_000,
  feeBp: 1_000,
  packageBp: 1_000,
};

/** One month of a run. Points and money at its end are what the store owes then. */
export type RunMonth = {
  readonly month: string;
  readonly salesFen: number;
  readonly issued: number;
  readonly spent: number;
  readonly expired: number;
  readonly discountFen: number;
  readonly benefitFen: number;
  readonly topUpFen: number;
  readonly bonusFen: number;
  readonly bonusSpentFen: number;
  /** Fees and packages sold. */
  readonly feeFen: number;
  readonly packageFen: number;
  readonly pointsOwed: number;
  readonly owedFen: number;
  /** Members who rose and fell within it. */
  readonly rises: number;
  readonly falls: number;
};

export type RunTier = {
  readonly name: string;
  /** At the end. */
  readonly members: number;
  /** Of the whole time, by the tier that a visit met. */
  readonly salesFen: number;
  readonly discountFen: number;
  readonly pointsFen: number;
  readonly benefitFen: number;
  /** Of those sales; null: a margin is missing. */
  readonly marginFen: number | null;
};

export type Run = {
  readonly months: readonly RunMonth[];
  readonly tiers: readonly RunTier[];
  readonly members: number;
  readonly issued: number;
  readonly spent: number;
  readonly expired: number;
  readonly discountFen: number;
  readonly spentFen: number;
  readonly bonusSpentFen: number;
  /** What benefits cost the store, and are worth to the members. */
  readonly benefitFen: number;
  readonly benefitWorthFen: number;
  readonly topUpFen: number;
  /** What is owed at the end for points and bonus: given, not yet spent. */
  readonly owedFen: number;
  readonly principalOwedFen: number;
  /** Fees and packages sold, and the part of them that is owed at the end. */
  readonly feeFen: number;
  readonly packageFen: number;
  readonly prepaidOwedFen: number;
  /** Fees of the days that are gone, below 0: they come in. */
  readonly feeCostFen: number;
  /** List price of the times used, less what was paid for those used or lapsed. */
  readonly packageCostFen: number;
  /** Discounts, points and bonus spent, benefits, packages, less fees; and what is owed for points and bonus at the end. */
  readonly costFen: number;
};

/** A customer whom the change touches. */
export type Mover = {
  readonly customerId: number;
  readonly salesFen: number;
  readonly baseFen: number;
  readonly draftFen: number;
  readonly baseTier: number;
  readonly draftTier: number;
};

export const groupings = ['tier', 'value', 'kind', 'fleet'] as const;
export type Grouping = (typeof groupings)[number];

/**
 * Customers of a group with what changes for them. `key`: a tier's name, `top`, `middle` or `rest` by value, a customer's kind,
 * `none`, `one`, `some` or `many` by vehicles.
 */
export type GroupLine = {
  readonly by: Grouping;
  readonly key: string;
  readonly customers: number;
  readonly winners: number;
  readonly losers: number;
  readonly salesFen: number;
  readonly changeFen: number;
};

export type SimulationResult = {
  readonly from: Day;
  readonly to: Day;
  readonly ranOn: Day;
  readonly baseEdition: number | null;
  readonly visits: number;
  readonly customers: number;
  readonly salesFen: number;
  readonly goodsFen: Readonly<Record<GoodsKind, number>>;
  /** null: a good was sold whose margin is not stated. */
  readonly marginFen: number | null;
  readonly draft: Run;
  /** null: against no membership. */
  readonly base: Run | null;
  readonly winners: number;
  readonly losers: number;
  readonly gainedFen: number;
  readonly lostFen: number;
  readonly topWinners: readonly Mover[];
  readonly topLosers: readonly Mover[];
  readonly baseTiers: readonly string[];
  readonly groups: readonly GroupLine[];
  /** Customers of the twelve months before the last twelve, and those of them who came again in the last. */
  readonly retention: { readonly before: number; readonly kept: number };
  readonly breakEven: BreakEven;
};

export type BreakEven = {
  /** What the draft costs more than what it is compared with, a year. */
  readonly extraFen: number;
  /** Margin of a sale less what the draft gives back of it; null: a margin is missing. */
  readonly netBp: number | null;
  /** Sales a year that pay for it, and as a share of the present; null: none do. */
  readonly salesFen: number | null;
  readonly salesBp: number | null;
  /** Share of the customers who would have to come again more than did; null: not known, or more than all. */
  readonly retentionBp: number | null;
};

export const goodsOf = <Value>(value: (kind: GoodsKind) => Value): Record<GoodsKind, Value> =>
  Object.fromEntries(goodsKinds.map((kind) => [kind, value(kind)])) as Record<GoodsKind, Value>; // every kind

/** 成本构成 in the order of its lines: the word of the line and the amount of a side, in fen. */
export const costParts = [
  ['discount', 'discountFen'],
  ['points', 'spentFen'],
  ['bonus', 'bonusSpentFen'],
  ['benefit', 'benefitFen'],
  ['owed', 'owedFen'],
  ['package', 'packageCostFen'],
  ['fee', 'feeCostFen'],
  ['total', 'costFen'],
] as const;
