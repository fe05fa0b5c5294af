import { sql } from 'kysely';
import type { ChannelLine, ChannelResult } from '#shared/features/channel-plan/channel-plan.contract.ts';
import { costPer } from '#shared/features/event/event.rules.ts';
import { channels } from '#shared/features/order/order.fields.ts';
import { monthDays } from '#shared/kernel/period.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';

export type StoredPlan = {
  readonly month: string;
  readonly channel: string;
  readonly costFen: number | null;
};

/** Error: not-found, also for a plan in the bin. */
export async function readPlan(reader: Reader | Writer, id: number): Promise<StoredPlan> {
  const row = await reader
    .selectFrom('channelPlan')
    .select(['month', 'channel', 'costFen'])
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('channelPlan', id);
  return row;
}

/** Budgets of all channels of a year, in fen by month; months without one are absent. */
export const readChannelBudget = (
  reader: Reader,
  year: number,
): Promise<{ readonly month: string; readonly budgetFen: number | null }[]> =>
  reader
    .selectFrom('channelPlan')
    .select(({ fn }) => ['month', fn.sum<number | null>('budgetFen').as('budgetFen')])
    .where('removedAt', 'is', null)
    .where('month', '>=', `${year}-01`)
    .where('month', '<=', `${year}-12`)
    .groupBy('month')
    .execute();

type Brought = { readonly leads: number; readonly orders: number };

/** Leads that came, and vehicles ordered and not cancelled, by their channel in a month. */
export async function readBrought(reader: Reader, month: string): Promise<ReadonlyMap<string, Brought>> {
  const { first, last } = monthDays(month);
  const { rows } = await sql<Brought & { channel: string }>`
    select channel, sum(leads) as leads, sum(orders) as orders from (
      select channel, 1 as leads, 0 as orders from lead
        where removed_at is null and arrived_on between ${first} and ${last} and channel is not null
      union all
      select channel, 0, quantity from vehicle_order
        where removed_at is null and ordered_on between ${first} and ${last} and channel is not null
          and state != 'cancelled'
    ) group by channel`.execute(reader);
  return new Map(rows.map(({ channel, ...brought }) => [channel, brought]));
}

/** What a channel brought, beside what was entered as its cost. */
export function resultOf(brought: Brought | undefined, costFen: number | null): ChannelResult {
  const { leads, orders } = brought ?? { leads: 0, orders: 0 };
  return { leads, orders, perLead: costPer(costFen, leads), perOrder: costPer(costFen, orders) };
}

/** Every channel of a month, planned or not. */
export async function readMonth(reader: Reader, month: string): Promise<ChannelLine[]> {
  const plans = await reader
    .selectFrom('channelPlan as plan')
    .leftJoin('action', (join) =>
      join.onRef('action.channelPlanId', '=', 'plan.id').on('action.removedAt', 'is', null),
    )
    .select((row) => [
      'plan.id',
      'plan.channel',
      'plan.goalLeads',
      'plan.goalOrders',
      'plan.costFen',
      row.fn.count<number>('action.id').as('actions'),
      row.fn.count<number>('action.id').filterWhere('action.state', '!=', 'open').as('actionsDone'),
    ])
    .where('plan.month', '=', month)
    .where('plan.removedAt', 'is', null)
    .groupBy('plan.id')
    .execute();
  const brought = await readBrought(reader, month);
  return channels.map((channel) => {
    const plan = plans.find((one) => one.channel === channel);
    return {
      channel,
      planId: plan?.id ?? null,
      goalLeads: plan?.goalLeads ?? null,
      goalOrders: plan?.goalOrders ?? null,
      costFen: plan?.costFen ?? null,
      actions: plan?.actions ?? 0,
      actionsDone: plan?.actionsDone ?? 0,
      ...resultOf(brought.get(channel), plan?.costFen ?? null),
    };
  });
}
