import { sql } from 'kysely';
import type { ChannelLine, ChannelYear } from '#shared/features/channel-plan/channel-plan.contract.ts';
import {
  channelResult,
  channelTotal,
  type Brought,
  type ChannelGoals,
  type ChannelMoney,
  type ChannelResult,
} from '#shared/features/channel-plan/channel-plan.rules.ts';
import { channels } from '#shared/features/order/order.fields.ts';
import { addMonthsTo, monthDays, type Month } from '#shared/kernel/period.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';

export type StoredPlan = {
  readonly id: number;
  readonly month: Month;
  readonly channel: string;
  readonly goalLeads: number | null;
  readonly goalOrders: number | null;
  readonly budgetFen: number | null;
  readonly costFen: number | null;
};

const plans = (reader: Reader | Writer) =>
  reader
    .selectFrom('channelPlan')
    .select(['id', 'month', 'channel', 'goalLeads', 'goalOrders', 'budgetFen', 'costFen'])
    .where('removedAt', 'is', null);

/** Error: not-found, also for a plan in the bin. */
export async function readPlan(reader: Reader | Writer, id: number): Promise<StoredPlan> {
  const row = await plans(reader).where('id', '=', id).executeTakeFirst();
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

const keyOf = (month: Month, channel: string): string => `${month} ${channel}`;

/** Leads that came, and vehicles ordered and not cancelled, by month and channel. */
async function readBrought(reader: Reader, first: Month, last: Month): Promise<ReadonlyMap<string, Brought>> {
  const from = monthDays(first).first;
  const to = monthDays(last).last;
  const { rows } = await sql<Brought & { month: Month; channel: string }>`
    select substr(day, 1, 7) as month, channel, sum(leads) as leads, sum(orders) as orders from (
      select arrived_on as day, channel, 1 as leads, 0 as orders from lead
        where removed_at is null and arrived_on between ${from} and ${to} and channel is not null
      union all
      select ordered_on, channel, 0, quantity from vehicle_order
        where removed_at is null and ordered_on between ${from} and ${to} and channel is not null
          and state != 'cancelled'
    ) group by 1, 2`.execute(reader);
  return new Map(rows.map(({ month, channel, ...brought }) => [keyOf(month, channel), brought]));
}

type EventMoney = Pick<ChannelMoney, 'eventBudgetFen' | 'eventCostFen'>;

/** Budget and spend of the events that begin in a month. */
async function readEventMoney(
  reader: Reader,
  first: Month,
  last: Month,
): Promise<ReadonlyMap<Month, EventMoney>> {
  const { rows } = await sql<EventMoney & { month: Month }>`
    select substr(event.starts_on, 1, 7) as month, sum(cost.budget_fen) as event_budget_fen,
      sum(cost.spent_fen) as event_cost_fen
    from event join event_cost as cost on cost.event_id = event.id and cost.removed_at is null
    where event.removed_at is null
      and event.starts_on between ${monthDays(first).first} and ${monthDays(last).last}
    group by 1`.execute(reader);
  return new Map(rows.map(({ month, ...money }) => [month, money]));
}

type Facts = {
  readonly plans: readonly StoredPlan[];
  readonly brought: ReadonlyMap<string, Brought>;
  readonly events: ReadonlyMap<Month, EventMoney>;
};

async function readFacts(reader: Reader, first: Month, last: Month): Promise<Facts> {
  return {
    plans: await plans(reader).where('month', '>=', first).where('month', '<=', last).execute(),
    brought: await readBrought(reader, first, last),
    events: await readEventMoney(reader, first, last),
  };
}

type Line = ChannelResult & ChannelGoals & { readonly planId: number | null };

/** One channel in one month: its plan, what it brought, what it cost. */
function lineOf(facts: Facts, month: Month, channel: string): Line {
  const plan = facts.plans.find((one) => one.month === month && one.channel === channel);
  const events = channel === 'event' ? facts.events.get(month) : undefined;
  return {
    ...channelResult(facts.brought.get(keyOf(month, channel)) ?? { leads: 0, orders: 0 }, {
      budgetFen: plan?.budgetFen ?? null,
      costFen: plan?.costFen ?? null,
      eventBudgetFen: events?.eventBudgetFen ?? null,
      eventCostFen: events?.eventCostFen ?? null,
    }),
    planId: plan?.id ?? null,
    goalLeads: plan?.goalLeads ?? null,
    goalOrders: plan?.goalOrders ?? null,
  };
}

/** What a plan's channel brought and cost in its month, beside its goals. */
export async function readResult(reader: Reader, plan: StoredPlan): Promise<ChannelResult & ChannelGoals> {
  const facts = await readFacts(reader, plan.month, plan.month);
  const { planId: _plan, ...result } = lineOf(facts, plan.month, plan.channel);
  return result;
}

/** Every channel of a month, planned or not. */
export async function readMonth(reader: Reader, month: Month): Promise<ChannelLine[]> {
  const facts = await readFacts(reader, month, month);
  const counted = await reader
    .selectFrom('action')
    .select((row) => [
      'channelPlanId',
      row.fn.countAll<number>().as('actions'),
      row.fn.countAll<number>().filterWhere('state', '!=', 'open').as('actionsDone'),
    ])
    .where(
      'channelPlanId',
      'in',
      facts.plans.map(({ id }) => id),
    )
    .where('removedAt', 'is', null)
    .groupBy('channelPlanId')
    .execute();
  return channels.map((channel) => {
    const line = lineOf(facts, month, channel);
    const own = counted.find((one) => one.channelPlanId === line.planId);
    return { ...line, channel, actions: own?.actions ?? 0, actionsDone: own?.actionsDone ?? 0 };
  });
}

/** The months of a year, of one channel or of all together. */
export async function readYear(reader: Reader, year: number, channel: string | null): Promise<ChannelYear> {
  const first: Month = `${year}-01`;
  const all = Array.from({ length: 12 }, (_, index) => addMonthsTo(first, index));
  const facts = await readFacts(reader, first, addMonthsTo(first, 11));
  const months = all.map((month) =>
    channel === null
      ? { ...channelTotal(channels.map((one) => lineOf(facts, month, one))), month, planId: null }
      : { ...lineOf(facts, month, channel), month },
  );
  return { months, total: channelTotal(months) };
}
