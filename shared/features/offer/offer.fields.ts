import { fieldsOf } from '../../kernel/field.ts';

/** 推荐 what may be offered next, each from one fact of the customer. */
const offerKinds = [
  'dueItem', // 到期事项
  'tierNear', // 差一步升级
  'pointsExpiring', // 积分将过期
  'unusedBenefit', // 权益未使用
  'unusedUnits', // 券、套餐未用完
  'joinMember', // 邀请入会
  'vehicleAge', // 车龄换车
  'insuredElsewhere', // 保险在外店
  'lastWork', // 上次维修的后续
] as const;
export type OfferKind = (typeof offerKinds)[number];

/** 推荐规则: a dated row of the table of what is offered next. Which of the limits a kind reads: see `offer.rules`. */
export const offerRuleFields = fieldsOf({
  name: { kind: 'text', required: true, max: 40, listed: true, searched: true },
  nameEn: { kind: 'text', max: 60, searched: true },
  kind: { kind: 'choice', choices: offerKinds, required: true, initial: 'lastWork', listed: true },
  /** Within so many days (expiry, insurance), or from so many days after the work. */
  days: { kind: 'integer', min: 1, listed: true },
  /** At most so much short of the next tier, or at least so much spent in twelve months. */
  amountFen: { kind: 'money', min: 1, listed: true },
  /** Age of a vehicle. */
  months: { kind: 'integer', min: 1, listed: true },
  /** Words, apart by blanks, of which one stands in a line or part of the order. */
  keywords: { kind: 'text', max: 200 },
  /** 预估价值; of something that falls due that of its reminder rule, where this is 0. */
  valueFen: { kind: 'money', required: true, initial: 0, listed: true },
  /** What to offer, for who speaks with the customer. */
  words: { kind: 'note', required: true, max: 300 },
  wordsEn: { kind: 'note', max: 300 },
  active: { kind: 'flag', required: true, initial: true, listed: true },
  validFrom: { kind: 'day', required: true, listed: true },
  validTo: { kind: 'day', listed: true },
  source: { kind: 'text', required: true, max: 200, listed: true, searched: true },
  /** false is shown as 请核对. */
  confirmed: { kind: 'flag', required: true, initial: false, listed: true },
});
