import { describe, expect, it } from 'vitest';
import type { Core } from '#electron/core.ts';
import { fixedClock } from '#electron/kernel/clock.ts';
import { cashFields } from '#shared/features/cash/cash.fields.ts';
import { orderFields } from '#shared/features/order/order.fields.ts';
import { personFields } from '#shared/features/person/person.fields.ts';
import type { WeeklyPack } from '#shared/features/meeting/meeting.pack.ts';
import { paymentFields, receivableFields } from '#shared/features/receivable/receivable.fields.ts';
import { stockFields } from '#shared/features/stock/stock.fields.ts';
import type { DeskClient } from '#renderer/transport/client.ts';
import { carriers, openTestCore, ownerWindow, password, testClock } from '#tests/support/core.ts';
import { figuresOf, listSum } from '#tests/support/pack-figures.ts';
import { leftByImport, passPdi } from '#tests/support/inspection.ts';
import { importedOrder, newValues } from '#tests/support/records.ts';

const sundayNight = '2026-11-22T15:00:00.000Z';
const twoWeeksLater = '2026-12-04T02:00:00.000Z';

type Changed = { stock: number; order: number; person: number; receivable: number };

/** A store on the Sunday of W47: three vehicles, orders, people and receivables of each kind. */
async function fill(core: Core, client: DeskClient): Promise<Changed> {
  let vin = 0;
  const stock = async (given: object): Promise<number> =>
    (
      await client.stock.create({
        values: newValues(stockFields, {
          vin: `LZGCR2R6${(vin += 1)}X0000001`.slice(0, 17),
          model: '牵引车',
          arrivedOn: '2026-10-01',
          ...given,
        }),
      })
    ).id;
  const order = async (number: string, given: object): Promise<number> =>
    (
      await client.order.create({
        values: newValues(orderFields, {
          number,
          orderedOn: '2026-11-03',
          customerName: '甲',
          model: '牵引车',
          plannedOn: '2026-11-25',
          ...given,
        }),
      })
    ).id;
  const receivable = async (number: string, given: object): Promise<number> =>
    (
      await client.receivable.create({
        values: newValues(receivableFields, {
          number,
          customerName: '甲',
          occurredOn: '2026-09-01',
          dueOn: '2026-11-10',
          amountFen: 100_000,
          ...given,
        }),
      })
    ).id;
  const leaving = (await client.person.create({ values: newValues(personFields, { name: '将离职' }) })).id;
  await stock({});
  await stock({ state: 'inTransit', arrivedOn: '2026-11-30' });
  await order('D1', {});
  await importedOrder(core, {
    number: 'D2',
    orderedOn: '2026-11-03',
    customerName: '甲',
    model: '牵引车',
    plannedOn: '2026-11-25',
    state: 'delivered',
    deliveredOn: '2026-11-20',
  });
  await order('D3', { plannedOn: '2026-11-10' });
  await receivable('Y1', {});
  await receivable('Y2', { dueOn: '2026-11-24', occurredOn: '2026-11-20' });
  return {
    stock: await stock({ arrivedOn: '2026-07-01' }),
    order: await order('D4', { quantity: 2 }),
    person: leaving,
    receivable: await receivable('Y3', { dueOn: '2026-10-01', amountFen: 900_000 }),
  };
}

/** What happened in the weeks after. */
async function goOn(core: Core, client: DeskClient, ids: Changed): Promise<void> {
  await passPdi(core, ids.stock);
  await leftByImport(core, ids.stock, '2026-11-30');
  await core.database.write((writer) =>
    writer
      .updateTable('vehicleOrder')
      .set({ state: 'delivered', deliveredOn: '2026-11-30', stockId: ids.stock })
      .where('id', '=', ids.order)
      .execute(),
  );
  const { record } = await client.person.get({ id: ids.person });
  const { id, version, createdAt: _c, updatedAt: _u, removedAt: _r, ...person } = record;
  await client.person.update({ id, version, values: { ...person, leftOn: '2026-11-30' } });
  await client.payment.create({
    values: newValues(paymentFields, {
      receivableId: ids.receivable,
      paidOn: '2026-11-30',
      amountFen: 900_000,
    }),
  });
  await client.person.create({ values: newValues(personFields, { name: '新来', hiredOn: '2026-12-01' }) });
  await client.order.create({
    values: newValues(orderFields, {
      number: 'D9',
      orderedOn: '2026-12-01',
      customerName: '乙',
      model: '牵引车',
      plannedOn: '2026-11-26',
    }),
  });
  await client.receivable.create({
    values: newValues(receivableFields, {
      number: 'Y9',
      customerName: '乙',
      occurredOn: '2026-12-01',
      dueOn: '2026-12-01',
      amountFen: 5_000_000,
    }),
  });
  await client.cash.create({
    values: newValues(cashFields, { occurredOn: '2026-12-01', direction: 'in', amountFen: 7 }),
  });
}

const resourcesAndPlan = ({ resources, plan }: WeeklyPack): object => ({ resources, plan });

describe.each(carriers)('a meeting of another week over %s', (carrier) => {
  it('opened late keeps the figures of its own week, whose lists still add up to them', async () => {
    const clock = fixedClock(sundayNight);
    const core = await openTestCore({ clock });
    const window = await ownerWindow(core, carrier);
    const { client } = window;
    const ids = await fill(core, client);
    await client.cash.create({
      values: newValues(cashFields, { occurredOn: '2026-11-18', direction: 'out', amountFen: 500 }),
    });
    const then = await client.meeting.pack({ week: '2026-W47' });
    expect(then.resources.stock.total.value).toBe(2);
    expect(then.resources.stock.openOrders.value).toBe(4);
    expect(then.resources.people.total.value).toBe(2);
    expect(then.resources.receivables.open.value).toBe(1_100_000);
    expect(then.plan.deliveries.value).toBe(3);

    clock.set(twoWeeksLater);
    window.token = (await client.session.signIn({ login: '王总', password })).token;
    await goOn(core, client, ids);
    const late = await client.meeting.pack({ week: '2026-W47' });
    expect(resourcesAndPlan(late)).toEqual(resourcesAndPlan(then));
    expect(late.progress.map((line) => line.week)).toEqual(then.progress.map((line) => line.week));
    for (const [path, figure] of figuresOf(late))
      if (figure.value !== null)
        expect([path, await listSum(client, figure.drill)]).toEqual([path, figure.value]);
    // The week that runs sees what happened since.
    const present = await client.meeting.pack({ week: '2026-W49' });
    expect(present.resources.stock.total.value).toBe(1);
    expect(present.resources.receivables.open.value).toBe(5_200_000);
    expect(present.resources.people.total.value).toBe(2);
  });

  it('shows its receivables row by row as they stood, in the list and in its totals', async () => {
    const core = await openTestCore({ clock: fixedClock(sundayNight) });
    const { client } = await ownerWindow(core, carrier);
    await goOn(core, client, await fill(core, client));
    const { open } = (await client.meeting.pack({ week: '2026-W47' })).resources.receivables;
    const list = await client.receivable.list({
      filters: [...open.drill.filters],
      sort: [{ field: 'openFen', descending: true }],
    });
    expect(list.rows.map((row) => [row.number, row.settledFen, row.openFen])).toEqual([
      ['Y3', 0, 900_000],
      ['Y2', 0, 100_000],
      ['Y1', 0, 100_000],
    ]);
    expect(list.sums).toMatchObject({ openFen: 1_100_000, settledFen: 0 });
    const wrong = client.receivable.list({
      filters: [{ field: 'dueOn', operator: 'asOf', value: '2026-11-22' }],
    });
    await expect(wrong).rejects.toMatchObject({ data: { reason: 'unknown-field' } });
  });

  it('is not begun before its week, also when the clock was set back', async () => {
    const clock = testClock();
    const core = await openTestCore({ clock });
    const { client } = await ownerWindow(core, carrier);
    const { id } = await client.meeting.open({ week: '2026-W47' });
    await client.cash.create({
      values: newValues(cashFields, { occurredOn: '2026-11-17', direction: 'in', amountFen: 500 }),
    });
    clock.set('2026-11-18T02:00:01.000Z');
    const cashIn = async (): Promise<unknown> =>
      (await client.meeting.get({ id })).content.pack.progress.find(({ indicator }) => indicator === 'cashIn')
        ?.week;
    expect(await cashIn()).toMatchObject({ value: 500 });
    clock.set('2026-11-09T02:00:00.000Z');
    expect(await cashIn()).toMatchObject({ value: null, missing: 'not-begun' });
    const confirming = client.meeting.confirm({ id, secret: { password } });
    await expect(confirming).rejects.toMatchObject({
      data: {
        code: 'invalid-input',
        issues: expect.arrayContaining([{ field: 'head.heldOn', issue: 'held-in-future' }]),
      },
    });
    clock.set('2026-11-18T02:00:02.000Z');
    expect(await cashIn()).toMatchObject({ value: 500 });
  });
});
