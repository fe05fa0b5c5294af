import { describe, expect, it } from 'vitest';
import { channelPlanFields } from '#shared/features/channel-plan/channel-plan.fields.ts';
import { leadFields } from '#shared/features/lead/lead.fields.ts';
import { orderFields } from '#shared/features/order/order.fields.ts';
import { errorData } from '#renderer/transport/client.ts';
import { carriers, openTestCore, ownerWindow, personWindow } from '#tests/support/core.ts';
import { newValues } from '#tests/support/records.ts';

const asked = (call: Promise<unknown>) => call.then(() => undefined, errorData);

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
      result: { leads: 0, orders: 0, perLead: { state: 'none' }, perOrder: { state: 'none' } },
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
    expect(result).toEqual({
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
    expect(month.find((line) => line.channel === 'online')).toMatchObject({
      planId: id,
      goalLeads: 30,
      leads: 2,
      orders: 3,
      actions: 2,
      actionsDone: 1,
    });
    expect(month.find((line) => line.channel === 'referral')).toMatchObject({
      planId: null,
      leads: 1,
      perLead: { state: 'notSpent' },
      perOrder: { state: 'none' },
    });

    expect(await asked(client.channelPlan.create({ values }))).toMatchObject({
      issues: [{ field: 'values.month', issue: 'taken' }],
    });
    const odd = { ...values, month: '2026-13' };
    expect(await asked(client.channelPlan.create({ values: odd }))).toMatchObject({
      issues: [{ field: 'values.month', issue: 'month-form' }],
    });
    const auditor = await personWindow(core, carrier, owner, '审计', ['auditor']);
    expect(await asked(auditor.client.channelPlan.view({ id }))).toBeUndefined();
    expect(await asked(auditor.client.channelPlan.addAction({ id, ...work, dueOn: '2026-11-13' }))).toEqual({
      code: 'forbidden',
      right: 'channelPlan.write',
    });
    const seller = await personWindow(core, carrier, owner, '小陈', ['salesConsultant']);
    expect(await asked(seller.client.channelPlan.month({ month: '2026-11' }))).toMatchObject({
      code: 'forbidden',
    });
  });
});
