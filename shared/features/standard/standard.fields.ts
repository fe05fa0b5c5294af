import { fieldsOf } from '../../kernel/field.ts';

/** 规定动作 standard action of a post, by the post's name: the same words count in every department that has the post. */
export const standardFields = fieldsOf({
  post: { kind: 'text', required: true, max: 40, listed: true, searched: true },
  code: { kind: 'text', required: true, max: 20, listed: true, searched: true },
  text: { kind: 'text', required: true, max: 200, listed: true, searched: true },
  /** The same in English; shown in the English program where it is given. */
  textEn: { kind: 'text', max: 200, searched: true },
  /** Share in the score of a spot check, beside the weights of the post's other actions. */
  weight: { kind: 'integer', required: true, min: 1, initial: 10, listed: true },
  validFrom: { kind: 'day', required: true, listed: true },
  validTo: { kind: 'day', listed: true },
  note: { kind: 'note', max: 1000 },
});

/** 抽查 spot check of a person at work, carried out by somebody else. Written whole by its own call. */
export const spotCheckFields = fieldsOf({
  checkedOn: { kind: 'day', required: true, computed: true, listed: true },
  personId: { kind: 'reference', refers: 'person', required: true, computed: true, listed: true },
  post: { kind: 'text', required: true, max: 40, computed: true, listed: true },
  checkerId: {
    kind: 'reference',
    refers: 'person',
    required: true,
    computed: true,
    listed: true,
    owner: true,
  },
  /** 得分 in basis points: weights met of the weights that applied; empty when nothing applied. */
  scoreBasisPoints: { kind: 'integer', computed: true, listed: true },
  metCount: { kind: 'integer', required: true, computed: true, listed: true },
  missedCount: { kind: 'integer', required: true, computed: true, listed: true },
  note: { kind: 'note', max: 1000, computed: true, listed: true },
});

export const scoreWays = ['paper', 'phone', 'message', 'code', 'screen', 'other'] as const; // 纸质 / 电话 / 微信短信 / 扫码 / 本机 / 其他

/** 客户评分 score that a customer gave for a service, 1 to 5. */
export const serviceScoreFields = fieldsOf({
  scoredOn: { kind: 'day', required: true, listed: true },
  personId: { kind: 'reference', refers: 'person', required: true, listed: true },
  score: { kind: 'integer', required: true, min: 1, listed: true },
  words: { kind: 'note', max: 1000, listed: true },
  way: { kind: 'choice', choices: scoreWays, required: true, initial: 'paper', listed: true },
  standardId: { kind: 'reference', refers: 'standard', listed: true },
  customerId: { kind: 'reference', refers: 'customer' },
  repairId: { kind: 'reference', refers: 'repair', listed: true },
  orderId: { kind: 'reference', refers: 'order' },
  /** The 即时评价 that it is a part of. */
  evaluationId: { kind: 'reference', refers: 'evaluation', computed: true },
  /** The complaint that a low score raised. */
  complaintId: { kind: 'reference', refers: 'complaint', computed: true, listed: true },
});
