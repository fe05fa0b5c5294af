import { describe, expect, it } from 'vitest';
import { readClosingFigures } from '#electron/features/indicator/indicator.closing.ts';
import { departmentRecord } from '#electron/features/department/department.record.ts';
import { goalRecord } from '#electron/features/goal/goal.record.ts';
import { cashRecord } from '#electron/features/cash/cash.record.ts';
import { followUpRecord } from '#electron/features/follow-up/follow-up.record.ts';
import { repairPartRecord } from '#electron/features/repair/repair.record.ts';
import { stockRecord } from '#electron/features/stock/stock.record.ts';
import { leadRecord } from '#electron/features/lead/lead.record.ts';
import { personRecord } from '#electron/features/person/person.record.ts';
import type { Core } from '#electron/core.ts';
import { departmentFields } from '#shared/features/department/department.fields.ts';
import { goalFields } from '#shared/features/goal/goal.fields.ts';
import type { FigureRow, IndicatorValue, Who } from '#shared/features/indicator/indicator.contract.ts';
import { indicatorFields } from '#shared/features/indicator/indicator.fields.ts';
import { bandOf } from '#shared/features/indicator/indicator.definition.ts';
import { shippedIndicators } from '#shared/features/indicator/indicator.library.ts';
import { cashFields } from '#shared/features/cash/cash.fields.ts';
import { followUpFields } from '#shared/features/follow-up/follow-up.fields.ts';
import { repairPartFields } from '#shared/features/repair/repair.fields.ts';
import { stockFields } from '#shared/features/stock/stock.fields.ts';
import { leadFields } from '#shared/features/lead/lead.fields.ts';
import { personFields } from '#shared/features/person/person.fields.ts';
import { paymentFields, receivableFields } from '#shared/features/receivable/receivable.fields.ts';
import {
  carriers,
  openTestCore,
  ownerWindow,
  personWindow,
  testClock,
  type Window,
} from '#tests/support/core.ts';
import { addRecords } from '#tests/support/filled-store.ts';
import { importedOrder, importedRepair, newCustomer, newValues } from '#tests/support/records.ts';
import { customerRecord } from '#electron/features/customer/customer.record.ts';
import { failure } from '#tests/support/refusal.ts';

const store: Who = { level: 'store', departmentId: null, personId: null };
const ofPerson = (personId: number): Who => ({ level: 'person', departmentId: null, personId });
const ofDepartment = (departmentId: number): Who => ({ level: 'department', departmentId, personId: null });

async function rowsOf(window: Window, period: string, who = store): Promise<(key: string) => FigureRow> {
  const { rows } = await window.client.indicator.figures({ period, who });
  return (key) => rows.find((row) => row.key === key) as FigureRow;
}
const shippedCounts = [...shippedIndicators.values()].flatMap(({ key, working }) => (working.kind === 'count' ? [key] : [])); // prettier-ignore
const plain = ({ value, missing, about }: IndicatorValue) => ({ value, missing, about });
const is = (value: number) => ({ value, missing: null, about: null });

/** A sales department with two consultants, their leads and orders, repairs of two customers. */
async function fill(core: Core) {
  const sales = await addRecords(core, departmentRecord, [newValues(departmentFields, { name: '销售部' })]);
  const team = await addRecords(core, departmentRecord, [
    newValues(departmentFields, { name: '销售一组', parentId: sales }),
  ]);
  const person = (name: string, departmentId: number) =>
    addRecords(core, personRecord, [newValues(personFields, { name, departmentId })]);
  const [anna, bo] = [await person('安', sales), await person('薄', team)];
  const lead = (arrivedOn: string, consultantId: number, state: 'new' | 'won' = 'new') =>
    newValues(leadFields, { customerName: '客', arrivedOn, consultantId, state });
  await addRecords(core, leadRecord, [
    lead('2026-11-02', anna, 'won'),
    lead('2026-11-03', anna),
    lead('2026-11-04', bo, 'won'),
    lead('2026-11-05', bo),
    lead('2025-11-03', bo),
  ]);
  const order = (number: string, orderedOn: string, consultantId: number, quantity: number) =>
    importedOrder(core, { number, orderedOn, consultantId, quantity, customerName: '客', model: 'H7' });
  await order('A1', '2026-11-02', anna, 2);
  await order('A2', '2026-11-10', bo, 1);
  await order('A3', '2025-11-10', bo, 4);
  const [first, second] = [
    await addRecords(core, customerRecord, [newCustomer({ name: '甲' })]),
    await addRecords(core, customerRecord, [newCustomer({ name: '乙' })]),
  ];
  const visit = (number: string, checkedInOn: string, customerId: number, labourFen: number) =>
    importedRepair(core, { number, checkedInOn, handedOverOn: checkedInOn, customerId, labourFen });
  for (const [at, day] of ['2025-12-01', '2026-02-01', '2026-06-01', '2026-11-03'].entries())
    await visit(`R${at}`, day, first, 100_000);
  await visit('S1', '2025-11-05', second, 50_000);
  return { sales, team, anna, bo };
}

describe.each(carriers)('figures over %s', (carrier) => {
  it('are those of the data, of the store, a department with those below it, or a person; each opens its rows', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { sales, team, anna, bo } = await fill(core);
    const whole = await rowsOf(owner, '2026-11');
    expect(plain(whole('orders').actual)).toEqual(is(3));
    expect(whole('orders').lastYear).toBe(4);
    expect(plain(whole('leadConversion').actual)).toEqual(is(5_000));
    expect(plain(whole('revenuePerVisit').actual)).toEqual(is(100_000));
    expect(plain((await rowsOf(owner, '2026-11', ofDepartment(sales)))('orders').actual)).toEqual(is(3));
    expect(plain((await rowsOf(owner, '2026-11', ofDepartment(team)))('orders').actual)).toEqual(is(1));
    const hers = await rowsOf(owner, '2026-11', ofPerson(anna));
    expect(plain(hers('orders').actual)).toEqual(is(2));
    expect(hers('cashIn').actual.missing).toBe('not-at-level');
    expect(plain((await rowsOf(owner, '2026-11', ofPerson(bo)))('leads').actual)).toEqual(is(2));
    // Whatever a figure says, the lists behind it add up to it.
    for (const who of [store, ofDepartment(team), ofPerson(anna)])
      for (const { actual } of (await owner.client.indicator.figures({ period: '2026-11', who })).rows)
        for (const { value, drill } of actual.behind)
          if (drill && drill.feature !== 'indicatorEntry') {
            const list = (owner.client as unknown as Record<string, { list(input: object): Promise<{ total: number; sums: Record<string, number> }> }>)[drill.feature];
            const { total, sums } = (await list?.list({ filters: drill.filters })) ?? { total: -1, sums: {} };
            expect(drill.measure === 'rows' ? total : sums[drill.measure], JSON.stringify(drill)).toBe(value);
          }
  }); // prettier-ignore

  it('tell why there is none, never 0', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const empty = await rowsOf(owner, '2026-11');
    expect(plain(empty('orders').actual)).toEqual({ value: null, missing: 'never-supplied', about: null });
    expect(plain(empty('absorptionRate').actual)).toMatchObject({
      missing: 'not-entered',
      about: 'afterSalesGrossProfit',
    });
    expect(plain(empty('firstPassRate').actual)).toMatchObject({
      missing: 'never-supplied',
      about: 'firstPassRepairs',
    });
    await fill(core);
    const march = await rowsOf(owner, '2026-12');
    expect(march('orders').actual.missing).toBe('not-begun');
  });

  it('count customers by their visits', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    await fill(core);
    const november = await rowsOf(owner, '2026-11');
    // The first came four times since 19 November 2025, the second last on 5 November 2025.
    expect(['A', 'B', 'C', 'D'].map((grade) => november(`customers${grade}`).actual.value)).toEqual([
      1, 0, 0, 1,
    ]);
    expect(plain(november('lossRate').actual)).toEqual(is(10_000)); // 乙 came in November 2025 and not again
    expect(plain(november('retentionRate').actual)).toEqual(is(5_000));
    expect(plain(november('lostReturnRate').actual)).toMatchObject({
      missing: 'nothing-under',
      about: 'customersAway',
    });
    const lost = await owner.client.indicator.rows({ key: 'visitorsLost', period: '2026-11', who: store });
    expect(lost.map(({ feature, title }) => [feature, title])).toEqual([['customer', '乙']]);
  });

  it('are typed by hand for the rest: with who and when, late ones told, months added up', async () => {
    const clock = testClock();
    const core = await openTestCore({ clock });
    const owner = await ownerWindow(core, carrier);
    const { indicator } = owner.client;
    const enter = (key: string, period: string, value: number, version: number | null = null) =>
      indicator.enter({ key, period, who: store, value, version });
    // October's figures are due on the fifth working day of November; today is the 18th.
    expect(await enter('afterSalesGrossProfit', '2026-10', 30_000_000)).toMatchObject({ late: true });
    expect(await enter('operatingExpenses', '2026-10', 40_000_000)).toMatchObject({ late: true });
    expect(await enter('afterSalesGrossProfit', '2026-11', 18_000_000)).toMatchObject({ late: false });
    const october = await rowsOf(owner, '2026-10');
    expect(plain(october('absorptionRate').actual)).toEqual(is(7_500));
    expect(october('operatingExpenses').entry).toMatchObject({ enteredByName: '王总', enteredOn: '2026-11-18', late: true });
    expect((await rowsOf(owner, '2026-11'))('absorptionRate').actual).toMatchObject({ value: null, about: 'operatingExpenses' });
    // A quarter is the sum of its months; a month that ended must be told.
    expect(plain((await rowsOf(owner, '2026-Q4'))('afterSalesGrossProfit').actual)).toEqual(is(48_000_000));
    expect((await rowsOf(owner, '2026'))('afterSalesGrossProfit').actual.missing).toBe('not-entered');
    // Corrected with its version; a stale one is refused.
    const version = october('operatingExpenses').entry?.version ?? null;
    await enter('operatingExpenses', '2026-10', 0, version);
    expect(await failure(enter('operatingExpenses', '2026-10', 1, version))).toMatchObject({ code: 'conflict' });
    expect((await rowsOf(owner, '2026-10'))('absorptionRate').actual).toMatchObject({ value: null, missing: 'nothing-under', about: 'operatingExpenses' });
    expect(await failure(enter('orders', '2026-10', 1))).toMatchObject({ reason: 'entry-not-typed' });
    expect(await failure(enter('partsCost', '2026-12', 1))).toMatchObject({ issues: [{ field: 'period', issue: 'entry-future' }] });
    expect(await failure(enter('partsCost', '2026-13', 1))).toMatchObject({ issues: [{ field: 'period', issue: 'not-a-period' }] });
    const list = await owner.client.indicatorEntry.list({});
    expect(list.total).toBe(3);
  }); // prettier-ignore

  it('come from the records where nobody typed them: paid expenses, revenue less parts; of a year month by month', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    await fill(core); // 1 000 yuan of service revenue in November
    const pay = (occurredOn: string, category: 'salary' | 'parts' | 'rent', amountFen: number) =>
      newValues(cashFields, { occurredOn, direction: 'out', category, amountFen });
    await addRecords(core, cashRecord, [
      pay('2026-10-10', 'salary', 50_000),
      pay('2026-11-10', 'salary', 60_000),
      pay('2026-11-11', 'rent', 40_000),
      pay('2026-11-12', 'parts', 7_000_000),
    ]);
    const enter = (key: string, period: string, value: number) =>
      owner.client.indicator.enter({ key, period, who: store, value, version: null });
    const before = await rowsOf(owner, '2026-11');
    expect(plain(before('operatingExpenses').actual)).toEqual(is(100_000));
    expect(before('operatingExpenses').actual.behind[0]?.drill).toMatchObject({ feature: 'cash' });
    // Without the cost of parts there is no profit: it is not entered, and never taken as 0.
    expect(plain(before('afterSalesGrossProfit').actual)).toMatchObject({ missing: 'not-entered', about: 'afterSalesGrossProfit' });
    await enter('partsCost', '2026-11', 70_000);
    expect(plain((await rowsOf(owner, '2026-11'))('absorptionRate').actual)).toEqual(is(3_000)); // 300 ÷ 1 000 yuan
    await enter('operatingExpenses', '2026-11', 60_000);
    expect(plain((await rowsOf(owner, '2026-11'))('absorptionRate').actual)).toEqual(is(5_000));
    const quarter = (await rowsOf(owner, '2026-Q4'))('operatingExpenses').actual;
    expect(plain(quarter)).toEqual(is(110_000)); // October by its cash, November as typed
    expect(quarter.behind.map(({ key }) => key)).toEqual(['expensesPaid', 'operatingExpenses']);
  }); // prettier-ignore

  it('count reminders by customer and month, not calls after a delivery; who came before the call did not return', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const customer = (name: string) => addRecords(core, customerRecord, [newCustomer({ name })]);
    const [a, b, c] = [await customer('甲'), await customer('乙'), await customer('丙')];
    const call = (customerId: number, happenedOn: string, result: 'willing' | 'notReached' | 'void', given = {}) =>
      ({ ...newValues(followUpFields, { customerId, happenedOn, result, content: '保养到期' }), ...given });
    await addRecords(core, followUpRecord, [
      call(a, '2026-10-05', 'notReached'),
      call(a, '2026-10-06', 'willing'),
      call(a, '2026-11-02', 'willing'),
      call(b, '2026-10-20', 'notReached', { personId: 1 }),
      call(c, '2026-10-21', 'void'),
      call(c, '2026-10-22', 'willing', { way: 'visit' }),
    ]);
    const visit = (number: string, customerId: number, checkedInOn: string) =>
      importedRepair(core, { number, customerId, checkedInOn });
    await visit('R1', a, '2026-10-05');
    await visit('R2', b, '2026-10-19');
    await visit('R3', c, '2026-11-01');
    const shown = async (period: string, who = store) => {
      const row = await rowsOf(owner, period, who);
      return ['Called', 'Reached', 'Willing', 'Returned'].map((one) => row(`reminders${one}`).actual.value);
    };
    expect(await shown('2026-10')).toEqual([3, 1, 1, 1]);
    expect(await shown('2026-Q4')).toEqual([4, 2, 2, 1]);
    expect(await shown('2026-10', ofPerson(1))).toEqual([1, 0, 0, 0]);
    const october = await rowsOf(owner, '2026-10');
    expect(plain(october('returnRate').actual)).toEqual(is(3_333));
    expect(plain(october('reminderRate').actual)).toMatchObject({ missing: 'not-entered', about: 'remindersDue' });
    expect(await owner.client.indicator.rows({ key: 'remindersReturned', period: '2026-10', who: store })).toEqual([
      { feature: 'customer', id: a, title: '甲', detail: '2026-10' },
    ]);
  }); // prettier-ignore

  it('lead to rows as many as they say, of vehicles that left and of parts too', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    await fill(core);
    const { gate: _gate, ...pastTheGate } = stockRecord; // as an import brings it
    await addRecords(core, pastTheGate, [
      newValues(stockFields, { vin: 'LZZ5CCSD1KA000001', model: 'H7', arrivedOn: '2026-10-01', state: 'sold', leftOn: '2026-11-05' }),
    ]);
    await importedOrder(core, { number: 'A9', orderedOn: '2026-11-02', customerName: '客', model: 'H7', vin: 'LZZ5CCSD1KA000002', state: 'delivered', deliveredOn: '2026-11-06' });
    const { id } = await importedRepair(core, { number: 'P1', checkedInOn: '2026-11-04', handedOverOn: '2026-11-04' });
    await addRecords(core, repairPartRecord, [
      newValues(repairPartFields, { repairId: id, name: '机滤', origin: 'original' }),
      newValues(repairPartFields, { repairId: id, name: '机油', origin: 'equivalent' }),
    ]);
    const row = await rowsOf(owner, '2026-11');
    const rows = (key: string) => owner.client.indicator.rows({ key, period: '2026-11', who: store });
    expect((await rows('vehiclesLeft')).map(({ feature, detail }) => [feature, detail])).toEqual([
      ['order', '2026-11-06'],
      ['stock', '2026-11-05'],
    ]);
    expect((await rows('partLines')).map(({ title, detail }) => [title, detail])).toEqual([['P1', '机滤'], ['P1', '机油']]);
    expect(await rows('originalPartLines')).toHaveLength(1);
    for (const { key, value, hasRows } of shippedCounts.map((one) => row(one).actual.behind[0]).filter((one) => one !== undefined)) {
      expect(hasRows, key).toBe((value ?? 0) > 0);
      expect((await rows(key)).length, key).toBe(value);
    }
  }); // prettier-ignore

  it('of twelve months need all twelve: parts turnover and months of supply', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const enter = (key: string, period: string, value: number) =>
      owner.client.indicator.enter({ key, period, who: store, value, version: null });
    for (let month = 1; month <= 10; month += 1)
      await enter('partsCost', `2026-${String(month).padStart(2, '0')}`, 1_000_000);
    await enter('partsCost', '2025-12', 1_000_000);
    await enter('partsStock', '2026-10', 3_500_000);
    expect((await rowsOf(owner, '2026-10'))('partsTurnover').actual.missing).toBe('not-entered');
    await enter('partsCost', '2025-11', 1_000_000);
    const october = await rowsOf(owner, '2026-10');
    expect(plain(october('partsTurnover').actual)).toEqual(is(343)); // 12 ÷ 3.5
    expect(plain(october('partsSupplyMonths').actual)).toEqual(is(350));
  });

  it('stand beside goals, with rate, tone and forecast', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    await fill(core);
    await addRecords(core, goalRecord, [
      newValues(goalFields, {
        indicator: 'orders',
        periodKind: 'month',
        period: '2026-11',
        level: 'store',
        value: 10,
      }),
    ]);
    const row = (await rowsOf(owner, '2026-11'))('orders');
    expect(row).toMatchObject({ goal: 10, rate: 3_000, tone: 'behind' });
    // 3 in 13 of 21 working days; last year had all 4 by the 18th.
    expect(row.forecasts).toEqual([
      { method: 'last-year', value: 3 },
      { method: 'working-days', value: 5 },
    ]);
  });

  it('tell receivables as they were: what was paid since was open then, what was paid before is not', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const owed = async (number: string, occurredOn: string, amountFen: number, paidOn?: string, paidFen = amountFen) => {
      const receivable = { number, customerName: '甲', occurredOn, dueOn: '2026-10-20', amountFen };
      const { id } = await owner.client.receivable.create({ values: newValues(receivableFields, receivable) });
      if (paidOn === undefined) return;
      const payment = newValues(paymentFields, { receivableId: id, paidOn, amountFen: paidFen });
      await owner.client.payment.create({ values: payment });
    };
    await owed('Y1', '2026-10-01', 1);
    await owed('Y2', '2026-10-02', 10, '2026-11-05');
    await owed('Y3', '2026-10-03', 100, '2026-10-30');
    await owed('Y4', '2026-10-04', 1000, '2026-11-06', 400);
    await owed('Y5', '2026-11-01', 10_000);
    for (const [period, open] of [['2026-10', 1011], ['2026-11', 10_601]] as const) {
      const row = await rowsOf(owner, period);
      for (const key of ['receivablesOpen', 'receivablesOverdue'])
        expect(plain(row(key).actual), `${period} ${key}`).toEqual(is(open));
      const filters = row('receivablesOpen').actual.behind[0]?.drill?.filters ?? [];
      expect((await owner.client.receivable.list({ filters: [...filters] })).sums['openFen']).toBe(open);
    }
  }); // prettier-ignore

  it('hide money from who may not read it', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    await fill(core);
    const consultant = await personWindow(core, carrier, owner, '顾问', ['salesConsultant']);
    const seen = await rowsOf(consultant, '2026-11');
    for (const key of [
      'cashIn',
      'receivablesOpen',
      'receivablesAgedShare',
      'absorptionRate',
      'partsTurnover',
    ])
      expect([seen(key).actual.missing, seen(key).actual.behind], key).toEqual(['no-right', []]);
    expect(seen('orders').actual.value).toBe(3);
    expect(
      await failure(
        consultant.client.indicator.enter({
          key: 'partsCost',
          period: '2026-10',
          who: store,
          value: 1,
          version: null,
        }),
      ),
    ).toEqual({ code: 'forbidden', right: 'indicator.enter' });
  });

  it('of the closing year are offered to the annual plan', async () => {
    const core = await openTestCore();
    await ownerWindow(core, carrier);
    await fill(core);
    const figures = await readClosingFigures(core.database.reader, 2026, '2026-11-18', {
      personId: 1,
      roles: ['owner'],
    });
    const orders = figures.find(({ definition }) => definition.key === 'orders');
    expect(orders).toMatchObject({ actual: 3, lastYear: 4, goal: null });
    expect(figures.some(({ definition }) => definition.part)).toBe(false);
  });
});

describe.each(carriers)('own indicators over %s', (carrier) => {
  const own = (given: Partial<Parameters<Window['client']['indicator']['create']>[0]['values']>) =>
    newValues(indicatorFields, { name: '单线索产值', unit: 'fen', way: 'formula', formula: '售后产值 ÷ 新增线索', source: '本店', validFrom: '2026-01-01', ...given }); // prettier-ignore

  it('are worked out from others, in whole fen', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    await fill(core);
    await owner.client.indicator.create({ values: own({}) });
    const row = (await rowsOf(owner, '2026-11'))('own1');
    expect(plain(row.actual)).toEqual(is(25_000)); // 1 000 yuan ÷ 4
    expect(row.actual.behind.map(({ key, value }) => [key, value])).toEqual([['serviceRevenue', 100_000], ['leads', 4]]); // prettier-ignore
    const library = await owner.client.indicator.library({});
    expect(library.at(-1)).toMatchObject({ group: 'own', definition: { key: 'own1', version: 1 } });
  });

  it('are green, amber or red by their own limits; a division by nothing names what is nothing', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    await fill(core);
    const { indicator } = owner.client;
    await indicator.create({ values: own({ green: '200', amber: '150' }) });
    await indicator.create({ values: own({ name: '空除', formula: '售后产值 ÷ (订单台数 − 3)', unit: 'count' }) });
    const library = await indicator.library({});
    const bands = library.find(({ definition }) => definition.key === 'own1')?.definition.bands ?? [];
    expect(bands.map(({ tone, from }) => [tone, from]).slice(1)).toEqual([['fair', 15_000], ['good', 20_000]]);
    const november = await rowsOf(owner, '2026-11');
    expect(bandOf(bands, november('own1').actual.value ?? 0)?.tone).toBe('good');
    expect(plain(november('own2').actual)).toEqual({ value: null, missing: 'nothing-under', about: '(订单台数 − 3)' });
    expect(await failure(indicator.create({ values: own({ name: '另', green: '很好' }) }))).toMatchObject({
      issues: [{ field: 'values.green', issue: 'band-no-figure' }],
    });
    // Other limits judge by another definition: a new version.
    const { rows } = await indicator.list({ filters: [{ field: 'key', operator: 'is', value: 'own1' }] });
    const { id } = rows[0] ?? { id: 0 };
    expect(await failure(indicator.update({ id, version: 1, values: own({ green: '300', amber: '150' }) }))).toMatchObject({
      issues: [{ field: 'values.green', issue: 'indicator-revise' }],
    });
    await indicator.revise({ id, values: own({ green: '300', amber: '150', validFrom: '2026-11-01' }) });
    const revised = (await indicator.library({})).find(({ definition }) => definition.key === 'own1')?.definition;
    expect([revised?.version, bandOf(revised?.bands ?? [], 25_000)?.tone]).toEqual([2, 'fair']);
  }); // prettier-ignore

  it('are refused with the place of what is wrong', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { indicator } = owner.client;
    const refused = async (given: Parameters<typeof own>[0]) => {
      const data = await failure(indicator.create({ values: own(given) }));
      return data?.code === 'invalid-input' ? data.issues : data;
    };
    expect(await refused({ formula: '售后产值 ÷' })).toEqual([{ field: 'values.formula', issue: 'formula-ends', params: { at: 7, text: '' } }]);
    expect(await refused({ formula: '售后产值 ÷ 人头' })).toEqual([{ field: 'values.formula', issue: 'formula-unknown-name', params: { at: 8, name: '人头' } }]);
    expect(await refused({ formula: null })).toEqual([{ field: 'values.formula', issue: 'formula-empty', params: { at: 1, text: '' } }]);
    expect(await refused({ name: '订单台数' })).toEqual([{ field: 'values.name', issue: 'taken' }]);
    expect(await refused({ way: 'flow' })).toEqual([{ field: 'values.formula', issue: 'formula-not-asked' }]);
    expect(await refused({ formula: '单线索产值 × 2' })).toEqual([{ field: 'values.formula', issue: 'formula-circle', params: { way: '单线索产值 → 单线索产值' } }]);
    expect(await refused({ validTo: '2025-01-01' })).toEqual([{ field: 'values.validTo', issue: 'ends-before-start' }]);
    expect((await indicator.list({})).total).toBe(0);
  }); // prettier-ignore

  it('keep old figures by the old definition: a new version from a day on', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    await fill(core);
    const { indicator } = owner.client;
    const { id } = await indicator.create({ values: own({}) });
    expect(await failure(indicator.update({ id, version: 1, values: own({ formula: '售后产值' }) }))).toMatchObject({
      issues: [{ field: 'values.formula', issue: 'indicator-revise' }],
    });
    await indicator.revise({ id, values: own({ formula: '售后产值 × 2', validFrom: '2026-11-01' }) });
    expect((await rowsOf(owner, '2026-11'))('own1').actual.value).toBe(200_000);
    expect((await rowsOf(owner, '2026-06'))('own1').actual.missing).toBe('none-near'); // still by leads
    // What would close a circle through the new version is refused, and nothing of it stays.
    await indicator.create({ values: own({ name: '倍数', formula: '单线索产值 ÷ 2', validFrom: '2026-11-01' }) });
    const circle = failure(indicator.revise({ id: id + 1, values: own({ formula: '倍数', validFrom: '2026-11-10' }) }));
    expect(await circle).toMatchObject({ issues: [{ issue: 'formula-circle', params: { way: '单线索产值 → 倍数 → 单线索产值' } }] });
    expect((await indicator.list({ sort: [{ field: 'id', descending: false }] })).rows.map((row) => row.validTo)).toEqual(['2026-10-31', null, null]);
  }); // prettier-ignore

  it('are kept by owner and managers alone', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const clerk = await personWindow(core, carrier, owner, '内勤', ['clerk']);
    expect(await failure(clerk.client.indicator.create({ values: own({}) }))).toEqual({
      code: 'forbidden',
      right: 'indicator.write',
    });
  });
});
