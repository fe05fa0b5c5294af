import { fieldsOf } from '../../kernel/field.ts';

/** 关键事项 event: auto show, launch, in-store event, training. */
export const eventFields = fieldsOf({
  name: { kind: 'text', required: true, max: 100, listed: true, searched: true },
  kind: {
    kind: 'choice',
    choices: ['autoShow', 'launch', 'storeEvent', 'training', 'other'],
    required: true,
    initial: 'storeEvent',
    listed: true,
  },
  startsOn: { kind: 'day', required: true, listed: true },
  endsOn: { kind: 'day', listed: true },
  place: { kind: 'text', max: 100, listed: true },
  personId: { kind: 'reference', refers: 'person', listed: true, owner: true },
  note: { kind: 'note' },
});
