import { fieldsOf } from '../../kernel/field.ts';
import { eventPhases } from '../event/event.fields.ts';

/** open → reported (the owner says it is done) → closed (somebody else has seen the evidence); closed → open again. */
export const actionStates = ['open', 'reported', 'closed'] as const;
export type ActionState = (typeof actionStates)[number];

/** 行动事项 action item: one record through all meetings, numbered by year `2026-A001`. */
export const actionFields = fieldsOf({
  number: { kind: 'text', required: true, max: 20, computed: true, listed: true, searched: true },
  text: { kind: 'text', required: true, max: 500, listed: true, searched: true },
  ownerId: { kind: 'reference', refers: 'person', required: true, listed: true, owner: true }, // 负责人
  dueOn: { kind: 'day', required: true, listed: true }, // 到期日
  /** 检查方式: how it will be checked. */
  check: { kind: 'text', required: true, max: 300, listed: true },
  state: {
    kind: 'choice',
    choices: actionStates,
    required: true,
    initial: 'open',
    computed: true,
    listed: true,
  },
  raisedOn: { kind: 'day', required: true, computed: true },
  meetingId: { kind: 'reference', refers: 'meeting', listed: true },
  decisionId: { kind: 'reference', refers: 'decision' },
  /** The check that found what is to be mended, and at which of its items. */
  inspectionId: { kind: 'reference', refers: 'inspection', computed: true },
  inspectionItem: { kind: 'text', max: 60, computed: true },
  /** The event of which it is a task, its phase, and T±days from the event's date. */
  eventId: { kind: 'reference', refers: 'event', computed: true },
  eventPhase: { kind: 'choice', choices: eventPhases, computed: true },
  eventOffset: { kind: 'integer', min: -999, computed: true },
  /** 差异分析 that it is a countermeasure of. */
  gapId: { kind: 'reference', refers: 'gap', computed: true },
  /** The month's plan of a sales channel that it belongs to. */
  channelPlanId: { kind: 'reference', refers: 'channelPlan', computed: true },
  reportedOn: { kind: 'day', computed: true },
  closedOn: { kind: 'day', computed: true, listed: true },
  closedById: { kind: 'reference', refers: 'person', computed: true },
  closedMeetingId: { kind: 'reference', refers: 'meeting', computed: true },
  /** 证据: what was seen when it was closed. */
  evidence: { kind: 'note', max: 2000, computed: true },
});
