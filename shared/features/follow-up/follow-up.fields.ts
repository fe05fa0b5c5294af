import { fieldsOf } from '../../kernel/field.ts';

export const followUpWays = ['call', 'visit', 'message', 'other'] as const;

/** Result groups of domain-rules §3: reached and willing, not reached, void; and two of calls after a delivery. */
export const followUpResults = [
  'willing',
  'reached',
  'notReached',
  'callAgain', // 约定再访
  'refused', // 拒绝回访
  'void',
] as const;
export type FollowUpResult = (typeof followUpResults)[number];

/** 回访 follow-up with a customer. One that the rules after a delivery asked for names order, rule and due day. */
export const followUpFields = fieldsOf({
  customerId: { kind: 'reference', refers: 'customer', required: true, listed: true },
  happenedOn: { kind: 'day', required: true, listed: true },
  personId: { kind: 'reference', refers: 'person', listed: true, owner: true },
  way: { kind: 'choice', choices: followUpWays, required: true, initial: 'call', listed: true },
  result: { kind: 'choice', choices: followUpResults, listed: true },
  content: { kind: 'note', required: true, listed: true, searched: true },
  nextOn: { kind: 'day', listed: true },
  /** Who took the promise over; empty: who made it. */
  nextById: { kind: 'reference', refers: 'person', computed: true },
  /** The delivered order that the call was about, the rule that asked for it, and the day on which it fell due. */
  orderId: { kind: 'reference', refers: 'order', computed: true },
  followUpRuleId: { kind: 'reference', refers: 'followUpRule', computed: true, listed: true },
  dueOn: { kind: 'day', computed: true },
  /** 满意度 1 to 5. */
  score: { kind: 'integer', min: 1, computed: true, listed: true },
  /** 被评人 the consultant of the delivery, and the standard action that the customer meant. */
  aboutId: { kind: 'reference', refers: 'person', computed: true, listed: true },
  standardId: { kind: 'reference', refers: 'standard', computed: true, listed: true },
  /** The complaint that a low score raised. */
  complaintId: { kind: 'reference', refers: 'complaint', computed: true, listed: true },
});

export const followUpCallers = ['consultant', 'care'] as const; // 销售顾问 / 客服
export type FollowUpCaller = (typeof followUpCallers)[number];

/** 交车回访规则 when the customer is called after a delivery, by whom and with what words. */
export const followUpRuleFields = fieldsOf({
  name: { kind: 'text', required: true, max: 40, listed: true, searched: true },
  nameEn: { kind: 'text', max: 60, searched: true },
  /** Days after the day of delivery. */
  dayAfter: { kind: 'integer', required: true, min: 1, listed: true },
  /** 日常: again every so many days, the last time no later than `untilDay` after the delivery. */
  repeatDays: { kind: 'integer', min: 1, listed: true },
  untilDay: { kind: 'integer', min: 1, listed: true },
  /** How many days a call stays in the list after its day; then it counts as missed. */
  openDays: { kind: 'integer', required: true, initial: 14, listed: true },
  caller: { kind: 'choice', choices: followUpCallers, required: true, initial: 'care', listed: true },
  /** 话术; 〔客户〕〔车型〕〔我〕〔门店〕 stand for names, 〔customer〕〔model〕〔me〕〔store〕 in English. */
  script: { kind: 'note', required: true, max: 2000 },
  scriptEn: { kind: 'note', max: 2000 },
  /** Day of delivery from which on the row counts. */
  validFrom: { kind: 'day', required: true, listed: true },
  validTo: { kind: 'day', listed: true },
  source: { kind: 'text', max: 200, listed: true, searched: true },
  /** false is shown as 请核对. */
  confirmed: { kind: 'flag', required: true, initial: true, listed: true },
});
