import type { Day } from '../../kernel/day.ts';
import type { LotAccount } from '../membership/membership-ledger.rules.ts';
import type { GiftGoods, ResponseCode, TriggerKind } from './campaign.fields.ts';
import type { Gift, LeftOutReason } from './campaign.rules.ts';
import type { CampaignMargin } from './campaign-margin.rules.ts';
import type { CampaignReturn } from './campaign-return.rules.ts';

/** Telephones in all of these are masked where the person may not see them. */

export type LeftOutCount = { readonly reason: LeftOutReason; readonly count: number };

/** What a campaign would reach if it started now. */
export type AudiencePreview = {
  /** Rows of the list. */
  readonly rows: number;
  readonly leftOut: readonly LeftOutCount[];
  /** Customers who remain. */
  readonly heads: number;
  readonly controlHeads: number;
  /** Of the remaining: members, who alone can be given anything. */
  readonly members: number;
  /** Of the remaining: also in another campaign in these days, which blurs what is measured. */
  readonly inOthers: number;
  readonly plannedFen: number;
  /** The first of them. */
  readonly whom: readonly { readonly customerId: number; readonly name: string; readonly why: string }[];
};

export const audienceGroups = ['treated', 'control', 'leftOut'] as const;
export type AudienceGroup = (typeof audienceGroups)[number];

export type AudienceLine = {
  readonly customerId: number | null;
  readonly name: string;
  readonly phone: string | null;
  /** The row of the list that brought the customer in. */
  readonly why: string;
  readonly leftOut: LeftOutReason | null;
  readonly last: { readonly code: ResponseCode; readonly on: Day; readonly personName: string } | null;
};

export type AudiencePage = { readonly total: number; readonly lines: readonly AudienceLine[] };

export type GroupFigures = {
  readonly heads: number;
  /** Customers with a repair order or an order within the days. */
  readonly came: number;
  readonly salesFen: number;
  readonly repairFen: number;
  readonly orderFen: number;
};

export type CampaignCost = {
  readonly plannedFen: number;
  /** null: nobody has told it; the plan stands in. */
  readonly spentFen: number | null;
  /** 赠送 what was given through the ledger: at its worth, used, and still open. */
  readonly givenFen: number;
  readonly usedFen: number;
  readonly openFen: number;
  /** What the store paid of what was used, and the part of it whose margin is not known: that counts at its price. */
  readonly usedCostFen: number;
  readonly atPriceFen: number;
  /** What vouchers and free services are used for. */
  readonly goods: GiftGoods | null;
  /** Spent (or planned) and the cost of what was used. */
  readonly totalFen: number;
};

export type CampaignResult = {
  readonly from: Day;
  /** The last day that counts so far. */
  readonly to: Day;
  readonly isOver: boolean;
  readonly asked: number;
  readonly reached: number;
  readonly accepted: number;
  readonly refused: number;
  readonly treated: GroupFigures;
  readonly control: GroupFigures;
  readonly cost: CampaignCost;
  readonly gain: CampaignReturn;
  readonly margin: CampaignMargin;
};

export const resultParts = [
  'asked',
  'reached',
  'accepted',
  'refused',
  'treated',
  'treatedCame',
  'control',
  'controlCame',
  'gifts',
] as const;
export type ResultPart = (typeof resultParts)[number];

/** A row behind a figure. */
export type ResultRow = {
  readonly customerId: number;
  readonly name: string;
  readonly code: ResponseCode | null;
  readonly on: Day | null;
  readonly personName: string | null;
  readonly repairs: readonly { readonly id: number; readonly number: string }[];
  readonly orders: readonly { readonly id: number; readonly number: string }[];
  readonly salesFen: number;
  /** Of a gift: what it is worth, and what was used of it. */
  readonly givenFen: number;
  readonly usedFen: number;
};

/** Why a customer is to be spoken with today. */
export type TouchReason = Gift & {
  /** Either a campaign or a trigger. */
  readonly campaignId: number | null;
  readonly triggerId: number | null;
  readonly kind: TriggerKind | 'campaign';
  /** What happened or is to come: first visit, birthday, expiry …; null of a campaign. */
  readonly eventOn: Day | null;
  readonly valueFen: number;
  readonly name: string;
  /** The last day on which it counts. */
  readonly until: Day;
  readonly offer: string;
  readonly script: string;
  /** Why the customer is in a campaign of a list that is reckoned, as it stood at its start; empty of everything else. */
  readonly why: string;
  readonly last: { readonly code: ResponseCode; readonly on: Day } | null;
};

/** A customer with one reason. */
export type Touch = { readonly customerId: number; readonly reason: TouchReason };

export type TouchLine = {
  readonly customerId: number;
  readonly name: string;
  readonly phone: string | null;
  readonly isMember: boolean;
  readonly reasons: readonly TouchReason[];
};

export type TouchAbout = {
  readonly campaignId: number | null;
  readonly triggerId: number | null;
  readonly name: string;
  readonly count: number;
};

/** Whom a trigger finds today. `resting`: were spoken with about the same lately, or often enough this year. */
export type TriggerPreview = {
  readonly isActive: boolean;
  readonly heads: number;
  readonly resting: number;
  readonly silent: number;
  readonly whom: readonly { readonly customerId: number; readonly name: string; readonly eventOn: Day }[];
};

export type TouchPage = {
  readonly total: number;
  /** Left in peace for now: spoken with within the rest days of the call list. */
  readonly resting: number;
  readonly lines: readonly TouchLine[];
  /** What the lines are about, to choose from. */
  readonly about: readonly TouchAbout[];
};

/** A customer behind a rate of repeat trade: trades and their sum in the twelve months. */
export type RepeatRow = {
  readonly customerId: number;
  readonly name: string;
  readonly trades: number;
  readonly fen: number;
};

/** A lot of a member that ends soon. */
export type ExpiringLine = {
  readonly membershipId: number;
  readonly number: string;
  readonly customerId: number;
  readonly customerName: string;
  readonly phone: string | null;
  readonly account: LotAccount;
  /** Of a voucher, package or pass. */
  readonly name: string | null;
  /** What is left: points, fen, or times. */
  readonly rest: number;
  readonly expiresOn: Day;
  readonly worthFen: number;
};

export type ExpiringList = {
  readonly to: Day;
  readonly lines: readonly ExpiringLine[];
  readonly members: number;
  readonly worthFen: number;
};
