import { z } from 'zod';
import type { FieldIssue } from '../../rpc/desk-error.ts';

/** 客户分层: A the best of the store's customers, D who brings nothing any more or not yet. */
export const segments = ['A', 'B', 'C', 'D'] as const;
export type Segment = (typeof segments)[number];

export const risks = ['low', 'middle', 'high'] as const;
export type Risk = (typeof risks)[number];

/** 流失原因: why a customer may be lost, in the order in which they are told. */
export const riskReasons = [
  'lostPast', // past the window of winning back
  'allGone', // no vehicle is left
  'complaintGrave',
  'regularPast', // past the window of the regular service
  'firstPast', // bought and never came for the first service
  'lowScore',
  'rhythm', // longer away than the customer's own rhythm
  'complaintOpen',
  'insuredElsewhere',
  'doneElsewhere',
  'memberClosed',
  'vehicleGone', // some vehicles went on
  'vehicleOld',
  'refused', // wants no calls
] as const;
export type RiskReason = (typeof riskReasons)[number];

const days = z.number().int().min(1).max(3650);
const months = z.number().int().min(1).max(120);
const count = z.number().int().min(1).max(1000);
const fen = z.number().int().min(0).max(100_000_000_00);
const points = z.number().int().min(0).max(20);

/**
 * 分层规则: what recency, frequency and money are worth (three steps each: 3, 2, 1 points, else 0), from how many points on a
 * segment begins, and what each sign of loss weighs.
 */
export const portraitTermsSchema = z.strictObject({
  /** At most so many days since the last visit or purchase. */
  recentDays: days,
  warmDays: days,
  coolDays: days,
  /** At least so many visits in twelve months. */
  manyVisits: count,
  someVisits: count,
  fewVisits: count,
  /** At least so much in twelve months, in fen. */
  highFen: fen,
  middleFen: fen,
  lowFen: fen,
  fromA: points,
  fromB: points,
  fromC: points,
  /** 来店节奏: from so many days with visits on; so many percent of the usual gap; and never before so many days. */
  rhythmVisits: z.number().int().min(2).max(100),
  rhythmPercent: z.number().int().min(100).max(1000),
  rhythmDays: days,
  /** 首保, 定保 and 流失 windows end so many months after the purchase or the last visit, domain rules §3. */
  firstMonths: months,
  regularMonths: months,
  lostMonths: months,
  /** A score below (hundredths of 1 to 5) or a recommendation up to (0 to 10). */
  lowScoreHundredths: z.number().int().min(100).max(500),
  lowRecommend: z.number().int().min(0).max(10),
  /** How long scores, grave complaints and what was done elsewhere count. */
  lookBackMonths: months,
  oldMonths: z.number().int().min(12).max(360),
  weights: z.strictObject(
    Object.fromEntries(riskReasons.map((reason) => [reason, points])) as Record<RiskReason, typeof points>, // one for each
  ),
  middleFrom: points,
  highFrom: points,
});
export type PortraitTerms = z.infer<typeof portraitTermsSchema>;

/** 通行做法, to be checked by the store. Windows: domain rules §3. */
export const usualPortraitTerms: PortraitTerms = {
  recentDays: 90,
  warmDays: 180,
  coolDays: 365,
  manyVisits: 4,
  someVisits: 2,
  fewVisits: 1,
  highFen: 10_000_00,
  middleFen: 3000_00,
  lowFen: 500_00,
  fromA: 7,
  fromB: 4,
  fromC: 2,
  rhythmVisits: 3,
  rhythmPercent: 150,
  rhythmDays: 30,
  firstMonths: 12,
  regularMonths: 12,
  lostMonths: 24,
  lowScoreHundredths: 300,
  lowRecommend: 6,
  lookBackMonths: 12,
  oldMonths: 96,
  weights: {
    lostPast: 5,
    allGone: 5,
    complaintGrave: 4,
    regularPast: 3,
    firstPast: 3,
    lowScore: 3,
    rhythm: 2,
    complaintOpen: 2,
    insuredElsewhere: 2,
    doneElsewhere: 2,
    memberClosed: 2,
    vehicleGone: 1,
    vehicleOld: 1,
    refused: 1,
  },
  middleFrom: 2,
  highFrom: 5,
};

type NumberName = Exclude<keyof PortraitTerms, 'weights'>;

/** Steps that must rise, the lower one first. */
const rising: readonly (readonly [NumberName, NumberName])[] = [
  ['recentDays', 'warmDays'],
  ['warmDays', 'coolDays'],
  ['fewVisits', 'someVisits'],
  ['someVisits', 'manyVisits'],
  ['lowFen', 'middleFen'],
  ['middleFen', 'highFen'],
  ['fromC', 'fromB'],
  ['fromB', 'fromA'],
  ['regularMonths', 'lostMonths'],
  ['middleFrom', 'highFrom'],
];

/** Steps that do not follow each other; fields are those of the terms. */
export const portraitTermsIssues = (terms: PortraitTerms): readonly FieldIssue[] =>
  rising
    .filter(([low, high]) => terms[high] <= terms[low])
    .map(([, high]) => ({ field: high, issue: 'not-above' }));
