import { fieldsOf } from '../../kernel/field.ts';

/** What was served: 维修 a repair, 交车 a delivery. */
export const visits = ['repair', 'delivery'] as const;
export type Visit = (typeof visits)[number];

/** 等客户评价 / 已评价 / 已撤回. */
const evaluationStates = ['waiting', 'answered', 'withdrawn'] as const;

/** 纸质 typed from the slip, 本机 on a screen of the store, 扫码 on the customer's own telephone. */
const evaluationWays = ['paper', 'screen', 'code'] as const;
export type EvaluationWay = (typeof evaluationWays)[number];

/** 即时评价: what a customer is asked after one visit; written by its own calls, one per repair order or delivered order. */
export const evaluationFields = fieldsOf({
  number: { kind: 'text', required: true, max: 20, computed: true, listed: true, searched: true },
  visit: { kind: 'choice', choices: visits, required: true, computed: true, listed: true },
  repairId: { kind: 'reference', refers: 'repair', computed: true, listed: true },
  orderId: { kind: 'reference', refers: 'order', computed: true, listed: true },
  customerId: { kind: 'reference', refers: 'customer', computed: true },
  /** Who served: the service adviser of the repair, the sales consultant of the order. */
  personId: { kind: 'reference', refers: 'person', required: true, computed: true, listed: true },
  askedOn: { kind: 'day', required: true, computed: true, listed: true },
  askedById: { kind: 'reference', refers: 'person', required: true, computed: true },
  state: { kind: 'choice', choices: evaluationStates, required: true, computed: true, listed: true },
  way: { kind: 'choice', choices: evaluationWays, computed: true, listed: true },
  answeredOn: { kind: 'day', computed: true, listed: true },
  /** Average of the scores of 1 to 5, in hundredths; empty where none was given. */
  scoreHundredths: { kind: 'integer', computed: true, listed: true },
  /** 推荐意愿 0 to 10: would the customer recommend the store? */
  recommend: { kind: 'integer', computed: true, listed: true },
  words: { kind: 'note', max: 1000, computed: true, listed: true },
  /** The one complaint that its low scores raised. */
  complaintId: { kind: 'reference', refers: 'complaint', computed: true, listed: true },
  /** Why nobody is asked any more. */
  withdrawnReason: { kind: 'note', max: 300, computed: true },
});
