import { describe, expect, it } from 'vitest';
import { cashBalanceFields, cashFields } from '#shared/features/cash/cash.fields.ts';
import { stockFields } from '#shared/features/stock/stock.fields.ts';
import { carriers, openTestCore, ownerWindow, personWindow } from '#tests/support/core.ts';
import { importedOrder, newValues } from '#tests/support/records.ts';
import { cell, shown, team } from '#tests/support/goal.ts';
import { failure } from '#tests/support/refusal.ts';

describe.each(carriers)('spreading goals, and what they need, over %s', (carrier) => {
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
