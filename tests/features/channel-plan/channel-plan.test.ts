import { describe, expect, it } from 'vitest';
import { channelPlanFields } from '#shared/features/channel-plan/channel-plan.fields.ts';
import { eventCostFields, eventFields } from '#shared/features/event/event.fields.ts';
import { leadFields } from '#shared/features/lead/lead.fields.ts';
import { orderFields } from '#shared/features/order/order.fields.ts';
import { carriers, openTestCore, ownerWindow, personWindow } from '#tests/support/core.ts';
import { newValues } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';

describe.each(carriers)('channel plans over %s', (carrier) => {
  it('set what a channel brought beside its goals, cost and weekly actions', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    const values = newValues(channelPlanFields, {
      month: '2026-11',
      channel: 'online',
      goalLeads: 30,
      goalOrders: 3,
      costFen: 100_001,
    });
    const { id } = await client.channelPlan.create({ values });
    expect(await client.channelPlan.view({ id })).toEqual({
      result: {
        goalLeads: 30,
        goalOrders: 3,
        leads: 0,
        orders: 0,
        budgetFen: null,
        costFen: 100_001,
        eventBudgetFen: null,
        eventCostFen: null,
        allBudgetFen: null,
        allCostFen: 100_001,
        perLead: { state: 'none' },
        perOrder: { state: 'none' },
      },
      weeks: [],
    });
    const lead = (arrivedOn: string, channel: 'online' | 'referral' | null) =>
      client.lead.create({ values: newValues(leadFields, { customerName: '客', arrivedOn, channel }) });
    for (const [day, channel] of [
      ['2026-11-01', 'online'],
      ['2026-11-30', 'online'],
      ['2026-12-01', 'online'],
      ['2026-11-10', 'referral'],
      ['2026-11-10', null],
    ] as const)
      await lead(day, channel);
    const order = (number: string, quantity: number, state: 'open' | 'cancelled') =>
      client.order.create({
        values: newValues(orderFields, {
          number,
          orderedOn: '2026-11-12',
          customerName: '客',
          model: 'X',
          quantity,
          state,
          channel: 'online',
        }),
      });
    await order('DD1', 2, 'open');
    await order('DD2', 5, 'cancelled');
    await order('DD3', 1, 'open');
    const work = { text: '投放短视频', ownerId: 1, check: '看后台' };
    const { id: action } = await client.channelPlan.addAction({ id, ...work, dueOn: '2026-11-19' });
    await client.channelPlan.addAction({ id, ...work, dueOn: '2026-11-13' });
    await client.action.report({ id: action, meetingId: null, text: '已投放' });
    const { result, weeks } = await client.channelPlan.view({ id });
    expect(result).toMatchObject({
      leads: 2,
      orders: 3,
      perLead: { state: 'fen', fen: 50_001 },
      perOrder: { state: 'fen', fen: 33_334 },
    });
    expect(weeks.map(({ week, items }) => [week, items.map((item) => item.state)])).toEqual([
      ['2026-W46', ['open']],
      ['2026-W47', ['reported']],
    ]);
    const month = await client.channelPlan.month({ month: '2026-11' });
    expect(month.lines.find((line) => line.channel === 'online')).toMatchObject({
      planId: id,
      goalLeads: 30,
      leads: 2,
      orders: 3,
      actions: 2,
      actionsDone: 1,
    });
    expect(month.lines.find((line) => line.channel === 'referral')).toMatchObject({
      planId: null,
      leads: 1,
      perLead: { state: 'notSpent' },
      perOrder: { state: 'none' },
    });

    expect(await failure(client.channelPlan.create({ values }))).toMatchObject({
      issues: [{ field: 'values.month', issue: 'taken' }],
    });
    const odd = { ...values, month: '2026-13' };
    expect(await failure(client.channelPlan.create({ values: odd }))).toMatchObject({
      issues: [{ field: 'values.month', issue: 'not-a-month' }],
    });
    const auditor = await personWindow(core, carrier, owner, '审计', ['auditor']);
    expect(await failure(auditor.client.channelPlan.view({ id }))).toBeUndefined();
    expect(await failure(auditor.client.channelPlan.addAction({ id, ...work, dueOn: '2026-11-13' }))).toEqual(
      {
        code: 'forbidden',
        right: 'channelPlan.write',
      },
    );
    const seller = await personWindow(core, carrier, owner, '小陈', ['salesConsultant']);
    expect(await failure(seller.client.channelPlan.month({ month: '2026-11' }))).toMatchObject({
      code: 'forbidden',
    });
  });

  it('budget and spend of events are those of their channel in the month in which they begin; a year adds up', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    const event = async (startsOn: string, endsOn: string | null, spentFen: number | null) => {
      const values = newValues(eventFields, { name: '店庆', startsOn, endsOn });
      const { id } = await client.event.create({ values });
      const cost = { eventId: id, name: '礼品', budgetFen: 300_000, spentFen };
      await client.eventCost.create({ values: newValues(eventCostFields, cost) });
      return id;
    };
    await event('2026-11-29', '2026-12-02', 200_000);
    const removed = await event('2026-11-03', null, 900_000);
    await client.event.remove({ ids: [removed] });
    await event('2026-12-20', null, null);
    const plan = (month: string, costFen: number | null) =>
      client.channelPlan.create({
        values: newValues(channelPlanFields, {
          month,
          channel: 'event',
          goalLeads: 4,
          budgetFen: 50_000,
          costFen,
        }),
      });
    const { id } = await plan('2026-11', 40_000);
    await plan('2026-12', null);
    await client.lead.create({
      values: newValues(leadFields, { customerName: '客', arrivedOn: '2026-11-29', channel: 'event' }),
    });
    expect((await client.channelPlan.view({ id })).result).toMatchObject({
      allBudgetFen: 350_000,
      eventCostFen: 200_000,
      allCostFen: 240_000,
      perLead: { state: 'fen', fen: 240_000 },
    });
    const { lines, total } = await client.channelPlan.month({ month: '2026-11' });
    expect(lines.filter(({ eventCostFen }) => eventCostFen !== null).map(({ channel }) => channel)).toEqual([
      'event',
    ]);
    expect(total).toMatchObject({ leads: 1, goalLeads: 4, goalOrders: null, allCostFen: 240_000 });

    const own = await client.channelPlan.year({ year: 2026, channel: 'event' });
    expect(own.months.map((one) => [one.month, one.goalLeads, one.allCostFen]).slice(9)).toEqual([
      ['2026-10', null, null],
      ['2026-11', 4, 240_000],
      ['2026-12', 4, null],
    ]);
    expect(own.total).toMatchObject({ goalLeads: 8, leads: 1, allBudgetFen: 700_000, allCostFen: 240_000 });
    const all = await client.channelPlan.year({ year: 2026, channel: null });
    expect(all.total).toEqual(own.total);
    expect((await client.channelPlan.year({ year: 2025, channel: null })).total).toMatchObject({
      leads: 0,
      allCostFen: null,
    });
  });
});
