import { z } from 'zod';
import { isDay } from '../../kernel/day.ts';
import { command, query } from '../../rpc/call.ts';
import { output, recordCalls } from '../../rpc/record.contract.ts';
import type { ActionItem } from '../action/action.contract.ts';
import type { Month } from '../../kernel/period.ts';
import { channels } from '../order/order.fields.ts';
import { channelPlanFields } from './channel-plan.fields.ts';
import type { ChannelGoals, ChannelResult } from './channel-plan.rules.ts';

export type Channel = (typeof channels)[number];

const id = z.number().int().positive();
const words = (max: number) =>
  z.string().trim().min(1, { error: 'required' }).max(max, { error: 'too-long' });

/** Actions of one ISO week. */
export type ChannelWeek = { readonly week: string; readonly items: readonly ActionItem[] };

/** One channel in the month's comparison; a channel without a plan shows what it brought. */
export type ChannelLine = ChannelResult &
  ChannelGoals & {
    readonly channel: Channel;
    readonly planId: number | null;
    readonly actions: number;
    readonly actionsDone: number;
  };

/** One month of the year's comparison, of one channel or of all. */
export type ChannelMonth = ChannelResult &
  ChannelGoals & {
    readonly month: Month;
    /** The plan of the month, where one channel is asked about. */
    readonly planId: number | null;
  };

export type ChannelYear = {
  readonly months: readonly ChannelMonth[];
  readonly total: ChannelResult & ChannelGoals;
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
    output<{ readonly result: ChannelResult & ChannelGoals; readonly weeks: readonly ChannelWeek[] }>(),
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
    z.strictObject({ month: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u, { error: 'not-a-month' }) }),
    output<{ readonly lines: readonly ChannelLine[]; readonly total: ChannelResult & ChannelGoals }>(),
  ),
  /** Goal against actual month by month; `channel` null: all of them together. */
  year: query(
    'channelPlan.read',
    z.strictObject({
      year: z.number().int().min(1950).max(2100),
      channel: z.enum(channels).nullable(),
    }),
    output<ChannelYear>(),
  ),
};
