import { fieldsOf } from '../../kernel/field.ts';
import { levels } from '../indicator/indicator.fields.ts';
import { periodKinds } from '../indicator/indicator-period.rules.ts';

export const gapStates = ['open', 'closed'] as const;
export type GapState = (typeof gapStates)[number];

/** 差异分析 gap record: a goal that was missed, why, and what is done about it; numbered by year `2026-G001`. */
export const gapFields = fieldsOf({
  number: { kind: 'text', required: true, max: 20, computed: true, listed: true, searched: true },
  indicator: { kind: 'text', required: true, max: 40, computed: true, listed: true },
  periodKind: { kind: 'choice', choices: periodKinds, required: true, computed: true },
  period: { kind: 'text', required: true, max: 10, computed: true, listed: true, searched: true },
  level: { kind: 'choice', choices: levels, required: true, computed: true, listed: true },
  departmentId: { kind: 'reference', refers: 'department', computed: true, listed: true },
  personId: { kind: 'reference', refers: 'person', computed: true, listed: true },
  /** Goal and actual as they were when it was raised, in steps of the indicator's unit. */
  goal: { kind: 'integer', computed: true, min: -9_000_000_000_000 },
  actual: { kind: 'integer', computed: true, min: -9_000_000_000_000 },
  state: {
    kind: 'choice',
    choices: gapStates,
    required: true,
    initial: 'open',
    listed: true,
  },
  ownerId: {
    kind: 'reference',
    refers: 'person',
    required: true,
    listed: true,
    owner: true,
  },
  raisedOn: { kind: 'day', required: true, computed: true, listed: true },
  /** 根本原因 in one sentence. */
  cause: { kind: 'note', max: 1000, listed: true, searched: true },
  closedOn: { kind: 'day' },
  closedById: { kind: 'reference', refers: 'person' },
  /** 效果: what came of it. */
  result: { kind: 'note', max: 1000 },
});
