import { fieldsOf } from '../../kernel/field.ts';

export const decisionStates = ['inForce', 'replaced'] as const;

/** 经营决策 decision of a meeting, numbered by year `2026-D001`, with the six aspects of PL-8. */
export const decisionFields = fieldsOf({
  number: { kind: 'text', required: true, max: 20, computed: true, listed: true, searched: true },
  meetingId: { kind: 'reference', refers: 'meeting', required: true, computed: true, listed: true },
  decidedOn: { kind: 'day', required: true, computed: true, listed: true },
  text: { kind: 'note', required: true, max: 1000, listed: true, searched: true },
  guidance: { kind: 'note', max: 1000 }, // 主导思想
  method: { kind: 'note', max: 1000 }, // 方式方法
  timing: { kind: 'note', max: 1000 }, // 时间节点
  supervision: { kind: 'note', max: 1000 }, // 监督落实
  logistics: { kind: 'note', max: 1000 }, // 后勤保障
  incentive: { kind: 'note', max: 1000 }, // 激励考核
  state: {
    kind: 'choice',
    choices: decisionStates,
    required: true,
    initial: 'inForce',
    computed: true,
    listed: true,
  },
  /** The decision that took its place. */
  replacedById: { kind: 'reference', refers: 'decision', computed: true, listed: true },
  replacedOn: { kind: 'day', computed: true },
});
