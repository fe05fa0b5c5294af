import { channelPlanFields } from '#shared/features/channel-plan/channel-plan.fields.ts';
import { invalidField } from '#shared/rpc/desk-error.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';

export const channelPlanRecord = {
  feature: 'channelPlan',
  table: 'channelPlan',
  fields: channelPlanFields,
  readRight: 'channelPlan.read',
  title: 'month',
  detail: 'channel',
  indexed: false,
  check({ month }) {
    if (!/^\d{4}-(?:0[1-9]|1[0-2])$/u.test(String(month))) throw invalidField('values.month', 'month-form');
  },
} satisfies RecordDefinition;
