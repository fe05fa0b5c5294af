import { describe, expect, it } from 'vitest';
import { adoptGoals } from '#electron/features/goal/goal.adopt.ts';
import { readGoals } from '#electron/features/indicator/indicator.goals.ts';
import { readGoalTable } from '#electron/features/goal/goal.period.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import type { Core } from '#electron/core.ts';
import { totalAt, totalsOf } from '#shared/features/goal/goal-tree.rules.ts';
import { spanOf } from '#shared/features/goal/goal-period.rules.ts';
import type { GoalGrid } from '#shared/features/goal/goal.contract.ts';
import { departmentFields } from '#shared/features/department/department.fields.ts';
import { calendarDayFields } from '#shared/features/calendar/calendar.fields.ts';
import { indicatorFields } from '#shared/features/indicator/indicator.fields.ts';
import { goalFields } from '#shared/features/goal/goal.fields.ts';
import { cashBalanceFields, cashFields } from '#shared/features/cash/cash.fields.ts';
import { stockFields } from '#shared/features/stock/stock.fields.ts';
import { personFields } from '#shared/features/person/person.fields.ts';
import type { DeskErrorData } from '#shared/rpc/desk-error.ts';
import { errorData } from '#renderer/transport/client.ts';
import { carriers, openTestCore, ownerWindow, personWindow, type Window } from '#tests/support/core.ts';
import { importedOrder, newValues } from '#tests/support/records.ts';

const failure = (call: Promise<unknown>): Promise<DeskErrorData | undefined> =>
  call.then(() => undefined, errorData);

/** Total of a row and period in a grid; null: no goal. */
function shown(grid: GoalGrid, row: string, period: string, indicator = 'orders'): number | null {
  const sheet = grid.sheets.find((one) => one.indicator === indicator);
  const at = grid.rows.findIndex(({ key }) => key === row);
  const span = spanOf(period, grid.plan?.year ?? 0);
  if (!sheet || at < 0 || !span) throw new Error(`no ${row} ${period}`);
  const parents = grid.rows.map(({ parent }) => parent);
  return totalAt(totalsOf({ kind: 'sum', parents, own: sheet.given }), 'sum', { row: at, span });
}

/** A sales department led by 李经理 with two people, and a service department. */
async function team({ client }: Window): Promise<{ sales: number; service: number; people: number[] }> {
  const department = async (name: string): Promise<number> =>
    (await client.department.create({ values: newValues(departmentFields, { name }) })).id;
  const sales = await department('销售部');
  const service = await department('售后部');
  const people: number[] = [];
  for (const [name, leftOn] of [
    ['张三', null],
    ['李四', null],
    ['王五', '2026-06-15'],
  ] as const) {
    const values = newValues(personFields, { name, departmentId: sales, leftOn });
    people.push((await client.person.create({ values })).id);
  }
  return { sales, service, people };
}

const cell = (row: string, period: string, value: number | null, seen: number | null = null) => ({
  indicator: 'orders',
  row,
  period,
  value,
  seen,
});

describe.each(carriers)('goals over %s', (carrier) => {
  it('draft, year, months by working days, people, force; the meeting reads weeks and months of it', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    const { sales, service, people } = await team(owner);
    expect(await client.goal.grid({ year: 2026, indicators: ['orders'] })).toMatchObject({
      plan: null,
      rows: [],
    });
    const plan = await client.goal.openDraft({ year: 2026, reason: '年度计划会' });
    expect(plan).toMatchObject({ year: 2026, edition: 1, state: 'draft', createdBy: '王总' });
    expect(await failure(client.goal.openDraft({ year: 2026, reason: '再来' }))).toMatchObject({
      reason: 'goal-draft-exists',
    });
    const planId = plan.id;
    await client.goal.set({ planId, mode: 'topDown', cells: [cell('store', '2026', 1000)] });
    const grid = (): Promise<GoalGrid> => client.goal.grid({ year: 2026, indicators: ['orders'] });
    expect(shown(await grid(), 'store', '2026')).toBe(1000);
    expect(shown(await grid(), 'store', '2026-Q1')).not.toBeNull();

    const base = { planId, indicator: 'orders', row: 'store', period: '2026' } as const;
    const toRows = { ...base, over: 'rows', method: 'weights', deep: true } as const;
    const parts = [{ key: `d${sales}`, weight: 1 }];
    const preview = await client.goal.preview({ ...toRows, parts });
    expect(preview.lines).toEqual([
      { key: `d${sales}`, name: '销售部', share: 1000, weight: 10_000, before: 0, after: 1000 },
    ]);
    expect(shown(await grid(), `d${sales}`, '2026')).toBeNull();
    await client.goal.distribute({ ...toRows, parts });
    const after = await grid();
    expect(shown(after, `d${sales}`, '2026')).toBe(1000);
    const [zhang = 0, li = 0, wang = 0] = people.map((id) => shown(after, `d${sales}.p${id}`, '2026') ?? 0);
    expect(zhang + li + wang).toBe(1000);
    // Gone since 15 June: by working days half of a June, nothing after.
    expect(wang).toBeLessThan(zhang / 2);
    expect(shown(after, `d${sales}.p${people[2]}`, '2026-07') ?? 0).toBe(0);
    expect(shown(after, `d${service}`, '2026')).toBeNull();
    // One month off by at most one for people who are the same.
    expect(Math.abs(zhang - li)).toBeLessThanOrEqual(1);

    expect(await failure(client.goal.enforce({ planId, version: 9, reason: '执行' }))).toMatchObject({
      code: 'conflict',
    });
    const inForce = await client.goal.enforce({ planId, version: plan.version, reason: '总经理批准' });
    expect(inForce).toMatchObject({ state: 'inForce', inForceBy: '王总', reason: '总经理批准' });
    expect(
      await failure(client.goal.set({ planId, mode: 'topDown', cells: [cell('store', '2026', 1, 1000)] })),
    ).toMatchObject({ reason: 'goal-not-a-draft' });

    const pack = await client.meeting.pack({ week: '2026-W47' });
    const orders = pack.progress.find((line) => line.indicator === 'orders');
    const november = shown(await grid(), 'store', '2026-11') ?? 0;
    expect(orders?.monthGoal).toBe(november);
    // 21 working days in November without entries of the calendar, five in the week.
    expect(Math.abs((orders?.weekGoal ?? 0) - (november * 5) / 21)).toBeLessThan(3);
    const next = pack.plan.goals.filter((goal) => goal.indicator === 'orders');
    const store = next.find((goal) => goal.level === 'store');
    expect(next.filter((goal) => goal.level === 'person').reduce((sum, goal) => sum + goal.value, 0)).toBe(
      store?.value,
    );
    // A week's own record counts instead; a month's is refused.
    const record = { indicator: 'orders', periodKind: 'week', period: '2026-W47', value: 77 } as const;
    await client.goal.create({ values: newValues(goalFields, record) });
    const again = await client.meeting.pack({ week: '2026-W47' });
    expect(again.progress.find((line) => line.indicator === 'orders')?.weekGoal).toBe(77);
    expect(
      await failure(
        client.goal.create({
          values: newValues(goalFields, { ...record, periodKind: 'month', period: '2026-11' }),
        }),
      ),
    ).toMatchObject({ reason: 'goal-in-tree', params: { year: 2026 } });

    const draft = await client.goal.openDraft({ year: 2026, reason: '下半年调整' });
    expect(draft.edition).toBe(2);
    expect(shown(await grid(), 'store', '2026')).toBe(1000);
    await client.goal.discardDraft({ planId: draft.id, version: draft.version });
    expect((await grid()).plan?.id).toBe(planId);
  });

  it('locks, modes, pasted blocks and undo', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    const { sales, people } = await team(owner);
    const { id: planId } = await client.goal.openDraft({ year: 2026, reason: '试排' });
    const [zhang, li, wang] = people.map((id) => `d${sales}.p${id}`) as [string, string, string];
    const grid = (): Promise<GoalGrid> => client.goal.grid({ year: 2026, indicators: ['orders'] });
    const pasted = await client.goal.set({
      planId,
      mode: 'bottomUp',
      cells: [cell(zhang, '2026-01', 5), cell(li, '2026-01', 7), cell(`d${sales}`, '2026-01', 12)],
    });
    expect(pasted.changes).toHaveLength(2);
    expect(shown(await grid(), 'store', '2026')).toBe(12);
    // A sum that does not agree with its parts: nothing is written, the cell is told.
    const failed = await failure(
      client.goal.set({
        planId,
        mode: 'bottomUp',
        cells: [
          cell(zhang, '2026-02', 5),
          cell(li, '2026-02', 7),
          cell(`d${sales}`, '2026-02', 13),
          cell(wang, '2026-08', 3),
        ],
      }),
    );
    expect(failed).toEqual({
      code: 'invalid-input',
      issues: expect.arrayContaining([
        { field: 'cells.3.value', issue: 'goal-closed', params: { where: '王五 2026年8月', limit: '0' } },
        {
          field: 'cells.2.value',
          issue: 'goal-sum-differs',
          params: { where: '销售部 2026年2月', limit: '12' },
        },
      ]),
    });
    expect(shown(await grid(), zhang, '2026-02')).toBeNull();
    // Somebody changed it since: told, not overwritten.
    expect(
      await failure(client.goal.set({ planId, mode: 'bottomUp', cells: [cell(zhang, '2026-01', 6, 4)] })),
    ).toMatchObject({ code: 'conflict' });
    expect(
      await failure(client.goal.set({ planId, mode: 'bottomUp', cells: [cell('store', '2027-01', 6)] })),
    ).toMatchObject({ issues: [{ issue: 'goal-other-year', params: { year: 2026 } }] });

    await client.goal.lock({
      planId,
      locked: true,
      cells: [{ indicator: 'orders', row: `d${sales}`, period: '2026-01' }],
    });
    const moved = await client.goal.set({ planId, mode: 'bottomUp', cells: [cell(zhang, '2026-01', 6, 5)] });
    expect([shown(await grid(), li, '2026-01'), shown(await grid(), `d${sales}`, '2026-01')]).toEqual([
      6, 12,
    ]);
    expect(
      await failure(client.goal.set({ planId, mode: 'bottomUp', cells: [cell(zhang, '2026-01', 13, 6)] })),
    ).toMatchObject({
      issues: [{ issue: 'goal-lock-short', params: { where: '销售部 2026年1月', limit: '12' } }],
    });
    expect((await grid()).sheets[0]?.locks).toMatchObject([{ period: '2026-01', personName: '王总' }]);
    // Undo of the last change.
    const back = moved.changes.map(({ indicator, row, period, before, after }) => ({
      indicator,
      row,
      period,
      value: before,
      seen: after,
    }));
    await client.goal.takeBack({ planId, cells: back });
    expect([shown(await grid(), zhang, '2026-01'), shown(await grid(), li, '2026-01')]).toEqual([5, 7]);
    expect(await failure(client.goal.takeBack({ planId, cells: back }))).toMatchObject({ code: 'conflict' });
    await client.goal.lock({
      planId,
      locked: false,
      cells: [{ indicator: 'orders', row: `d${sales}`, period: '2026-01' }],
    });
    expect((await grid()).sheets[0]?.locks).toEqual([]);
  });

  it('weeks and days are set by hand, locked, taken back, and follow their month', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    const { sales, people } = await team(owner);
    const [zhang, li] = people.map((id) => `d${sales}.p${id}`) as [string, string];
    const { id: planId, version } = await client.goal.openDraft({ year: 2026, reason: '试排' });
    await client.goal.set({
      planId,
      mode: 'bottomUp',
      cells: [cell(zhang, '2026-11', 42), cell(li, '2026-11', 21)],
    });
    const ask = { year: 2026, indicators: ['orders'] };
    // Two units a day for the one, one for the other: 16 to 22 November is the week of the meeting.
    const week = '2026-11-W47';
    const done = await client.goal.set({ planId, mode: 'topDown', cells: [cell(`d${sales}`, week, 36, 15)] });
    const days = (await client.goal.grid(ask)).sheets[0]?.days ?? [];
    expect(days).toHaveLength(2);
    const inWeek = (amounts: readonly number[]): number =>
      amounts.slice(15, 22).reduce((all, one) => all + one, 0);
    expect(days.map(({ amounts }) => [amounts.reduce((all, one) => all + one, 0), inWeek(amounts)])).toEqual([
      [42, 24],
      [21, 12],
    ]);
    expect(shown(await client.goal.grid(ask), 'store', '2026-11')).toBe(63);
    // As somebody else saw it: told, not overwritten.
    expect(
      await failure(client.goal.set({ planId, mode: 'topDown', cells: [cell(`d${sales}`, week, 30, 15)] })),
    ).toMatchObject({ code: 'conflict' });
    expect(
      await failure(client.goal.set({ planId, mode: 'topDown', cells: [cell(zhang, week, 50, 24)] })),
    ).toEqual({
      code: 'invalid-input',
      issues: [
        {
          field: 'cells.0.value',
          issue: 'goal-over-month',
          params: { where: '张三 2026年11月第47周', limit: '42' },
        },
      ],
    });
    const place = { indicator: 'orders', row: zhang, period: week };
    await client.goal.lock({ planId, locked: true, cells: [place] });
    expect(
      await failure(client.goal.set({ planId, mode: 'bottomUp', cells: [cell(zhang, '2026-11-18', 9, 5)] })),
    ).toMatchObject({ issues: [{ issue: 'goal-locked', params: { where: '张三 2026年11月第47周' } }] });
    // The month follows down to what is locked in it.
    await client.goal.set({ planId, mode: 'bottomUp', cells: [cell(zhang, '2026-11', 30, 42)] });
    const after = (await client.goal.grid(ask)).sheets[0]?.days[0]?.amounts ?? [];
    expect([after.reduce((all, one) => all + one, 0), inWeek(after)]).toEqual([30, 24]);
    expect(
      await failure(client.goal.set({ planId, mode: 'bottomUp', cells: [cell(zhang, '2026-11', 20, 30)] })),
    ).toMatchObject({ issues: [{ issue: 'goal-below-locked', params: { limit: '24' } }] });
    const back = done.changes.map(({ days: own, before, after: now, ...one }) => ({
      ...one,
      value: before,
      seen: now,
      days: { value: own?.before ? [...own.before] : null, seen: own?.after ? [...own.after] : null },
    }));
    // Another month since: the undo is told, too.
    expect(await failure(client.goal.takeBack({ planId, cells: back }))).toMatchObject({ code: 'conflict' });
    await client.goal.lock({ planId, locked: false, cells: [place] });
    await client.goal.set({ planId, mode: 'bottomUp', cells: [cell(zhang, '2026-11', 42, 30)] });
    const now = (await client.goal.grid(ask)).sheets[0]?.days.map(({ amounts }) => [...amounts]) ?? [];
    const again = back.map((one, at) => ({ ...one, days: { value: null, seen: now[at] ?? null } }));
    const broken = again.map((one) => ({
      ...one,
      days: { ...one.days, value: one.days.seen?.with(0, 9) ?? null },
    }));
    expect(await failure(client.goal.takeBack({ planId, cells: broken }))).toMatchObject({
      issues: [{ field: 'cells.0.value', issue: 'goal-days-differ' }],
    });
    await client.goal.takeBack({ planId, cells: again });
    expect((await client.goal.grid(ask)).sheets[0]?.days).toEqual([]);
    await client.goal.set({ planId, mode: 'topDown', cells: [cell(zhang, week, 24, 10)] });
    await client.goal.enforce({ planId, version, reason: '执行' });
    const pack = await client.meeting.pack({ week: '2026-W47' });
    expect(pack.progress.find(({ indicator }) => indicator === 'orders')).toMatchObject({
      weekGoal: 29,
      monthGoal: 63,
    });
    // The next edition keeps the days.
    await client.goal.openDraft({ year: 2026, reason: '调整' });
    expect((await client.goal.grid(ask)).sheets[0]?.days).toHaveLength(1);
  });

  it('indicators of the store’s own and states have goals; what is not summed says so', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    const { sales } = await team(owner);
    const own = { unit: 'count', way: 'flow', source: '本店', validFrom: '2026-01-01' } as const;
    const made = await client.indicator.create({
      values: newValues(indicatorFields, { ...own, name: '试驾次数' }),
    });
    const { key } = (await client.indicator.get({ id: made.id })).record;
    const planned = await client.goal.openDraft({ year: 2026, reason: '试排' });
    const planId = planned.id;
    const indicators = [key, 'stockHeld', 'stockAgedShare'];
    const grid = (): Promise<GoalGrid> => client.goal.grid({ year: 2026, indicators });
    expect((await grid()).own).toEqual([
      { key, name: { 'zh-CN': '试驾次数', en: '试驾次数' }, unit: 'count', kind: 'sum' },
    ]);
    const set = (indicator: string, row: string, period: string, value: number, seen: number | null = null) =>
      client.goal.set({ planId, mode: 'topDown', cells: [{ ...cell(row, period, value, seen), indicator }] });
    await set(key, 'store', '2026', 240);
    await set('stockHeld', 'store', '2026', 60);
    await set('stockHeld', 'store', '2026-Q2', 75);
    await set('stockHeld', `d${sales}`, '2026-06', 20);
    expect((await grid()).sheets.map(({ indicator, kind, unit }) => [indicator, kind, unit])).toEqual([
      [key, 'sum', 'count'],
      ['stockHeld', 'state', 'count'],
      ['stockAgedShare', 'rate', 'rate'],
    ]);
    expect(shown(await grid(), 'store', '2026', key)).toBe(240);
    const stock = (await grid()).sheets[1]?.given ?? [];
    expect(stock.flatMap((value, at) => (value === null ? [] : [[at % 12, value]]))).toEqual([
      [5, 75],
      [11, 60],
      [5, 20],
    ]);
    const about = {
      planId,
      row: 'store',
      period: '2026',
      over: 'months',
      method: 'even',
      parts: [],
      deep: false,
    } as const;
    expect(await failure(client.goal.preview({ ...about, indicator: 'stockHeld', parts: [] }))).toMatchObject(
      {
        issues: [{ issue: 'goal-rate' }],
      },
    );
    expect(await failure(set('stockHeld', 'store', '2026-06-15', 5))).toMatchObject({
      issues: [{ field: 'cells.0.value', issue: 'goal-rate-days' }],
    });
    expect(await failure(set('testDrivesOfNobody', 'store', '2026', 5))).toMatchObject({
      issues: [{ issue: 'goal-unknown-indicator' }],
    });
    await client.goal.enforce({ planId, version: planned.version, reason: '执行' });
    const goals = await readGoals(core.database.reader, 2026);
    const store = { level: 'store', departmentId: null, personId: null } as const;
    expect(['2026', '2026-Q2', '2026-Q1'].map((period) => goals.of('stockHeld', period, store))).toEqual([
      60,
      75,
      null,
    ]);
    expect([goals.of(key, '2026', store), (goals.of(key, '2026-Q1', store) ?? 0) > 50]).toEqual([240, true]);
  });

  it('goals of who leaves or changes the department are handed on, of every indicator at once', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    const { sales, service, people } = await team(owner);
    const [zhang, li, wang] = people.map((id) => `d${sales}.p${id}`) as [string, string, string];
    const { id: planId } = await client.goal.openDraft({ year: 2026, reason: '试排' });
    const leads = (row: string, value: number) => ({ ...cell(row, '2026-03', value), indicator: 'leads' });
    await client.goal.set({
      planId,
      mode: 'bottomUp',
      cells: [
        ...['2026-02', '2026-03', '2026-04'].flatMap((month) => [
          cell(zhang, month, 5),
          cell(li, month, 4),
          cell(wang, month, 2),
        ]),
        leads(zhang, 30),
      ],
    });
    const id = people[0] ?? 0;
    const { record } = await client.person.get({ id });
    await client.person.update({
      id,
      version: record.version,
      values: newValues(personFields, { name: '张三', departmentId: service }),
    });
    const grid = (): Promise<GoalGrid> => client.goal.grid({ year: 2026, indicators: ['orders', 'leads'] });
    expect((await grid()).rows.find(({ key }) => key === zhang)?.nowIn).toBe('售后部');
    const moved = `d${service}.p${id}`;
    const hand = (to: string[], from = '2026-03', row = zhang) =>
      client.goal.handOn({ planId, row, from, to });
    expect(await failure(hand([zhang]))).toMatchObject({
      issues: [{ field: 'to.0', issue: 'goal-hand-on-itself' }],
    });
    expect(await failure(hand([wang], '2026-08'))).toMatchObject({
      issues: [{ issue: 'goal-nothing-to-hand-on' }],
    });
    expect(await failure(hand([wang], '2027-03'))).toMatchObject({ issues: [{ issue: 'goal-other-year' }] });
    const done = await hand([li, wang]);
    const after = await grid();
    expect([zhang, li, wang].map((row) => shown(after, row, '2026'))).toEqual([5, 19, 9]);
    expect(shown(await grid(), `d${sales}`, '2026-03')).toBe(11);
    expect(shown(await grid(), zhang, '2026-03', 'leads')).toBe(0);
    await client.goal.takeBack({
      planId,
      cells: done.changes.map(({ indicator, row, period, before, after }) => ({
        indicator,
        row,
        period,
        value: before,
        seen: after,
      })),
    });
    expect(shown(await grid(), zhang, '2026')).toBe(15);
    await hand([moved], '2026-04');
    expect([shown(await grid(), moved, '2026-04'), shown(await grid(), 'store', '2026-04')]).toEqual([5, 11]);
    const seller = await personWindow(core, carrier, owner, '钱顾问', ['salesConsultant']);
    expect(
      await failure(seller.client.goal.handOn({ planId, row: li, from: '2026-03', to: [wang] })),
    ).toMatchObject({
      code: 'forbidden',
    });
  });

  it('last year tells the pattern; without one it says so; channels add up to their row', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    const { sales, people } = await team(owner);
    const { id: planId } = await client.goal.openDraft({ year: 2026, reason: '试排' });
    await client.goal.set({ planId, mode: 'topDown', cells: [cell('store', '2026', 120)] });
    const base = {
      planId,
      indicator: 'orders',
      row: 'store',
      period: '2026',
      parts: [] as { key: string; weight: number }[],
    } as const;
    expect(await failure(client.goal.preview({ ...base, over: 'months', method: 'lastYear' }))).toMatchObject(
      { issues: [{ issue: 'goal-no-pattern', params: { year: 2025 } }] },
    );
    for (const [at, month, channel, by] of [
      [1, '03', 'showroom', 0],
      [2, '03', 'online', 0],
      [3, '09', 'showroom', 1],
    ] as const)
      await importedOrder(core, {
        number: `DD${at}`,
        orderedOn: `2025-${month}-10`,
        customerName: '客户',
        model: 'JH6',
        channel,
        consultantId: people[by] ?? null,
      });
    const months = await client.goal.distribute({ ...base, over: 'months', method: 'lastYear' });
    expect(months.lines.filter(({ after }) => after > 0).map(({ key, after }) => [key, after])).toEqual([
      ['2026-03', 80],
      ['2026-09', 40],
    ]);
    await client.goal.distribute({ ...base, over: 'rows', method: 'lastYear', deep: true });
    const grid = await client.goal.grid({ year: 2026, indicators: ['orders'] });
    const [zhang, li] = people.map((id) => `d${sales}.p${id}`) as [string, string, string];
    expect([shown(grid, zhang, '2026'), shown(grid, li, '2026')]).toEqual([80, 40]);
    const channels = await client.goal.distribute({
      ...base,
      row: zhang,
      period: '2026-03',
      over: 'channel',
      method: 'lastYear',
    });
    expect(channels.lines.map(({ name, after }) => [name, after])).toEqual([
      ['展厅', shown(grid, zhang, '2026-03') === 53 ? 27 : expect.any(Number)],
      [expect.any(String), expect.any(Number)],
    ]);
    const split = await client.goal.grid({ year: 2026, indicators: ['orders'] });
    expect(shown(split, zhang, '2026-03')).toBe(shown(grid, zhang, '2026-03'));
    expect(
      await failure(
        client.goal.preview({
          ...base,
          row: zhang,
          over: 'model',
          method: 'even',
          parts: [{ key: `${zhang}.model.JH6`, weight: 1 }],
        }),
      ),
    ).toMatchObject({ issues: [{ issue: 'goal-one-facet' }] });
    expect(await failure(client.goal.preview({ ...base, over: 'channel', method: 'even' }))).toMatchObject({
      issues: [{ issue: 'goal-facet-below' }],
    });
  });

  it('who may: everybody sees and promises own goals, a leader moves within the department', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    const { sales, people } = await team(owner);
    const leader = await personWindow(core, carrier, owner, '赵主管', ['salesConsultant']);
    const seller = await personWindow(core, carrier, owner, '钱顾问', ['salesConsultant']);
    const auditor = await personWindow(core, carrier, owner, '审计', ['auditor']);
    for (const id of [leader.personId, seller.personId]) {
      const { record } = await client.person.get({ id });
      await client.person.update({
        id,
        version: record.version,
        values: newValues(personFields, { name: record.name, departmentId: sales }),
      });
    }
    const { record } = await client.department.get({ id: sales });
    await client.department.update({
      id: sales,
      version: record.version,
      values: newValues(departmentFields, { name: '销售部', leaderId: leader.personId }),
    });
    const { id: planId, version } = await client.goal.openDraft({ year: 2026, reason: '试排' });
    const mine = `d${sales}.p${seller.personId}`;
    const other = `d${sales}.p${people[0]}`;
    await client.goal.set({
      planId,
      mode: 'bottomUp',
      cells: [cell(mine, '2026-03', 4), cell(other, '2026-03', 6)],
    });
    const ask = { year: 2026, indicators: ['orders'] };
    const seen = await seller.client.goal.grid(ask);
    expect(seen.rows.map(({ key }) => key)).toEqual([mine]);
    expect([seen.maySet, seen.mayPromise]).toEqual([[false], [true]]);
    expect((await auditor.client.goal.grid(ask)).rows[0]?.key).toBe('store');
    const led = await leader.client.goal.grid(ask);
    expect(led.rows[0]?.key).toBe(`d${sales}`);

    const set = (
      window: Window,
      row: string,
      value: number,
      seenValue: number,
      mode: 'topDown' | 'bottomUp',
    ) => window.client.goal.set({ planId, mode, cells: [cell(row, '2026-03', value, seenValue)] });
    expect(await failure(set(seller, mine, 1, 4, 'topDown'))).toMatchObject({ code: 'forbidden' });
    expect(await failure(set(auditor, mine, 1, 4, 'topDown'))).toMatchObject({ code: 'forbidden' });
    expect(await failure(set(leader, `d${sales}`, 1, 10, 'topDown'))).toMatchObject({ code: 'forbidden' });
    expect(await failure(set(leader, mine, 5, 4, 'bottomUp'))).toMatchObject({
      reason: 'goal-leader-keeps-total',
    });
    await set(leader, mine, 5, 4, 'topDown');
    const after = await client.goal.grid(ask);
    expect([shown(after, mine, '2026-03'), shown(after, other, '2026-03')]).toEqual([5, 5]);

    const promise = (window: Window, row: string, before: number | null = null) =>
      window.client.goal.promise({ planId, cells: [cell(row, '2026-03', 8, before)] });
    await promise(seller, mine);
    expect(await failure(promise(seller, other))).toMatchObject({ code: 'forbidden' });
    expect(await failure(promise(seller, mine))).toMatchObject({ code: 'conflict' });
    await client.goal.enforce({ planId, version, reason: '执行' });
    await promise(seller, mine, 8);
    const { rows, sheets } = await seller.client.goal.grid(ask);
    const at = rows.findIndex(({ key }) => key === mine);
    expect([sheets[0]?.promised[at * 12 + 2], sheets[0]?.given[at * 12 + 2]]).toEqual([8, 5]);
  });

  it('resources beside the goals of a month', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    const { sales, people } = await team(owner);
    for (let at = 0; at < 4; at += 1)
      await importedOrder(core, {
        number: `DD${at}`,
        orderedOn: '2026-09-10',
        customerName: '客户',
        model: 'JH6',
        quantity: 1,
        consultantId: people[at % 2] ?? null,
      });
    const { id: planId } = await client.goal.openDraft({ year: 2026, reason: '试排' });
    await client.goal.set({
      planId,
      mode: 'bottomUp',
      cells: [
        cell(`d${sales}.p${people[0]}`, '2026-12', 3),
        cell(`d${sales}.p${people[1]}`, '2026-12', 3),
        { ...cell('store', '2026-12', 4), indicator: 'deliveries' },
      ],
    });
    const { lines } = await client.goal.resources({ planId, month: '2026-12' });
    expect(lines).toEqual([
      {
        kind: 'people',
        departmentName: '销售部',
        indicator: 'orders',
        goal: 6,
        has: 2,
        needs: 3,
        each: 200,
        suffices: false,
      },
      {
        kind: 'stock',
        departmentName: null,
        indicator: 'deliveries',
        goal: 4,
        has: 0,
        needs: 4,
        each: null,
        suffices: false,
      },
    ]);

    // Two vehicles stand there, ¥300,000 each on average; the two that are missing cost ¥600,000, and ¥450,000 is there.
    for (const [vin, costFen] of [
      ['LFWSRXRJ7N1E12345', 28_000_000],
      ['LFWSRXRJ9N1E12346', 32_000_000],
    ] as const)
      await client.stock.create({
        values: newValues(stockFields, { vin, model: 'JH6', arrivedOn: '2026-11-01', costFen }),
      });
    const money = async () =>
      (await client.goal.resources({ planId, month: '2026-12' })).lines.filter(
        ({ kind }) => kind !== 'people',
      );
    const line = { departmentName: null, indicator: 'deliveries', goal: 4 } as const;
    const stock = { ...line, kind: 'stock', has: 2, needs: 4, each: null, suffices: false } as const;
    expect(await money()).toEqual([
      stock,
      // No account is registered: unknown, not nothing.
      { ...line, kind: 'money', has: null, needs: 60_000_000, each: 30_000_000, suffices: null },
    ]);
    const balance = { account: '基本户', openedOn: '2026-11-01', amountFen: 45_000_000 };
    await client.cashBalance.create({ values: newValues(cashBalanceFields, balance) });
    expect((await money())[1]).toMatchObject({ has: 45_000_000, needs: 60_000_000, suffices: false });
    await client.cash.create({
      values: newValues(cashFields, {
        account: '基本户',
        occurredOn: '2026-11-10',
        direction: 'in',
        amountFen: 15_000_000,
      }),
    });
    expect((await money())[1]).toMatchObject({ has: 60_000_000, suffices: true });
    // Who may not see stock and money sees neither; who leads a department sees its people.
    const seller = await personWindow(core, carrier, owner, '钱顾问', ['salesConsultant']);
    expect((await seller.client.goal.resources({ planId, month: '2026-12' })).lines).toEqual([]);
    expect(await failure(client.goal.resources({ planId, month: '2027-12' }))).toMatchObject({
      issues: [{ field: 'month', issue: 'goal-other-year' }],
    });
  });
});

/** What a command of another feature would hand on. */
function inCommand(core: Core, work: (context: CommandContext) => Promise<void>): Promise<void> {
  const actor = { personId: 1, name: '王总', roles: ['owner'], language: 'zh-CN', sessionKey: '' } as const;
  return core.database.write((writer) =>
    work({
      writer,
      actor,
      clock: core.clock,
      scope: 'all',
      signal: undefined,
      changed: () => undefined,
      tell: () => undefined,
      afterCommit: () => undefined,
    }),
  );
}

describe('for other features', () => {
  it('adopts a person’s months: promised first, given when confirmed; the table of a year tells', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, 'port');
    const { people } = await team(owner);
    const personId = people[0] ?? 0;
    const cells = [{ indicator: 'orders', period: '2026-03', value: 6 }];
    const goals = { personId, year: 2026, cells };
    await inCommand(core, (context) =>
      adoptGoals(context, goals, { confirmed: false, reason: '收入预期测算' }),
    );
    expect(await readGoalTable(core.database.reader, 2026, ['orders'])).toEqual([]);
    const { plan } = await owner.client.goal.grid({ year: 2026, indicators: ['orders'] });
    expect(plan).toMatchObject({ state: 'draft', reason: '收入预期测算' });
    await inCommand(core, (context) =>
      adoptGoals(context, goals, { confirmed: true, reason: '收入预期测算' }),
    );
    const table = await readGoalTable(core.database.reader, 2026, ['orders'], plan?.id);
    expect(table.map(({ kind, name, depth, year }) => [kind, name, depth, year])).toEqual([
      ['store', '', 0, 6],
      ['department', '销售部', 1, 6],
      ['person', '张三', 2, 6],
    ]);
    const gone = { personId: people[2] ?? 0, year: 2026, cells: [{ ...cells[0]!, period: '2026-08' }] };
    expect(
      await failure(
        inCommand(core, (context) => adoptGoals(context, gone, { confirmed: true, reason: '收入预期测算' })),
      ),
    ).toMatchObject({ issues: [{ field: 'cells.0.value', issue: 'goal-closed' }] });
  });

  it('weeks follow the holiday calendar', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, 'port');
    for (let day = 16; day <= 20; day += 1)
      await client.calendarDay.create({
        values: newValues(calendarDayFields, { day: `2026-11-${day}`, name: '停业', confirmed: true }),
      });
    const { id: planId, version } = await client.goal.openDraft({ year: 2026, reason: '试排' });
    await client.goal.set({ planId, mode: 'topDown', cells: [cell('store', '2026-11', 160)] });
    await client.goal.enforce({ planId, version, reason: '执行' });
    const pack = await client.meeting.pack({ week: '2026-W47' });
    const orders = pack.progress.find((line) => line.indicator === 'orders');
    expect([orders?.weekGoal, orders?.monthGoal]).toEqual([0, 160]);
  });
});
