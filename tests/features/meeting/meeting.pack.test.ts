import { describe, expect, it } from 'vitest';
import { cashBalanceFields, cashFields } from '#shared/features/cash/cash.fields.ts';
import { eventFields } from '#shared/features/event/event.fields.ts';
import { goalFields } from '#shared/features/goal/goal.fields.ts';
import { leadFields } from '#shared/features/lead/lead.fields.ts';
import { openOrderDrill, stockDrill } from '#shared/features/meeting/meeting.drills.ts';
import type { WeeklyPack } from '#shared/features/meeting/meeting.pack.ts';
import { paymentFields, receivableFields } from '#shared/features/receivable/receivable.fields.ts';
import { orderFields } from '#shared/features/order/order.fields.ts';
import type { repairFields } from '#shared/features/repair/repair.fields.ts';
import type { InputOf } from '#shared/kernel/field.ts';
import { carriers, openTestCore, ownerWindow } from '#tests/support/core.ts';
import { newComplaint } from '#tests/support/complaints.ts';
import { fillSources } from '#tests/support/meeting.ts';
import { figuresOf, listSum } from '#tests/support/pack-figures.ts';
import { importedOrder, importedRepair, newValues } from '#tests/support/records.ts';

const progressOf = (pack: WeeklyPack, indicator: string) => {
  const line = pack.progress.find((one) => one.indicator === indicator);
  if (!line) throw new Error(indicator);
  return line;
};

describe.each(carriers)('weekly pack over %s', (carrier) => {
  it('says "not supplied" for everything that an empty store does not know, and never 0', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    const pack = await client.meeting.pack({ week: '2026-W47' });
    const known = figuresOf(pack).filter(([, figure]) => figure.value !== null);
    expect(known.map(([path, { value }]) => [path, value])).toEqual([
      ['.resources.people.total', 1],
      ['.resources.people.lines.0.people', 1],
    ]);
    expect(pack.resources.cash.change).toBeNull();
    expect(pack.resources.stock.gap).toBeNull();
    expect(pack.progress.map((line) => line.weekRate)).toEqual(Array.from({ length: 7 }, () => null));
  });

  it('has figures whose lists add up to them, in every part', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    await fillSources(
      core,
      { first: '2025-09-01', days: 470 },
      { orders: 900, repairs: 2000, cash: 2000, receivables: 1500, leads: 900, stock: 300 },
    );
    await client.event.create({ values: newValues(eventFields, { name: '车展', startsOn: '2026-11-25' }) });
    await client.cashBalance.create({
      values: newValues(cashBalanceFields, { openedOn: '2026-09-01', amountFen: 5_000_000 }),
    });
    await client.complaint.create({ values: newComplaint() });
    core.database.raw.writer.exec(
      `update repair set is_return = 1 where id in (select id from repair where state != 'cancelled'
        and checked_in_on between '2026-11-16' and '2026-11-22' limit 2)`,
    );
    const pack = await client.meeting.pack({ week: '2026-W47' });
    const figures = figuresOf(pack);
    expect(figures.filter(([, figure]) => figure.value === null)).toEqual([]);
    expect(figures.filter(([, figure]) => figure.value === 0)).toEqual([]);
    expect(figures.length).toBeGreaterThan(35);
    for (const [path, figure] of figures)
      expect([path, await listSum(client, figure.drill)]).toEqual([path, figure.value]);

    const { stock, ageBuckets } = pack.resources;
    const { asOf } = pack.days;
    expect(stock.lines.length).toBeGreaterThan(10);
    for (const { model, ages, stock: held, openOrders } of stock.lines) {
      for (const [bucket, count] of ages.entries())
        expect(await listSum(client, stockDrill({ model, bucket }, asOf, ageBuckets))).toBe(count);
      expect(await listSum(client, stockDrill({ model }, asOf, ageBuckets))).toBe(held);
      expect(await listSum(client, openOrderDrill(asOf, model))).toBe(openOrders);
    }
    const { open, ages } = pack.resources.receivables;
    expect(ages.reduce((sum, age) => sum + (age.value ?? 0), 0)).toBe(open.value);
    const { overdue, dueThisWeek, dueNextWeek, dueLater, noDueDay } = pack.resources.receivables;
    const byDue = [overdue, dueThisWeek, dueNextWeek, dueLater, noDueDay];
    expect(byDue.reduce((sum, part) => sum + (part.value ?? 0), 0)).toBe(open.value);
  });

  it('counts a week from Monday to Sunday, without cancelled orders, against its own goals', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    let number = 0;
    const order = (
      orderedOn: string,
      given: Partial<Parameters<typeof newValues<typeof orderFields>>[1]> = {},
    ) =>
      client.order.create({
        values: newValues(orderFields, {
          number: `D${(number += 1)}`,
          customerName: '甲',
          model: 'M',
          orderedOn,
          ...given,
        }),
      });
    await order('2026-11-15', { quantity: 100 });
    await order('2026-11-16', { quantity: 2 });
    await order('2026-11-22', { quantity: 3 });
    await order('2026-11-23', { quantity: 100 });
    await order('2026-11-18', { quantity: 50, state: 'cancelled' });
    await order('2025-11-23', { quantity: 4 }); // Sunday of 2025-W47
    await order('2025-11-24', { quantity: 100 });
    const goal = (
      periodKind: 'week' | 'month',
      period: string,
      value: number,
      level: 'store' | 'person' = 'store',
    ) =>
      client.goal.create({
        values: newValues(goalFields, { indicator: 'orders', periodKind, period, value, level }),
      });
    await goal('week', '2026-W47', 9);
    await goal('week', '2026-W47', 10); // the newer one counts
    await goal('week', '2026-W47', 77, 'person'); // not the store's
    await goal('month', '2026-11', 1000);
    await goal('week', '2026-W48', 12);
    const orders = progressOf(await client.meeting.pack({ week: '2026-W47' }), 'orders');
    expect(orders).toMatchObject({
      week: { value: 5, missing: null },
      monthToDate: { value: 102 }, // 1 to 18 November
      weekGoal: 10,
      monthGoal: 1000,
      weekRate: 5000,
      monthRate: 1020,
      sameWeekLastYear: { value: 4 },
      dataUpTo: '2026-11-22',
    });
    expect(orders.series.at(-1)).toEqual({ week: '2026-W47', value: 5, goal: 10 });
    expect(orders.series.at(-2)).toEqual({ week: '2026-W46', value: 100, goal: null });
    const next = await client.meeting.pack({ week: '2026-W48' });
    expect(progressOf(next, 'orders').week).toMatchObject({ value: null, missing: 'not-begun' });
    expect((await client.meeting.pack({ week: '2026-W47' })).plan.goals).toEqual([
      {
        indicator: 'orders',
        unit: 'count',
        level: 'store',
        departmentName: null,
        personName: null,
        value: 12,
      },
    ]);
  });

  it('counts in each indicator what its definition says, and leaves out the rest', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    const on = '2026-11-17';
    const repair = (number: string, given: Partial<InputOf<typeof repairFields>>) =>
      importedRepair(core, { number, checkedInOn: on, handedOverOn: on, labourFen: 100, ...given });
    await repair('R1', { type: 'maintenance', state: 'handedOver', partsFen: 11 });
    await repair('R2', { type: 'warranty', payer: 'maker', state: 'handedOver' });
    await repair('R3', { type: 'general', state: 'working', handedOverOn: null });
    await repair('R4', { type: 'internal', state: 'handedOver' });
    await repair('R5', { type: 'accident', state: 'cancelled' });
    await repair('R6', { checkedInOn: '2026-11-10', state: 'handedOver', labourFen: 1000 });
    const binned = await repair('R7', { state: 'handedOver', labourFen: 77_000 });
    await client.repair.remove({ ids: [binned.id] });
    const cash = (direction: 'in' | 'out', amountFen: number) =>
      client.cash.create({ values: newValues(cashFields, { occurredOn: on, direction, amountFen }) });
    await cash('in', 500);
    await cash('in', 25);
    await cash('out', 900);
    for (const state of ['new', 'won', 'lost'] as const)
      await client.lead.create({
        values: newValues(leadFields, { customerName: '甲', arrivedOn: on, state }),
      });
    const delivered = (number: string, deliveredOn: string, given: Partial<InputOf<typeof orderFields>>) =>
      importedOrder(core, {
        number,
        orderedOn: '2026-10-01',
        customerName: '甲',
        model: 'M',
        deliveredOn,
        ...given,
      });
    await delivered('D1', on, { state: 'delivered', quantity: 2 });
    await delivered('D2', on, { state: 'cancelled', quantity: 9 });
    await delivered('D3', '2026-11-23', { state: 'delivered', quantity: 9 });
    const pack = await client.meeting.pack({ week: '2026-W47' });
    expect(pack.progress.map((line) => [line.indicator, line.week.value])).toEqual([
      ['orders', 0], // ordered in October: known, and truly none this week
      ['deliveries', 2],
      ['leads', 3],
      ['serviceVisits', 3],
      ['serviceRevenue', 1211],
      ['cashIn', 525],
      ['receivablesCollected', null],
    ]);
    expect([pack.resources.cash.out.value, pack.resources.cash.change]).toEqual([900, -375]);
  });

  it('sorts receivables by their due day: today is not overdue, Sunday is this week, Monday the next', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    const open = (dueOn: string | null, amountFen: number, occurredOn = '2026-11-01') =>
      client.receivable.create({
        values: newValues(receivableFields, {
          number: `Y${amountFen}`,
          customerName: '甲',
          occurredOn,
          dueOn,
          amountFen,
        }),
      });
    await open('2026-11-17', 1);
    await open('2026-11-18', 10);
    await open('2026-11-22', 100);
    await open('2026-11-23', 1000);
    await open('2026-11-29', 10_000);
    await open('2026-11-30', 100_000);
    await open(null, 1_000_000);
    await open('2026-11-20', 5_000_000, '2026-11-19'); // arises tomorrow: not yet
    const { id } = await open('2026-11-10', 7_000_000, '2026-08-20');
    await client.payment.create({
      values: newValues(paymentFields, { receivableId: id, paidOn: '2026-11-18', amountFen: 3_000_000 }),
    });
    const pack = await client.meeting.pack({ week: '2026-W47' });
    const { ages, lines, ...due } = pack.resources.receivables;
    expect(Object.entries(due).map(([name, figure]) => [name, figure.value])).toEqual([
      ['open', 5_111_111],
      ['overdue', 4_000_001],
      ['dueThisWeek', 110],
      ['dueNextWeek', 11_000],
      ['dueLater', 100_000],
      ['noDueDay', 1_000_000],
    ]);
    expect(ages.map((age) => age.value)).toEqual([1_111_111, 0, 4_000_000, 0]); // 17 and 90 days old
    expect(lines.map((line) => [line.openFen, line.daysOverdue])).toEqual([
      [4_000_000, 8],
      [1, 1],
    ]);
    expect(progressOf(pack, 'receivablesCollected').week.value).toBe(3_000_000);
  });

  it('plans next week: deliveries from Monday to Sunday, late ones apart, events of four weeks and running ones', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    const plan = (
      number: string,
      plannedOn: string,
      quantity: number,
      state: 'open' | 'delivered' = 'open',
    ) =>
      importedOrder(core, {
        number,
        orderedOn: '2026-10-01',
        customerName: '甲',
        model: 'M',
        plannedOn,
        quantity,
        state,
      });
    await plan('D1', '2026-11-22', 1);
    await plan('D2', '2026-11-23', 10);
    await plan('D3', '2026-11-29', 100);
    await plan('D4', '2026-11-30', 1000);
    await plan('D5', '2026-11-24', 5000, 'delivered');
    const event = (name: string, startsOn: string, endsOn: string | null) =>
      client.event.create({ values: newValues(eventFields, { name, startsOn, endsOn }) });
    await event('已结束', '2026-11-01', '2026-11-22');
    await event('进行中', '2026-11-20', '2026-11-23');
    await event('周一', '2026-11-23', null);
    await event('四周内', '2026-12-20', null);
    await event('太远', '2026-12-21', null);
    const { plan: next } = await client.meeting.pack({ week: '2026-W47' });
    expect([next.deliveries.value, next.lateDeliveries.value]).toEqual([110, 1]);
    expect(next.deliveryLines.map((line) => line.number)).toEqual(['D1', 'D2', 'D3']);
    expect(next.events.value).toBe(2);
    expect(next.eventLines.map((line) => line.name)).toEqual(['进行中', '周一', '四周内']);
  });

  it('refuses a week that does not exist', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    await expect(client.meeting.pack({ week: '2025-W53' })).rejects.toMatchObject({
      data: { code: 'invalid-input', issues: [{ field: 'week', issue: 'not-a-week' }] },
    });
  });
});
