import { fieldsOf } from '../../kernel/field.ts';

export const meetingKinds = ['weekly'] as const;
export const meetingStates = ['draft', 'confirmed'] as const;

/** 会议 meeting. A weekly one (周例会) has its week as period and as number: `2026-W47`. Times of day `HH:MM` at the store. */
export const meetingFields = fieldsOf({
  number: { kind: 'text', required: true, max: 20, computed: true, listed: true, searched: true },
  kind: { kind: 'choice', choices: meetingKinds, required: true, initial: 'weekly', computed: true },
  period: { kind: 'text', required: true, max: 10, computed: true },
  state: {
    kind: 'choice',
    choices: meetingStates,
    required: true,
    initial: 'draft',
    computed: true,
    listed: true,
  },
  heldOn: { kind: 'day', listed: true },
  startsAt: { kind: 'text', max: 5 },
  endsAt: { kind: 'text', max: 5 },
  place: { kind: 'text', max: 100, listed: true },
  chairId: { kind: 'reference', refers: 'person', listed: true }, // 主持人
  recorderId: { kind: 'reference', refers: 'person', listed: true }, // 记录人
  confirmedAt: { kind: 'instant', computed: true, listed: true },
});
