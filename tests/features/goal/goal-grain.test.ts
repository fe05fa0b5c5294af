import { describe, expect, it } from 'vitest';
import { readGoals } from '#electron/features/indicator/indicator.goals.ts';
import type { GoalGrid } from '#shared/features/goal/goal.contract.ts';
import { indicatorFields } from '#shared/features/indicator/indicator.fields.ts';
import { personFields } from '#shared/features/person/person.fields.ts';
import { carriers, openTestCore, ownerWindow, personWindow } from '#tests/support/core.ts';
import { newValues } from '#tests/support/records.ts';
import { cell, shown, team } from '#tests/support/goal.ts';
import { failure } from '#tests/support/refusal.ts';

describe.each(carriers)('weeks, days, own indicators and handing on over %s', (carrier) => {
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
});
