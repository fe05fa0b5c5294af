import {
  eventCostFields,
  eventFields,
  eventMaterialFields,
  eventRoleFields,
} from '#shared/features/event/event.fields.ts';
import { endsTooEarly, longestEvent } from '#shared/features/event/event.rules.ts';
import { lengthOf } from '#shared/features/event/event.template.ts';
import { invalidField } from '#shared/rpc/desk-error.ts';
import type { RecordDefinition, RecordValues } from '#electron/kernel/record/record-definition.ts';
import { responsibleInPost } from '../person/person.in-post.ts';
import { moveTasks } from './event.tasks.ts';

const daysOf = (values: RecordValues) => ({
  startsOn: String(values['startsOn']),
  endsOn: typeof values['endsOn'] === 'string' ? values['endsOn'] : null,
});

export const eventRecord = {
  feature: 'event',
  table: 'event',
  fields: eventFields,
  readRight: 'event.read',
  title: 'name',
  detail: 'startsOn',
  check(values) {
    const days = daysOf(values);
    if (endsTooEarly(days)) throw invalidField('values.endsOn', 'ends-before-start');
    if (lengthOf(days) > longestEvent)
      throw invalidField('values.endsOn', 'event-too-long', { days: longestEvent });
  },
  gate: responsibleInPost,
  async afterChange(context, before, after) {
    if (!before || !after) return;
    const [old, now] = [daysOf(before), daysOf(after)];
    if (old.startsOn !== now.startsOn || old.endsOn !== now.endsOn)
      await moveTasks(context, Number(after['id']), now);
  },
} satisfies RecordDefinition;

const ofEvent = {
  readRight: 'event.read',
  gate: responsibleInPost,
  indexed: false,
  parent: { feature: 'event', field: 'eventId' },
} as const;

export const eventRoleRecord = {
  ...ofEvent,
  feature: 'eventRole',
  table: 'eventRole',
  fields: eventRoleFields,
  title: 'role',
} satisfies RecordDefinition;

export const eventMaterialRecord = {
  ...ofEvent,
  feature: 'eventMaterial',
  table: 'eventMaterial',
  fields: eventMaterialFields,
  title: 'name',
} satisfies RecordDefinition;

export const eventCostRecord = {
  ...ofEvent,
  feature: 'eventCost',
  table: 'eventCost',
  fields: eventCostFields,
  readRight: 'event.seeCost',
  title: 'name',
} satisfies RecordDefinition;
