import { describe, expect, it } from 'vitest';
import { adoptGoals } from '#electron/features/goal/goal.adopt.ts';
import { readGoalTable } from '#electron/features/goal/goal.period.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import type { Core } from '#electron/core.ts';
import type { GoalGrid } from '#shared/features/goal/goal.contract.ts';
import { departmentFields } from '#shared/features/department/department.fields.ts';
import { calendarDayFields } from '#shared/features/calendar/calendar.fields.ts';
import { goalFields } from '#shared/features/goal/goal.fields.ts';
import { personFields } from '#shared/features/person/person.fields.ts';
import { ownerActor } from '#tests/support/actor.ts';
import { carriers, openTestCore, ownerWindow, personWindow, type Window } from '#tests/support/core.ts';
import { newValues } from '#tests/support/records.ts';
import { cell, shown, team } from '#tests/support/goal.ts';
import { failure } from '#tests/support/refusal.ts';

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
});

/** What a command of another feature would hand on. */
function inCommand(core: Core, work: (context: CommandContext) => Promise<void>): Promise<void> {
  return core.database.write((writer) =>
    work({
      writer,
      actor: ownerActor,
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
