import { fieldsOf } from '../../kernel/field.ts';
import { risks, segments } from '../portrait/portrait.content.ts';

/** draft: may still change; started: its audience is frozen. Whether it is over is told by its last day. */
const campaignStates = ['draft', 'started'] as const;

/** 赠送 what who accepts is given, through the ledger of the membership alone: 无 / 积分 / 券 / 免费项目. */
export const giftKinds = ['none', 'points', 'voucher', 'benefit'] as const;
export type GiftKind = (typeof giftKinds)[number];

/** 赠送用于: what vouchers and free services are used for; their cost is the price less its margin. */
const giftGoods = ['labour', 'parts', 'other'] as const;
export type GiftGoods = (typeof giftGoods)[number];

/** What is given: points, or so many times of a thing that is worth so much each and lives so many days. */
const giftFields = fieldsOf({
  giftKind: { kind: 'choice', choices: giftKinds, required: true, initial: 'none' },
  giftPoints: { kind: 'integer', min: 1 },
  giftName: { kind: 'text', max: 40 },
  giftFen: { kind: 'money', min: 1 },
  giftTimes: { kind: 'integer', min: 1 },
  giftDays: { kind: 'integer', min: 1 },
  giftGoods: { kind: 'choice', choices: giftGoods },
});

/** 营销活动 on the customers of a list's filter, frozen when it starts. */
export const campaignFields = fieldsOf({
  name: { kind: 'text', required: true, max: 60, listed: true, searched: true },
  goal: { kind: 'text', max: 200, listed: true },
  startsOn: { kind: 'day', required: true, listed: true },
  endsOn: { kind: 'day', required: true, listed: true },
  personId: { kind: 'reference', refers: 'person', listed: true }, // 负责人
  offer: { kind: 'note', max: 500 },
  /** 话术; 〔客户〕〔我〕〔门店〕 stand for names, 〔customer〕〔me〕〔store〕 in English. */
  script: { kind: 'note', max: 2000 },
  ...giftFields,
  /** 计划费用: once, and for each customer who gets the offer. */
  fixedFen: { kind: 'money', required: true, initial: 0 },
  perHeadFen: { kind: 'money', required: true, initial: 0 },
  /** 实际费用 without what was given through the ledger; empty: not told yet. */
  spentFen: { kind: 'money' },
  state: { kind: 'choice', choices: campaignStates, required: true, computed: true, listed: true },
  startedOn: { kind: 'day', computed: true, listed: true },
  /** 对照组 in basis points of the audience, drawn with the seed. */
  controlBp: { kind: 'integer', required: true, computed: true },
  seed: { kind: 'integer', required: true, computed: true },
  /** The list that the audience comes from, and its question as JSON. */
  sourceFeature: { kind: 'text', required: true, max: 40, computed: true },
  sourceList: { kind: 'text', required: true, max: 20_000, computed: true },
});

/** 触发 when a rule speaks to a customer. Units of `days` by kind: see `campaign-trigger.rules`. */
export const triggerKinds = [
  'firstVisit', // 首次到店
  'noVisit', // 久未到店
  'tierReached', // 等级提升
  'birthday', // 生日
  'madeGood', // 低分或投诉已处理好
  'pointsExpiring', // 积分将过期
  'voucherExpiring', // 券或套餐将过期
  'vehicleAge', // 车龄
] as const;
export type TriggerKind = (typeof triggerKinds)[number];

/** 触发规则: a dated row "when X happens, offer Y". */
export const campaignTriggerFields = fieldsOf({
  name: { kind: 'text', required: true, max: 40, listed: true, searched: true },
  nameEn: { kind: 'text', max: 60, searched: true },
  kind: { kind: 'choice', choices: triggerKinds, required: true, initial: 'firstVisit', listed: true },
  /** Days after what happened, or before what is to come; of `vehicleAge` months of age. */
  days: { kind: 'integer', required: true, initial: 7, listed: true },
  /** How long a customer stays on the list from that day on. */
  openDays: { kind: 'integer', required: true, min: 1, initial: 14, listed: true },
  /** 冷却: days until the same rule speaks to the same customer again. */
  coolingDays: { kind: 'integer', required: true, min: 1, initial: 90, listed: true },
  /** 每人每年上限. */
  capPerYear: { kind: 'integer', required: true, min: 1, initial: 2, listed: true },
  /** For customers of a segment, of a risk of loss; empty: of any. */
  segment: { kind: 'choice', choices: segments, listed: true },
  risk: { kind: 'choice', choices: risks, listed: true },
  /** 预估价值 what a success is worth. */
  valueFen: { kind: 'money', required: true, initial: 0, listed: true },
  offer: { kind: 'note', required: true, max: 500 },
  offerEn: { kind: 'note', max: 500 },
  script: { kind: 'note', max: 2000 },
  scriptEn: { kind: 'note', max: 2000 },
  ...giftFields,
  /** 已启用: switched on after its preview, and off by itself when a condition changes. */
  active: { kind: 'flag', required: true, computed: true, listed: true },
  validFrom: { kind: 'day', required: true, listed: true },
  validTo: { kind: 'day', listed: true },
  source: { kind: 'text', required: true, max: 200, listed: true, searched: true },
  /** false is shown as 请核对. */
  confirmed: { kind: 'flag', required: true, initial: false, listed: true },
});

/** 触达结果 of a call or message about a campaign or a trigger. */
export const answerCodes = ['accepted', 'thinking', 'noAnswer', 'refused', 'wrongNumber'] as const;
export type AnswerCode = (typeof answerCodes)[number];
/** The same of a call about several things, in which the campaign may not have been spoken about (没有谈到). */
export const responseCodes = [...answerCodes, 'notRaised'] as const;
export type ResponseCode = (typeof responseCodes)[number];
