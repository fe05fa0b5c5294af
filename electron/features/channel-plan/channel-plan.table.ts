import type { channelPlanFields } from '#shared/features/channel-plan/channel-plan.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    channelPlan: RecordTable<typeof channelPlanFields>;
  }
}
