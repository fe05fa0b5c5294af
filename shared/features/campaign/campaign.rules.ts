import { addDays, type Day } from '../../kernel/day.ts';
import { seededNumbers } from '../../kernel/seeded.ts';
import type { FollowUpResult } from '../follow-up/follow-up.fields.ts';
import type { AnswerCode, GiftKind, ResponseCode } from './campaign.fields.ts';

/** Longest campaign, in days: what happens later says little of it. */
export const longestCampaign = 366;
/** A control group above half of the audience would be a campaign for the few; in basis points. */
export const largestControlBp = 5000;
/** Groups below this many heads let no difference be told from chance. */
export const smallestGroup = 30;

/** Why a customer of the filter is not in the audience. */
export const leftOutReasons = ['noCustomer', 'merged', 'binned', 'doNotCall', 'refused'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

export type AskedCustomer = {
  readonly isMerged: boolean;
  readonly isBinned: boolean;
  readonly doNotCall: boolean;
  readonly consent: string;
};

/** The first reason that keeps a customer out; null: belongs to the audience. */
export function leftOutOf({
  isMerged,
  isBinned,
  doNotCall,
  consent,
}: AskedCustomer): Exclude<LeftOutReason, 'noCustomer'> | null {
  if (isMerged) return 'merged';
  if (isBinned) return 'binned';
  if (doNotCall) return 'doNotCall';
  return consent === 'refused' ? 'refused' : null;
}

/** Heads of the control group: the share of the audience, half a head counts as one. */
export const controlHeads = (heads: number, controlBp: number): number =>
  Math.floor((heads * controlBp * 2 + 10_000) / 20_000);

/**
 * 对照组 drawn from the customers: the same seed and customers give the same group, whatever order they come in. Every customer
 * is as likely as another (the first places of a shuffle).
 */
export function drawControl(
  customerIds: readonly number[],
  { controlBp, seed }: { readonly controlBp: number; readonly seed: number },
): ReadonlySet<number> {
  const ids = [...new Set(customerIds)].sort((a, b) => a - b);
  const heads = controlHeads(ids.length, controlBp);
  const next = seededNumbers(seed);
  const drawn = new Set<number>();
  for (let at = 0; at < heads; at += 1) {
    const from = at + Math.floor(next() * (ids.length - at));
    const id = ids[from] ?? 0;
    ids[from] = ids[at] ?? 0;
    ids[at] = id;
    drawn.add(id);
  }
  return drawn;
}

/** 计划费用 in fen: once, and for each of the customers who get the offer. */
export const plannedFen = (
  { fixedFen, perHeadFen }: { readonly fixedFen: number; readonly perHeadFen: number },
  heads: number,
): number => fixedFen + perHeadFen * heads;

export type CampaignPhase = 'draft' | 'coming' | 'running' | 'over';

/** Where a campaign stands on a day; its first and last day both belong to it. */
export function phaseOf(
  campaign: { readonly state: string; readonly startsOn: Day; readonly endsOn: Day },
  today: Day,
): CampaignPhase {
  if (campaign.state === 'draft') return 'draft';
  if (today < campaign.startsOn) return 'coming';
  return today > campaign.endsOn ? 'over' : 'running';
}

/** Among the talks of the customer, from which the indicators count. */
const results: Readonly<Record<AnswerCode, FollowUpResult>> = {
  accepted: 'willing',
  thinking: 'callAgain',
  noAnswer: 'notReached',
  refused: 'refused',
  wrongNumber: 'notReached',
};
/** How the talk in which a campaign was answered counts among the follow-ups. */
export const followUpResultOfResponse = (code: AnswerCode): FollowUpResult => results[code];

/** The customer was spoken with about the campaign. */
export const isReached = (code: ResponseCode): boolean =>
  code !== 'noAnswer' && code !== 'wrongNumber' && code !== 'notRaised';

/** Days until a customer is asked again where the reminder rule of campaigns is off. */
export const usualRepeatDays = 7;

/** Days until a customer is asked again. */
export type AskAgain = {
  /** 再次致电间隔 of the reminder rule of campaigns. */
  readonly repeatDays: number;
  /** 空号、停机 of the settings of the call list. */
  readonly wrongNumberDays: number;
};

/** Which days count after an answer; never: it stands for this campaign. */
const askedAgain: Readonly<Record<ResponseCode, number | keyof AskAgain | 'never'>> = {
  accepted: 'never',
  thinking: 'repeatDays',
  noAnswer: 1,
  refused: 'never',
  wrongNumber: 'wrongNumberDays',
  notRaised: 'repeatDays',
};

/**
 * Whether a customer is to be asked (again) on a day: on the day that was agreed, else as the answer says. `last`: what came of
 * the last try.
 */
export function isToAsk(
  last: { readonly code: ResponseCode; readonly on: Day; readonly nextOn: Day | null } | undefined,
  today: Day,
  days: AskAgain,
): boolean {
  if (!last) return true;
  const again = askedAgain[last.code];
  if (again === 'never') return false;
  return (last.nextOn ?? addDays(last.on, typeof again === 'number' ? again : days[again])) <= today;
}

/** Answers after which a day may be agreed. */
export const mayAgree = (code: ResponseCode): boolean => askedAgain[code] !== 'never';

export type Gift = {
  readonly giftKind: GiftKind;
  readonly giftPoints: number | null;
  readonly giftName: string | null;
  readonly giftFen: number | null;
  readonly giftTimes: number | null;
  readonly giftDays: number | null;
};

/** The first field of a gift that is missing; null where it is whole. */
export function missingOfGift(gift: Gift): keyof Gift | null {
  if (gift.giftKind === 'none') return null;
  if (gift.giftKind === 'points') return gift.giftPoints === null ? 'giftPoints' : null;
  if (gift.giftName === null) return 'giftName';
  return gift.giftFen === null ? 'giftFen' : null;
}
