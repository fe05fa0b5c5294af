import type { channelPlanContract } from '#shared/features/channel-plan/channel-plan.contract.ts';
import { channelTotal, isOutside, slackDays } from '#shared/features/channel-plan/channel-plan.rules.ts';
import { weekOf } from '#shared/kernel/period.ts';
import { invalidField } from '#shared/rpc/desk-error.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { recordHandlers } from '#electron/kernel/record/record-handlers.ts';
import { mustBeInPost } from '../person/person.in-post.ts';
import { raiseAction } from '../action/action.raise.ts';
import { listItemsOfChannelPlan } from '../action/action.repository.ts';
import { channelPlanRecord } from './channel-plan.record.ts';
import { readMonth, readPlan, readResult, readYear } from './channel-plan.repository.ts';

export const channelPlanHandlers: HandlersOf<typeof channelPlanContract> = {
  ...recordHandlers(channelPlanRecord),

  async view({ id }, { reader, clock }) {
    const plan = await readPlan(reader, id);
    const items = await listItemsOfChannelPlan(reader, clock.today(), id);
    const weeks = [...Map.groupBy(items, (item) => weekOf(item.dueOn))]
      .map(([week, own]) => ({ week, items: own }))
      .sort((a, b) => (a.week < b.week ? -1 : 1));
    return { result: await readResult(reader, plan), weeks };
  },

  async addAction({ id, ...given }, context) {
    const { month } = await readPlan(context.writer, id);
    if (isOutside(month, given.dueOn)) throw invalidField('dueOn', 'outside-plan-month', { days: slackDays });
    await mustBeInPost(context, given.ownerId, 'ownerId');
    const added = await raiseAction(context, { ...given, channelPlanId: id });
    context.changed({ feature: 'channelPlan', id, changes: [] });
    return added;
  },

  async month({ month }, { reader }) {
    const lines = await readMonth(reader, month);
    return { lines, total: channelTotal(lines) };
  },

  year: async ({ year, channel }, { reader }) => readYear(reader, year, channel),
};
