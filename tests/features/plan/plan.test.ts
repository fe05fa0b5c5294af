import { describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { planBook } from '#electron/features/plan/plan.book.ts';
import { departmentFields } from '#shared/features/department/department.fields.ts';
import type { PayContent } from '#shared/features/pay/pay.content.ts';
import { postFields } from '#shared/features/post/post.fields.ts';
import {
  planParts,
  type PartChange,
  type PlanPart,
  type PlanPartContents,
} from '#shared/features/plan/plan.content.ts';
import { roles, type Role } from '#shared/rpc/rights.ts';
import { type DeskClient } from '#renderer/transport/client.ts';
import {
  carriers,
  openTestCore,
  ownerWindow,
  password,
  personWindow,
  testClock,
} from '#tests/support/core.ts';
import { fillSources } from '#tests/support/meeting.ts';
import { completePlan, putGoals } from '#tests/support/plan.ts';
import { newValues } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';

const changeOf = (part: PlanPart, parts: PlanPartContents): PartChange =>
  ({ part, content: parts[part] }) as PartChange; // the content of this part

async function writeAll(client: DeskClient, id: number, parts: PlanPartContents): Promise<void> {
  for (const part of planParts) {
    const { edits } = await client.plan.get({ id });
    await client.plan.savePart({ id, version: edits[part]?.version ?? 0, change: changeOf(part, parts) });
  }
}

describe.each(carriers)('a plan over %s', (carrier) => {
  it('goes from draft to approval, freezes, raises action items, and is revised into the next version', async () => {
    const clock = testClock();
    const core = await openTestCore({ clock });
    const owner = await ownerWindow(core, carrier);
    const manager = await personWindow(core, carrier, owner, '经理', ['manager']);
    const { plan } = manager.client;
    const { id, created } = await plan.open({ year: 2027 });
    expect([created, await plan.open({ year: 2027 })]).toEqual([true, { id, created: false }]);
    expect((await plan.get({ id })).issues.length).toBeGreaterThan(5);
    expect(await failure(plan.submit({ id }))).toMatchObject({
      code: 'rule-violated',
      reason: 'plan-incomplete',
    });

    await writeAll(manager.client, id, completePlan(manager.personId));
    expect((await plan.get({ id })).issues).toEqual([]);
    expect(await failure(owner.client.plan.approve({ id, secret: { password } }))).toMatchObject({
      reason: 'plan-not-submitted',
    });
    await plan.submit({ id });
    expect(
      await failure(plan.savePart({ id, version: 1, change: changeOf('pay', completePlan(1)) })),
    ).toMatchObject({
      reason: 'plan-not-draft',
    });
    await owner.client.plan.sendBack({ id, reason: '投资再算一遍' });
    expect(await plan.get({ id })).toMatchObject({ state: 'draft', returned: '投资再算一遍' });
    await plan.submit({ id });
    expect(await failure(owner.client.plan.approve({ id, secret: { password: 'wrong' } }))).toMatchObject({
      code: 'invalid-input',
    });
    const { actions } = await owner.client.plan.approve({ id, secret: { password } });
    expect(actions).toBe(5);

    const approved = await plan.get({ id });
    expect(approved).toMatchObject({
      state: 'approved',
      verdict: { state: 'valid', problems: [] },
      signatures: [{ personName: '王总', meaning: 'approve' }],
    });
    expect(approved.actions.map(({ number, state }) => [number, state])).toEqual(
      ['2026-A001', '2026-A002', '2026-A003', '2026-A004', '2026-A005'].map((number) => [number, 'open']),
    );
    const item = await owner.client.action.item({ id: approved.actions[0]!.actionId });
    expect(item).toMatchObject({ text: '每周走访两家车队', ownerName: '经理', dueOn: '2027-03-20' });

    const { id: next } = await plan.revise({ id, reason: '商务政策变了' });
    expect(await failure(plan.revise({ id, reason: '再来一次' }))).toMatchObject({
      reason: 'plan-open-edition',
    });
    const draft = await plan.get({ id: next });
    expect(draft.content.parts).toEqual(approved.content.parts);
    expect(draft.editions.map(({ edition, state, reason }) => [edition, state, reason])).toEqual([
      [2, 'draft', '商务政策变了'],
      [1, 'approved', null],
    ]);
    // Approved again: its measures have their items already.
    await plan.submit({ id: next });
    expect((await owner.client.plan.approve({ id: next, secret: { password } })).actions).toBe(0);
    expect((await plan.get({ id })).content.edition).toBe(1);
  });

  it('keeps two people in different parts apart, and tells who wrote in the same one', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const manager = await personWindow(core, carrier, owner, '经理', ['manager']);
    const { id } = await owner.client.plan.open({ year: 2027 });
    const parts = completePlan(1);
    await owner.client.plan.savePart({ id, version: 0, change: changeOf('market', parts) });
    await manager.client.plan.savePart({ id, version: 0, change: changeOf('pay', parts) });
    expect(
      await failure(manager.client.plan.savePart({ id, version: 0, change: changeOf('market', parts) })),
    ).toMatchObject({ code: 'conflict', by: '王总' });
    expect((await manager.client.plan.get({ id })).edits).toMatchObject({
      market: { version: 1, by: '王总' },
      pay: { version: 1, by: '经理' },
    });
  });

  it('throws away a draft that was never submitted, for the owner only, and nothing else; the audit keeps it', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const manager = await personWindow(core, carrier, owner, '经理', ['manager']);
    const { plan, audit } = owner.client;
    const { id } = await plan.open({ year: 2027 });
    await writeAll(owner.client, id, completePlan(1));
    expect(await failure(manager.client.plan.discard({ id }))).toMatchObject({ code: 'forbidden' });
    expect(await plan.discard({ id })).toEqual({ year: 2027 });
    expect(await plan.list({})).toEqual([]);
    expect(await failure(plan.get({ id }))).toMatchObject({ code: 'not-found', feature: 'plan' });
    expect((await audit.list({ pageSize: 1, call: 'plan.discard' })).rows).toMatchObject([
      { call: 'plan.discard', personName: '王总' },
    ]);

    const { id: next } = await plan.open({ year: 2027 });
    expect(next).toBeGreaterThan(id);
    await writeAll(owner.client, next, completePlan(1));
    await plan.submit({ id: next });
    expect(await failure(plan.discard({ id: next }))).toMatchObject({ reason: 'plan-not-draft' });
    await plan.sendBack({ id: next, reason: '再改' });
    expect(await failure(plan.discard({ id: next }))).toMatchObject({ reason: 'plan-was-submitted' });
    await plan.submit({ id: next });
    await plan.approve({ id: next, secret: { password } });
    expect(await failure(plan.discard({ id: next }))).toMatchObject({ reason: 'plan-not-draft' });
    // A revision that nobody submitted goes, the approved edition stays.
    const { id: revision } = await plan.revise({ id: next, reason: '重来' });
    await plan.discard({ id: revision });
    expect((await plan.list({})).map((one) => [one.id, one.state])).toEqual([[next, 'approved']]);
    expect((await plan.get({ id: next })).verdict.state).toBe('valid');
  });

  it('is found by year, name, pinyin and words, its newest edition once a year, for who may read it', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const seller = await personWindow(core, carrier, owner, '顾问', ['salesConsultant']);
    const { plan, search } = owner.client;
    const { id } = await plan.open({ year: 2027 });
    await writeAll(owner.client, id, completePlan(1));
    const hit = { feature: 'plan', id, title: '2027 年度经营计划', detail: '第 1 版 · 草稿' };
    for (const text of [
      '2027',
      '年度计划',
      'annual plan',
      'ndjh',
      '今年牵引车的份额',
      '北环卡车城',
      '夜间保养',
    ])
      expect([text, await search.find({ text })]).toEqual([text, [hit]]);
    for (const text of ['2026', 'paragraph', '100%', '_', '没有写过的话'])
      expect([text, await search.find({ text })]).toEqual([text, []]);
    expect(await seller.client.search.find({ text: '北环卡车城' })).toEqual([]);
    await plan.submit({ id });
    await plan.approve({ id, secret: { password } });
    const { id: next } = await plan.revise({ id, reason: '商务政策变了' });
    expect((await search.find({ text: '北环卡车城' })).map((one) => [one.id, one.detail])).toEqual([
      [next, '第 2 版 · 草稿'],
    ]);
  });

  it('refuses everybody without the right, cell by cell', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { id } = await owner.client.plan.open({ year: 2027 });
    const rights: Partial<Record<Role, string>> = { owner: 'rwa', manager: 'rw', clerk: 'rw', auditor: 'r' };
    for (const role of roles.filter((one) => one !== 'owner')) {
      const { client } = await personWindow(core, carrier, owner, role, [role]);
      const may = rights[role] ?? '';
      const codes = [
        await failure(client.plan.get({ id })),
        await failure(client.plan.submit({ id })),
        await failure(client.plan.sendBack({ id, reason: '退' })),
        await failure(client.plan.approve({ id, secret: { password } })),
        await failure(client.plan.discard({ id })),
      ].map((error) => (error?.code === 'forbidden' ? 'forbidden' : 'asked'));
      const cell = (right: string): string => (may.includes(right) ? 'asked' : 'forbidden');
      expect([role, codes]).toEqual([role, [cell('r'), cell('w'), cell('a'), cell('a'), cell('a')]]);
      if (!may.includes('r'))
        expect((await failure(client.plan.goalCard({ year: 2027, personId: 1 })))?.code).toBe('forbidden');
    }
  });
});

describe('what is signed', () => {
  const approvedPlan = async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, 'port');
    const { id } = await owner.client.plan.open({ year: 2027 });
    await writeAll(owner.client, id, completePlan(1));
    await owner.client.plan.submit({ id });
    await owner.client.plan.approve({ id, secret: { password } });
    return { core, client: owner.client, id };
  };

  it('cannot be changed by any statement of the program', async () => {
    const { core, id } = await approvedPlan();
    for (const statement of [
      `update plan set state = 'draft' where id = ${id}`,
      `update plan_part set content = '{}' where plan_id = ${id}`,
      `delete from plan_part where plan_id = ${id}`,
      `update plan_snapshot set content = '{}'`,
      `delete from plan_snapshot`,
    ])
      await expect(core.database.write((writer) => sql.raw(statement).execute(writer))).rejects.toThrow(
        'plan-approved',
      );
  });

  it.each([
    [
      'a row behind it',
      `update plan_part set content = replace(content, '牵引车', '自卸车') where part = 'market'`,
      ['content'],
    ],
    [
      'the frozen text',
      `update plan_snapshot set content = replace(content, '牵引车', '自卸车')`,
      ['content'],
    ],
    ['the signature', `update signature set person_name = '别人' where feature = 'plan'`, ['signature']],
  ])('is void once %s was changed behind the program', async (_name, statement, problems) => {
    const { core, client, id } = await approvedPlan();
    await core.database.write(async (writer) => {
      for (const trigger of ['plan_part_closed', 'plan_snapshot_closed'])
        await sql.raw(`drop trigger ${trigger}`).execute(writer);
      await sql.raw(statement).execute(writer);
    });
    expect((await client.plan.get({ id })).verdict).toEqual({ state: 'void', problems });
  });
});

describe('pay in the plan', () => {
  it('is shown to who may see it, counted for others, and signed whole', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, 'port');
    const { client } = owner;
    const manager = await personWindow(core, 'port', owner, '经理', ['manager']);
    const clerk = await personWindow(core, 'port', owner, '内勤', ['clerk']);
    const { id: led } = await client.department.create({
      values: newValues(departmentFields, { name: '销售部', leaderId: manager.personId }),
    });
    const content: PayContent = {
      unit: 'deal',
      baseFen: 400_000,
      stepKind: 'all',
      steps: [{ from: 1, to: null, amountFen: 80_000 }],
      shares: [{ of: 'insurance', basisPoints: 500 }],
      coefficients: [],
      coefficientOn: 'commission',
      capFen: null,
      welfare: [],
    };
    for (const [name, departmentId] of [
      ['销售顾问', led],
      ['服务顾问', null],
    ] as const) {
      const { id: postId } = await client.post.create({
        values: newValues(postFields, { name, departmentId }),
      });
      const months = { fromMonth: '2027-01', toMonth: null };
      await client.pay.save({ id: null, postId, ...months, content, note: null });
    }
    const { id } = await client.plan.open({ year: 2027 });
    const { edits } = await client.plan.get({ id });
    expect(edits).toEqual({});
    await writeAll(client, id, completePlan(1));
    await client.plan.submit({ id });
    await client.plan.approve({ id, secret: { password } });
    const seen = async (window: { client: DeskClient }) => {
      const { content: shown, hiddenPay, verdict } = await window.client.plan.get({ id });
      return [shown.pay.map(({ postName }) => postName), hiddenPay, verdict.state];
    };
    expect(await seen(owner)).toEqual([['销售顾问', '服务顾问'], 0, 'valid']);
    expect(await seen(manager)).toEqual([['销售顾问'], 1, 'valid']);
    expect(await seen(clerk)).toEqual([[], 2, 'valid']);
    const book = planBook(await clerk.client.plan.get({ id }), 'zh-CN', '2026-11-18T02:00:00.000Z');
    expect(JSON.stringify(book)).not.toContain('¥4,000.00');
    expect(JSON.stringify(book)).toContain('另有 2 条薪酬规则');
    expect(JSON.stringify(planBook(await client.plan.get({ id }), 'en', book.createdAt ?? ''))).toContain(
      'from 1 vehicles on ¥800.00',
    );
  });
});

describe('figures of the plan', () => {
  it('closing figures add up month by month to the rows of the store, beside the same days of the year before', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, 'port');
    await fillSources(
      core,
      { first: '2025-01-01', days: 680 },
      { orders: 200, repairs: 300, cash: 200, receivables: 50, leads: 100, stock: 5 },
    );
    await putGoals(client, 2026, { leads: Array.from({ length: 12 }, () => 10) });
    await putGoals(client, 2027, { orders: Array.from({ length: 12 }, (_, index) => index + 1) });
    const { id } = await client.plan.open({ year: 2027 });
    const { closing, goals } = (await client.plan.get({ id })).content;
    expect([closing.year, closing.until]).toEqual([2026, '2026-11-18']);
    const count = async (from: string, to: string): Promise<number> => {
      const { rows } = await sql<{ n: number }>`
        select count(*) as n from lead where removed_at is null and arrived_on between ${from} and ${to}`.execute(
        core.database.reader,
      );
      return rows[0]?.n ?? 0;
    };
    const leads = closing.lines.find(({ key }) => key === 'leads');
    expect(leads).toMatchObject({
      value: await count('2026-01-01', '2026-11-18'),
      lastYearToDate: await count('2025-01-01', '2025-11-18'),
      lastYear: await count('2025-01-01', '2025-12-31'),
      goal: 120,
    });
    for (const { months, value } of closing.lines) {
      expect(months.reduce<number>((sum, month) => sum + (month ?? 0), 0)).toBe(value);
      expect(months[11]).toBeNull();
    }
    const figures = await client.indicator.figures({
      period: '2026',
      who: { level: 'store', departmentId: null, personId: null },
    });
    const actual = new Map(figures.rows.map((row) => [row.key, row.actual.value]));
    expect(closing.others.length).toBeGreaterThan(10);
    expect(closing.others.map(({ key, value }) => [key, value])).toEqual(
      closing.others.map(({ key }) => [key, actual.get(key)]),
    );
    expect(goals).toEqual([
      {
        key: 'orders',
        unit: 'count',
        departmentId: null,
        department: null,
        year: 78,
        months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      },
    ]);
  });

  it('what no source supplied is unknown, never 0', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, 'port');
    const { id } = await client.plan.open({ year: 2027 });
    const { lines } = (await client.plan.get({ id })).content.closing;
    expect(
      lines.every(
        ({ value, lastYear, months }) =>
          value === null && lastYear === null && months.every((one) => one === null),
      ),
    ).toBe(true);
  });
});
