import { fieldsOf } from '../../kernel/field.ts';

/** 五个阶段 of PL-7: planning, publicity, the day, follow-up, review. */
export const eventPhases = ['planning', 'publicity', 'onSite', 'followUp', 'review'] as const;
export type EventPhase = (typeof eventPhases)[number];

export const eventKinds = ['autoShow', 'launch', 'storeEvent', 'training', 'other'] as const;
export type EventKind = (typeof eventKinds)[number];

/** 关键事项 event: auto show, launch, in-store event, training. Its tasks are action items. */
export const eventFields = fieldsOf({
  name: { kind: 'text', required: true, max: 100, listed: true, searched: true },
  kind: { kind: 'choice', choices: eventKinds, required: true, initial: 'storeEvent', listed: true },
  startsOn: { kind: 'day', required: true, listed: true },
  endsOn: { kind: 'day', listed: true },
  place: { kind: 'text', max: 100, listed: true },
  personId: { kind: 'reference', refers: 'person', listed: true, owner: true },
  goalLeads: { kind: 'integer', listed: true }, // 目标线索
  goalOrders: { kind: 'integer', listed: true }, // 目标订单
  note: { kind: 'note' },
  reviewGood: { kind: 'note', max: 1000 }, // 做得好的
  reviewBad: { kind: 'note', max: 1000 }, // 不足
  reviewNext: { kind: 'note', max: 1000 }, // 下次改进
  /** The meeting to which the closing review was brought. */
  reviewMeetingId: { kind: 'reference', refers: 'meeting', computed: true },
});

/** 人员分工: who does what at an event. */
export const eventRoleFields = fieldsOf({
  eventId: { kind: 'reference', refers: 'event', required: true },
  role: { kind: 'text', required: true, max: 60, listed: true },
  personId: { kind: 'reference', refers: 'person', listed: true },
  duty: { kind: 'text', max: 300, listed: true },
});

/** 物料: what has to be there, and how much of it. */
export const eventMaterialFields = fieldsOf({
  eventId: { kind: 'reference', refers: 'event', required: true },
  name: { kind: 'text', required: true, max: 100, listed: true },
  quantity: { kind: 'integer', required: true, min: 1, initial: 1, listed: true },
  unit: { kind: 'text', max: 20, listed: true },
  personId: { kind: 'reference', refers: 'person', listed: true },
  ready: { kind: 'flag', required: true, initial: false, listed: true },
  note: { kind: 'text', max: 200, listed: true },
});

export const eventCostCategories = [
  'venue',
  'building',
  'publicity',
  'material',
  'gift',
  'catering',
  'labour',
  'other',
] as const;

/** 费用: a line of the budget, and what was spent on it; nothing entered is nothing spent yet. */
export const eventCostFields = fieldsOf({
  eventId: { kind: 'reference', refers: 'event', required: true },
  category: {
    kind: 'choice',
    choices: eventCostCategories,
    required: true,
    initial: 'publicity',
    listed: true,
  },
  name: { kind: 'text', required: true, max: 100, listed: true },
  budgetFen: { kind: 'money', required: true, initial: 0, listed: true, summed: true },
  spentFen: { kind: 'money', listed: true, summed: true },
  note: { kind: 'text', max: 200, listed: true },
});
