import type { Day } from '../../kernel/day.ts';
import type { ResponseCode } from './campaign.fields.ts';
import type { Gift, LeftOutReason } from './campaign.rules.ts';
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
  /** Sales whose cost is known, and that cost. */
  readonly knownSalesFen: number;
  readonly knownCostFen: number;
};

export type CampaignCost = {
  readonly plannedFen: number;
  /** null: nobody has told it; the plan stands in. */
  readonly spentFen: number | null;
  /** 赠送 what was given through the ledger: at its worth, used, and still open. */
  readonly givenFen: number;
  readonly usedFen: number;
  readonly openFen: number;
  /** Spent (or planned) and used. */
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
  readonly campaignId: number;
  readonly name: string;
  /** The last day on which it counts. */
  readonly until: Day;
  readonly offer: string;
  readonly script: string;
  readonly last: { readonly code: ResponseCode; readonly on: Day } | null;
};

export type TouchLine = {
  readonly customerId: number;
  readonly name: string;
  readonly phone: string | null;
  readonly isMember: boolean;
  readonly reasons: readonly TouchReason[];
};

export type TouchPage = {
  readonly total: number;
  /** Left in peace for now: spoken with within the rest days of the call list. */
  readonly resting: number;
  readonly lines: readonly TouchLine[];
  /** What the lines are about, to choose from. */
  readonly about: readonly { readonly campaignId: number; readonly name: string; readonly count: number }[];
};
