import { describe, expect, it } from 'vitest';
import { departmentRecord } from '#electron/features/department/department.record.ts';
import { goalRecord } from '#electron/features/goal/goal.record.ts';
import { leadRecord } from '#electron/features/lead/lead.record.ts';
import { personRecord } from '#electron/features/person/person.record.ts';
import type { Core } from '#electron/core.ts';
import { departmentFields } from '#shared/features/department/department.fields.ts';
import { goalFields } from '#shared/features/goal/goal.fields.ts';
import type { WallLine, Who } from '#shared/features/indicator/indicator.contract.ts';
import { leadFields } from '#shared/features/lead/lead.fields.ts';
import { personFields } from '#shared/features/person/person.fields.ts';
import { repairFields } from '#shared/features/repair/repair.fields.ts';
import { carriers, openTestCore, ownerWindow, personWindow, type Window } from '#tests/support/core.ts';
import { addRecords } from '#tests/support/filled-store.ts';
import { importedOrder, importedRepair, newValues } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';

const store: Who = { level: 'store', departmentId: null, personId: null };
const orders = { key: 'orders', period: '2026-10', who: store } as const;
const goal = (indicator: string, period: string, value: number, given: Partial<Parameters<typeof newValues<typeof goalFields>>[1]> = {}) =>
  newValues(goalFields, { indicator, periodKind: period.length === 4 ? 'year' : 'month', period, level: 'store', value, ...given } as never); // prettier-ignore

/** October: goal 10 leads → 5 orders; 8 leads came, 2 orders of person 1. */
async function october(core: Core): Promise<void> {
  const lead = (arrivedOn: string) => newValues(leadFields, { customerName: '客', arrivedOn, consultantId: 1 });
  await addRecords(core, leadRecord, Array.from({ length: 8 }, (_, at) => lead(`2026-10-1${at}`)));
  await importedOrder(core, { number: 'A1', orderedOn: '2026-10-12', consultantId: 1, quantity: 2, customerName: '客', model: 'H7' });
  await addRecords(core, goalRecord, [
    goal('leads', '2026-10', 10),
    goal('orders', '2026-10', 5),
    goal('orders', '2026-10', 4, { level: 'person', personId: 1 } as never),
  ]);
} // prettier-ignore

describe.each(carriers)('gaps over %s', (carrier) => {
  it('compare goal and actual and tell what drove the difference, and whose it is', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    await october(core);
    const analysis = await owner.client.gap.analysis(orders);
    expect(analysis).toMatchObject({ goal: 5, goalDue: 5, difference: -3, rate: 4_000, tone: 'behind', gapId: null });
    expect(analysis.actual.value).toBe(2);
    expect(analysis.forecasts).toEqual([{ method: 'final', value: 2 }]);
    expect(analysis.splits).toEqual([
      { kind: 'chain', base: 'goal', difference: -3, drivers: [{ key: 'leads', amount: -1 }, { key: 'orders', amount: -2 }] },
    ]);
    expect(analysis.people).toEqual([
      { who: { level: 'person', departmentId: null, personId: 1 }, name: '王总', goal: 4, actual: 2, rate: 5_000 },
    ]);
  }); // prettier-ignore

  it('hold a running month against the goal of its days so far', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    await addRecords(core, goalRecord, [goal('orders', '2026-11', 30), goal('orders', '2026-10', 10)]);
    await importedOrder(core, {
      number: 'A1',
      orderedOn: '2026-11-12',
      quantity: 12,
      customerName: '客',
      model: 'H7',
    });
    const november = await owner.client.gap.analysis({ ...orders, period: '2026-11' });
    expect(november).toMatchObject({ goal: 30, goalDue: 18, difference: -6 }); // 18 of 30 days
    const quarter = await owner.client.gap.analysis({ ...orders, period: '2026-Q4' });
    expect(quarter).toMatchObject({ goal: null, goalDue: 28, difference: -16 }); // December has no goal
  });

  it.each(['2026-10-12', '2026-W42', '2026-10', '2026-Q4', '2026'])(
    'split what happened in %s into parts that add up to its own difference',
    async (period) => {
      const core = await openTestCore();
      const owner = await ownerWindow(core, carrier);
      await october(core);
      const lead = (arrivedOn: string) => newValues(leadFields, { customerName: '旧', arrivedOn, consultantId: 1 });
      const past = ['2025-10-12', '2025-10-14', '2025-10-15'];
      await addRecords(core, leadRecord, past.map(lead));
      for (const [at, day] of past.entries())
        await importedOrder(core, { number: `B${at}`, orderedOn: day, consultantId: 1, quantity: at + 1, customerName: '旧', model: 'H7' });
      for (const [at, day] of ['2025-10-12', '2025-10-14', '2026-10-12', '2026-10-13'].entries())
        await importedRepair(core, { number: `R${at}`, checkedInOn: day, handedOverOn: day, type: at % 2 ? 'accident' : 'general', labourFen: 33_333 * (at + 1) });
      for (const key of ['orders', 'serviceRevenue']) {
        const found = await owner.client.gap.analysis({ key, period, who: store });
        const { actual, goalDue, lastYear, splits } = found;
        if (lastYear) expect(splits.some(({ base }) => base === 'lastYear'), key).toBe(true);
        for (const { base, difference, drivers } of splits) {
          expect(drivers.reduce((sum, { amount }) => sum + amount, 0), `${key} ${base}`).toBe(difference);
          expect(difference, `${key} ${base}`).toBe((actual.value ?? 0) - ((base === 'goal' ? goalDue : lastYear) ?? 0));
        }
        for (const { method } of found.forecasts) expect(['final', 'working-days', 'last-year']).toContain(method);
        // A period that is over is final, one that runs has at least one method by name.
        expect(found.forecasts.length, key).toBeGreaterThan(0);
      }
    },
  ); // prettier-ignore

  it('split money into volume, mix and price against last year, to the fen', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const repair = (number: string, day: string, type: 'maintenance' | 'accident', labourFen: number) =>
      importedRepair(core, newValues(repairFields, { number, checkedInOn: day, handedOverOn: day, type, labourFen }));
    await repair('L1', '2025-10-05', 'maintenance', 10_001);
    await repair('L2', '2025-10-06', 'accident', 50_000);
    await repair('N1', '2026-10-05', 'maintenance', 11_000);
    await repair('N2', '2026-10-06', 'maintenance', 10_002);
    await repair('N3', '2026-10-07', 'accident', 47_777);
    const { splits, actual, lastYear } = await owner.client.gap.analysis({ key: 'serviceRevenue', period: '2026-10', who: store });
    expect([actual.value, lastYear]).toEqual([68_779, 60_001]);
    for (const split of splits) expect(split.difference).toBe(68_779 - 60_001);
    expect(splits.map(({ kind, base }) => [kind, base])).toEqual([['chain', 'lastYear'], ['mix', 'lastYear']]);
    // 3 − 2 orders at 30 000.5; two small and one large at last year's prices; the rest is price.
    expect(splits[1]?.drivers).toEqual([
      { key: 'volume', amount: 30_001 },
      { key: 'mix', amount: -20_000 },
      { key: 'price', amount: -1_223 },
    ]);
  }); // prettier-ignore

  it('become a record: whys, a cause, countermeasures that are action items of the meetings, closed with its result', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const manager = await personWindow(core, carrier, owner, '经理', ['manager']);
    await october(core);
    const { gap, action, meeting } = owner.client;
    const { id, number } = await gap.open({ ...orders, ownerId: manager.personId });
    expect(number).toBe('2026-G001');
    expect(await failure(gap.open({ ...orders, ownerId: 1 }))).toEqual({
      code: 'rule-violated',
      reason: 'gap-exists',
      params: { number },
    });
    const whys = [
      { depth: 0, text: '试驾少', isRoot: false },
      { depth: 1, text: '试驾车坏了两周', isRoot: true },
      { depth: 0, text: '报价慢', isRoot: false },
    ];
    const ask = (given: object) => gap.save({ id, version: 1, ownerId: manager.personId, cause: '', whys, ...given });
    expect(await failure(ask({ whys: [{ depth: 0, text: '', isRoot: false }] }))).toMatchObject({
      issues: [{ field: 'whys.0.text', issue: 'required' }],
    });
    expect((await gap.view({ id })).whys).toEqual([]);
    const { version } = await ask({});
    expect(version).toBe(2);
    expect(await failure(ask({}))).toMatchObject({ code: 'conflict' });
    const closing = { id, result: '订单回到目标' };
    expect(await failure(gap.close({ ...closing, version }))).toMatchObject({ reason: 'gap-no-cause' });
    const saved = await gap.save({ id, version, ownerId: manager.personId, cause: '只有一台试驾车', whys });
    const raised = await gap.counter({ id, text: '加一台试驾车', ownerId: manager.personId, dueOn: '2026-11-25', check: '看行驶证' });
    expect(await gap.view({ id })).toMatchObject({
      key: 'orders',
      goal: 5,
      actual: 2,
      cause: '只有一台试驾车',
      whys,
      ownerName: '经理',
      actions: [{ number: raised.number, text: '加一台试驾车', state: 'open', origin: { feature: 'gap', id, name: '2026-G001' } }],
    });
    // The meeting of the week goes through it by itself.
    const draft = await meeting.open({ week: '2026-W47' });
    const view = await meeting.get({ id: draft.id });
    expect(JSON.stringify(view)).toContain('加一台试驾车');
    expect(await failure(gap.close({ ...closing, version: saved.version }))).toMatchObject({ reason: 'gap-actions-open' });
    await action.close({ id: raised.id, evidence: '已上牌' });
    expect(await gap.close({ ...closing, version: saved.version })).toEqual({ state: 'closed' });
    expect(await failure(gap.counter({ id, text: '再加', ownerId: 1, dueOn: '2026-11-25', check: '看' }))).toMatchObject({ reason: 'gap-closed' });
    const closed = await gap.view({ id });
    expect(closed).toMatchObject({ state: 'closed', closedByName: '王总', result: '订单回到目标' });
    expect(await gap.reopen({ id, version: closed.version })).toEqual({ state: 'open' });
  }); // prettier-ignore

  it('are written by owner, managers and clerks, and read by all', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    await october(core);
    const consultant = await personWindow(core, carrier, owner, '顾问', ['salesConsultant']);
    expect(await failure(consultant.client.gap.open({ ...orders, ownerId: 1 }))).toEqual({ code: 'forbidden', right: 'gap.write' });
    expect((await consultant.client.gap.analysis(orders)).difference).toBe(-3);
    const money = await consultant.client.gap.analysis({ ...orders, key: 'cashIn' });
    expect([money.actual.missing, money.goal, money.people]).toEqual(['no-right', null, []]);
  }); // prettier-ignore
});

describe.each(carriers)('the wall over %s', (carrier) => {
  const wallOf = (window: Window, year = 2026) => window.client.indicator.wall({ year });

  it('shows goals by month, rates of people, a forecast, what is red and what answers it', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    await october(core);
    await addRecords(core, goalRecord, [goal('orders', '2026-11', 6), goal('orders', '2026', 60)]);
    await importedOrder(core, { number: 'A2', orderedOn: '2026-11-03', consultantId: 1, quantity: 5, customerName: '客', model: 'H7' });
    const { id, number } = await owner.client.gap.open({ ...orders, ownerId: 1 });
    const raised = await owner.client.gap.counter({ id, text: '加试驾车', ownerId: 1, dueOn: '2026-11-10', check: '看' });
    const wall = await wallOf(owner);
    expect(wall.store.map(({ key }) => key)).toEqual(['orders', 'leads']);
    const [line] = wall.store;
    expect(line?.cells.map(({ actual }) => actual).slice(8)).toEqual([null, 2, 5, null]);
    expect(line?.cells[9]).toMatchObject({ goal: 5, rate: 4_000, tone: 'behind', gapId: id });
    expect(line?.cells[10]).toMatchObject({ goal: 6, tone: 'onTrack', gapId: null });
    expect(line?.cells[11]).toMatchObject({ actual: null, missing: 'not-begun', tone: null });
    // Due by 18 November: October whole, 18 of 30 days of 6.
    expect(line).toMatchObject({ goalToDate: 9, rateToDate: 7_778, toneToDate: 'behind', yearGoal: 60 });
    expect(line?.toDate.value).toBe(7);
    expect(wall.people).toMatchObject([{ key: 'orders', name: '王总', who: { personId: 1 } }]);
    expect(wall.people[0]?.cells[9]).toMatchObject({ goal: 4, actual: 2, tone: 'behind' });
    const red = wall.red.find((one) => one.period === '2026-10' && one.who.level === 'store' && one.key === 'orders');
    expect(red).toMatchObject({ gapNumber: number, actions: [{ number: raised.number, ownerName: '王总', overdue: true }] });
    // Every cell's rows add up to it.
    for (const { actual, drill } of line?.cells ?? [])
      if (drill && actual !== null)
        expect((await owner.client.order.list({ filters: [...drill.filters] })).sums['quantity']).toBe(actual);
  }); // prettier-ignore

  it('says what the page of actuals says', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    await october(core);
    const wall = await wallOf(owner);
    for (const line of [...wall.store, ...wall.people])
      for (const { month, actual, goal: wanted, rate, tone } of line.cells) {
        const { rows } = await owner.client.indicator.figures({ period: month, who: line.who });
        const row = rows.find(({ key }) => key === line.key);
        expect([row?.actual.value, row?.goal, row?.rate, row?.tone], month).toEqual([
          actual,
          wanted,
          rate,
          tone,
        ]);
      }
  });

  it('reads the tree of goals in force, with its departments and people; other people’s lines go with their goals', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { goal: goals } = owner.client;
    const sales = await addRecords(core, departmentRecord, [newValues(departmentFields, { name: '销售部' })]);
    const person = await addRecords(core, personRecord, [newValues(personFields, { name: '安', departmentId: sales })]);
    const consultant = await personWindow(core, carrier, owner, '顾问', ['salesConsultant']);
    const plan = await goals.openDraft({ year: 2026, reason: '年度计划会' });
    const cell = (row: string, period: string, value: number, indicator = 'orders') => ({ indicator, row, period, value, seen: null });
    await goals.set({
      planId: plan.id,
      mode: 'bottomUp',
      cells: [
        cell(`d${sales}.p${person}`, '2026-10', 4),
        cell(`p${consultant.personId}`, '2026-10', 3),
        cell('store', '2026-10', 9_500, 'firstPassRate'),
      ],
    });
    const { version } = (await goals.grid({ year: 2026, indicators: ['orders'] })).plan ?? plan;
    await goals.enforce({ planId: plan.id, version, reason: '批准' });
    const goalOf = (line: WallLine | undefined) => line?.cells[9]?.goal;
    const wall = await wallOf(owner);
    expect(wall.store.map((line) => [line.key, goalOf(line), line.yearGoal])).toEqual([['orders', 7, 7], ['firstPassRate', 9_500, null]]);
    expect(wall.departments.map((line) => [line.name, goalOf(line)])).toEqual([['销售部', 4]]);
    expect(wall.people.map((line) => [line.name, goalOf(line)])).toEqual([['安', 4], ['顾问', 3]]);
    const own = await wallOf(consultant);
    expect(own.people.map(({ name }) => name)).toEqual(['顾问']);
    const other = { ...orders, who: { level: 'person', departmentId: null, personId: person } } as const;
    expect(await consultant.client.gap.analysis(other)).toMatchObject({ goal: null, actual: { missing: 'no-right' }, lastYear: null });
    expect((await consultant.client.gap.analysis(orders)).people.map(({ name }) => name)).not.toContain('安');
  }); // prettier-ignore

  it('is empty without goals, and of a year that is over stands at its end', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    expect(await wallOf(owner)).toMatchObject({
      store: [],
      departments: [],
      people: [],
      red: [],
      asOf: '2026-11-18',
    });
    expect(await wallOf(owner, 2025)).toMatchObject({ asOf: '2025-12-31', passedShare: 1 });
  });
});
