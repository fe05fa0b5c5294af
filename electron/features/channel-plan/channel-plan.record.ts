import { channelPlanFields } from '#shared/features/channel-plan/channel-plan.fields.ts';
import { responsibleInPost } from '../person/person.in-post.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';

export const channelPlanRecord = {
  feature: 'channelPlan',
  table: 'channelPlan',
  fields: channelPlanFields,
  readRight: 'channelPlan.read',
  title: 'month',
  detail: 'channel',
  indexed: false,
  gate: responsibleInPost,
} satisfies RecordDefinition;
