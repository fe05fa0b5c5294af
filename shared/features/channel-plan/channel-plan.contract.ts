import { z } from 'zod';
import { isDay } from '../../kernel/day.ts';
import { command, query } from '../../rpc/call.ts';
import { output, recordCalls } from '../../rpc/record.contract.ts';
import type { ActionItem } from '../action/action.contract.ts';
import type { CostPer } from '../event/event.rules.ts';
import type { channels } from '../order/order.fields.ts';
import { channelPlanFields } from './channel-plan.fields.ts';

const id = z.number().int().positive();
const words = (max: number) =>
  z.string().trim().min(1, { error: 'required' }).max(max, { error: 'too-long' });

/** What a channel brought in a month: by the channel of leads and orders, orders as vehicles. */
export type ChannelResult = {
  readonly leads: number;
  readonly orders: number;
  readonly perLead: CostPer;
  readonly perOrder: CostPer;
};

/** Actions of one ISO week. */
export type ChannelWeek = { readonly week: string; readonly items: readonly ActionItem[] };

/** One channel in the month's comparison; a channel without a plan shows what it brought. */
export type ChannelLine = ChannelResult & {
  readonly channel: (typeof channels)[number];
  readonly planId: number | null;
  readonly goalLeads: number | null;
  readonly goalOrders: number | null;
  readonly costFen: number | null;
  readonly actions: number;
  readonly actionsDone: number;
};

/** Glossary: 渠道 channel (展厅, 网销电销, 二网, 大客户, 转介绍, 活动). */
export const channelPlanContract = {
  ...recordCalls(channelPlanFields, {
    read: 'channelPlan.read',
    write: 'channelPlan.write',
    remove: 'channelPlan.write',
  }),
  view: query(
    'channelPlan.read',
    z.strictObject({ id }),
    output<{ readonly result: ChannelResult; readonly weeks: readonly ChannelWeek[] }>(),
  ),
  addAction: command(
    'channelPlan.write',
    z.strictObject({
      id,
      text: words(500),
      ownerId: id,
      dueOn: z.string().refine(isDay, { error: 'not-a-day' }),
      check: words(300),
    }),
    output<{ readonly id: number; readonly number: string }>(),
  ),
  month: query(
    'channelPlan.read',
    z.strictObject({ month: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u, { error: 'month-form' }) }),
    output<readonly ChannelLine[]>(),
  ),
};
