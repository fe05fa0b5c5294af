import '#electron/features/goal/goal.table.ts';
import { describe, expect, it } from 'vitest';
import type { Core } from '#electron/core.ts';
import { fixedClock } from '#electron/kernel/clock.ts';
import { carriers, openTestCore, type Window } from '#tests/support/core.ts';
import { payStore, sellerPay as content, wish as what } from '#tests/support/income.ts';

/** Goals in the tree: month, indicator, given, promised. */
async function goalsOf(core: Core, personId: number): Promise<unknown[][]> {
  const cells = await core.database.reader
    .selectFrom('goalCell')
    .select(['period', 'indicator', 'given', 'promised'])
    .where('personId', '=', personId)
    .where((where) => where.or([where('given', 'is not', null), where('promised', 'is not', null)]))
    .orderBy('period')
    .orderBy('indicator')
    .execute();
  return cells.map(({ period, indicator, given, promised }) => [period, indicator, given, promised]);
}

const forbidden = { data: { code: 'forbidden' } };
const refused = (reason: string) => ({ data: { code: 'rule-violated', reason } });

describe.each(carriers)('income calculator over %s', (carrier) => {
  it('wish, confirmation and goals, each seen by nobody but person, manager and owner', async () => {
    const core = await openTestCore();
    const { owner, manager, other, consultant, colleague, payId } = await payStore(core, carrier);
    const { personId } = consultant;
    const months = { fromMonth: '2026-12', toMonth: '2027-01' };

    const basis = await consultant.client.income.basis({ personId });
    expect(basis).toMatchObject({
      person: { id: personId, post: '销售顾问', isSelf: true },
      managerName: '李经理',
      mayAnswer: false,
      rules: [{ id: payId, edition: 1, content }],
      evidence: {
        deal: {
          from: '2026-08-01',
          to: '2026-10-31',
          ordered: 8,
          cancelled: 2,
          units: 6,
          leads: 12,
          calls: 0,
          visits: 10,
          testDrives: 5,
          sums: { insurance: 6_000_000 },
        },
        visit: { units: 0 },
      },
    });
    expect(basis.months[1]).toEqual({
      month: '2026-12',
      workingDays: 23,
      isCalendarKnown: true,
      payId,
      givenUnits: null,
    });

    // Rights, cell by cell.
    const asked = { personId, ...months, what };
    for (const window of [other, colleague]) {
      await expect(window.client.income.basis({ personId })).rejects.toMatchObject(forbidden);
      await expect(window.client.income.list({ personId })).rejects.toMatchObject(forbidden);
      await expect(window.client.income.print({ ...asked, format: 'pdf' })).rejects.toMatchObject(forbidden);
      await expect(window.client.income.propose({ ...asked, words: null })).rejects.toMatchObject(forbidden);
    }
    await expect(manager.client.income.propose({ ...asked, words: null })).rejects.toMatchObject(forbidden);
    expect((await manager.client.income.basis({ personId })).mayAnswer).toBe(true);
    expect((await owner.client.income.basis({ personId })).mayAnswer).toBe(true);
    const names = async (window: Window) => (await window.client.income.people({})).map(({ name }) => name);
    expect(await names(consultant)).toEqual(['小陈']);
    expect(await names(manager)).toEqual(['李经理', '小吴', '小陈']);
    expect(await names(other)).toEqual(['周经理']);
    expect(await names(owner)).toHaveLength(5);

    // 300,000 + 5 × (80,000 + 20,000) is the first to reach 800,000.
    const { id } = await consultant.client.income.propose({ ...asked, words: '年底冲一冲' });
    expect(await consultant.client.income.list({ personId })).toMatchObject([
      {
        id,
        state: 'proposed',
        units: 10,
        months: [
          { month: '2026-12', units: 5, incomeFen: 800_000 },
          { month: '2027-01', units: 5, incomeFen: 800_000 },
        ],
        wishFen: 800_000,
        words: '年底冲一冲',
        what,
      },
    ]);
    const waiting = async (window: Window) => (await window.client.income.waiting({})).map((wish) => wish.id);
    expect(await waiting(manager)).toEqual([id]);
    expect(await waiting(owner)).toEqual([id]);
    for (const window of [consultant, colleague, other]) expect(await waiting(window)).toEqual([]);
    const asSeen = { id, version: 1 };
    await expect(colleague.client.income.confirm(asSeen)).rejects.toMatchObject(forbidden);
    await expect(other.client.income.confirm(asSeen)).rejects.toMatchObject(forbidden);
    await expect(other.client.income.answer({ ...asSeen, units: [4, 4], words: null })).rejects.toMatchObject(
      forbidden,
    );
    await expect(consultant.client.income.accept(asSeen)).rejects.toMatchObject(
      refused('income-not-answered'),
    );
    await expect(colleague.client.income.withdraw(asSeen)).rejects.toMatchObject(forbidden);

    await expect(manager.client.income.answer({ ...asSeen, units: [6], words: null })).rejects.toMatchObject({
      data: { issues: [{ field: 'units', issue: 'income-months', params: { count: 2 } }] },
    });
    // The manager answers month by month, the person accepts; the figures become goals of both months, with the orders and leads it needs.
    await manager.client.income.answer({ ...asSeen, units: [6, 5], words: '有春节，前紧后松' });
    await expect(manager.client.income.confirm(asSeen)).rejects.toMatchObject({
      data: { code: 'conflict', feature: 'income', id },
    });
    expect(await waiting(consultant)).toEqual([id]);
    expect(await consultant.client.income.accept({ id, version: 2 })).toEqual({ goals: 6 });
    expect(await goalsOf(core, personId)).toEqual([
      ['2026-12', 'deliveries', 6, 6],
      ['2026-12', 'leads', 12, 12],
      ['2026-12', 'orders', 8, 8],
      ['2027-01', 'deliveries', 5, 5],
      ['2027-01', 'leads', 11, 11],
      ['2027-01', 'orders', 7, 7],
    ]);
    const [agreed] = await consultant.client.income.list({ personId });
    expect(agreed).toMatchObject({ state: 'confirmed', answerMonths: [6, 5], answerUnits: 11 });
    expect((await consultant.client.income.basis({ personId })).months[1]?.givenUnits).toBe(6);
    await expect(owner.client.income.confirm({ id, version: 3 })).rejects.toMatchObject(
      refused('income-not-waiting'),
    );

    // A second agreement changes the goals instead of doubling them, and the first gives way.
    const second = await consultant.client.income.propose({
      personId,
      fromMonth: '2026-12',
      toMonth: '2026-12',
      what,
      words: null,
    });
    expect(await manager.client.income.confirm({ id: second.id, version: 1 })).toEqual({ goals: 3 });
    expect((await goalsOf(core, personId)).map(([month, , given]) => [month, given])).toEqual([
      ['2026-12', 5],
      ['2026-12', 11],
      ['2026-12', 7],
      ['2027-01', 5],
      ['2027-01', 11],
      ['2027-01', 7],
    ]);
    expect((await consultant.client.income.list({ personId })).map(({ state }) => state)).toEqual([
      'confirmed',
      'replaced',
    ]);

    // The audit tells that something happened, never how much.
    const { rows: trail } = await owner.client.audit.list({ page: 1, pageSize: 100 });
    const told = JSON.stringify(
      trail.filter(({ call }) => call.startsWith('income.propose') || call.startsWith('pay.')),
    );
    expect(told).toContain('income');
    expect(told).not.toMatch(/800000|300000|80000/u);
  });

  it('says what cannot be reckoned', async () => {
    const core = await openTestCore();
    const { owner, manager, consultant, colleague, payId, postId } = await payStore(core, carrier);
    const ask = (window: Window & { personId: number }, given: object) =>
      window.client.income.propose({
        personId: window.personId,
        fromMonth: '2026-12',
        toMonth: '2026-12',
        what,
        words: null,
        ...given,
      });
    await expect(ask(manager, {})).rejects.toMatchObject(refused('income-no-rule'));
    await expect(ask(consultant, { fromMonth: '2026-10' })).rejects.toMatchObject(
      refused('income-past-month'),
    );
    await expect(ask(consultant, { toMonth: '2026-11' })).rejects.toMatchObject({
      data: { code: 'invalid-input' },
    });
    await expect(ask(consultant, { what: { ...what, rates: { fallOut: 10_000 } } })).rejects.toMatchObject({
      data: { issues: [{ field: 'what.rates.fallOut', issue: 'income-all-fall-out' }] },
    });
    await expect(ask(consultant, { what: { ...what, rates: { lead: 0 } } })).rejects.toMatchObject({
      data: { issues: [{ issue: 'income-rate-nothing' }] },
    });
    const later = { id: null, postId, content: { ...content, capFen: 100_000 }, note: null };
    await expect(
      owner.client.pay.save({ ...later, fromMonth: '2027-01', toMonth: null }),
    ).rejects.toMatchObject({
      data: { issues: [{ field: 'fromMonth', issue: 'pay-overlap-open', params: { from: '2026-01' } }] },
    });
    await owner.client.pay.save({
      id: payId,
      postId,
      fromMonth: '2026-01',
      toMonth: '2026-12',
      content,
      note: null,
    });
    const { id: laterId } = await owner.client.pay.save({ ...later, fromMonth: '2027-01', toMonth: null });
    // Each month by its own rule: that of January caps.
    await expect(ask(consultant, { toMonth: '2027-01' })).rejects.toMatchObject({
      data: { reason: 'income-unreachable', params: { month: '2027-01' } },
    });
    const change = (id: number, given: object) =>
      owner.client.pay.save({
        ...later,
        id,
        fromMonth: '2027-01',
        toMonth: null,
        content: { ...content, ...given },
      });
    const { id: visits } = await change(laterId, { unit: 'visit', shares: [] });
    await expect(ask(consultant, { toMonth: '2027-01' })).rejects.toMatchObject({
      data: { reason: 'income-rule-changes', params: { month: '2027-01' } },
    });
    // Attainment cannot be reckoned without a goal, and nothing is taken as 0; an assumption stands in.
    await change(visits, {
      coefficients: [{ fromBasisPoints: 0, belowBasisPoints: null, basisPoints: 9000 }],
    });
    const january = { fromMonth: '2027-01', toMonth: '2027-01' };
    await expect(ask(consultant, january)).rejects.toMatchObject(refused('income-missing'));
    await ask(consultant, { ...january, what: { ...what, goalUnits: 5 } });
    // Who has too few cases is reckoned by the post in the whole store.
    const { peers } = await colleague.client.income.basis({ personId: colleague.personId });
    expect(peers.deal).toMatchObject({ units: 6, averages: { insurance: 1_000_000 } });
    expect(peers.deal).not.toHaveProperty('sums');
    await ask(colleague, {});
  });

  it('a person who left is not offered, and a leader who left leads nobody', async () => {
    const core = await openTestCore();
    const { owner, manager, consultant } = await payStore(core, carrier);
    const leave = async (personId: number) => {
      const { record } = await owner.client.person.get({ id: personId });
      const { id, version, createdAt: _c, updatedAt: _u, removedAt: _r, ...values } = record;
      await owner.client.person.update({ id, version, values: { ...values, leftOn: '2026-11-17' } });
    };
    await leave(manager.personId);
    expect((await consultant.client.income.basis({ personId: consultant.personId })).managerName).toBeNull();
    const december = { fromMonth: '2026-12', toMonth: '2026-12' };
    const { id } = await consultant.client.income.propose({
      personId: consultant.personId,
      ...december,
      what,
      words: null,
    });
    await leave(consultant.personId);
    // Nothing is agreed on with who has left; the manager may still say no.
    const left = { data: { reason: 'income-left', params: { day: '2026-11-17' } } };
    await expect(owner.client.income.confirm({ id, version: 1 })).rejects.toMatchObject(left);
    expect(await goalsOf(core, consultant.personId)).toEqual([]);
    await owner.client.income.decline({ id, version: 1, reason: '已离职' });
    expect(await owner.client.income.list({ personId: consultant.personId })).toMatchObject([
      { state: 'declined', answerWords: '已离职' },
    ]);
    expect((await owner.client.income.people({})).map(({ name }) => name)).not.toContain('小陈');
  });
});

it('no with a reason, the same months twice, and a month that is over', async () => {
  const clock = fixedClock('2026-11-30T15:58:00.000Z'); // 23:58 in the store
  const core = await openTestCore({ clock });
  const { manager, consultant } = await payStore(core, 'port');
  const { personId } = consultant;
  const propose = async (months: { fromMonth: string; toMonth: string }) =>
    (await consultant.client.income.propose({ personId, ...months, what, words: null })).id;
  const states = async () =>
    (await consultant.client.income.list({ personId })).map((wish) => [wish.id, wish.state]);
  const december = { fromMonth: '2026-12', toMonth: '2026-12' };

  const first = await propose(december);
  await expect(manager.client.income.decline({ id: first, version: 1, reason: ' ' })).rejects.toMatchObject({
    data: { issues: [{ field: 'reason', issue: 'required' }] },
  });
  await expect(
    consultant.client.income.decline({ id: first, version: 1, reason: '我' }),
  ).rejects.toMatchObject(forbidden);
  await manager.client.income.decline({ id: first, version: 1, reason: '库存不够' });
  // The no stands on the person's desk, on nobody else's, until the person asks again.
  const waiting = async (window: Window) => (await window.client.income.waiting({})).map((wish) => wish.id);
  expect([await waiting(consultant), await waiting(manager)]).toEqual([[first], []]);
  const declined = { id: first, version: 2 };
  const done = refused('income-not-waiting');
  await expect(manager.client.income.confirm(declined)).rejects.toMatchObject(done);
  await expect(consultant.client.income.withdraw(declined)).rejects.toMatchObject(done);

  // Adopted twice: the first gives way and can no longer be confirmed.
  const second = await propose(december);
  const third = await propose({ fromMonth: '2026-11', toMonth: '2026-12' });
  expect([await waiting(consultant), await waiting(manager)]).toEqual([[], [third]]);
  expect(await states()).toEqual([
    [third, 'proposed'],
    [second, 'replaced'],
    [first, 'declined'],
  ]);
  await expect(manager.client.income.confirm({ id: second, version: 2 })).rejects.toMatchObject(
    refused('income-not-waiting'),
  );
  // November is over: it is not changed afterwards, neither by the manager's yes nor by the person's.
  clock.set('2026-11-30T16:02:00.000Z');
  await expect(manager.client.income.confirm({ id: third, version: 1 })).rejects.toMatchObject(
    refused('income-past-month'),
  );
  await manager.client.income.answer({ id: third, version: 1, units: [1, 4], words: null });
  await expect(consultant.client.income.accept({ id: third, version: 2 })).rejects.toMatchObject(
    refused('income-past-month'),
  );
  expect(await goalsOf(core, personId)).toEqual([]);
  await consultant.client.income.withdraw({ id: third, version: 2 });
  const fourth = await propose(december);
  await manager.client.income.confirm({ id: fourth, version: 1 });
  expect((await states())[0]).toEqual([fourth, 'confirmed']);
});

it('the manager’s figure is the goal in force, and the agreement changes it', async () => {
  const core = await openTestCore();
  const { owner, manager, consultant, departmentId } = await payStore(core, 'port');
  const { personId } = consultant;
  const plan = await owner.client.goal.openDraft({ year: 2026, reason: '年度目标' });
  const cell = {
    indicator: 'deliveries',
    row: `d${departmentId}.p${personId}`,
    period: '2026-12',
    value: 3,
    seen: null,
  };
  await owner.client.goal.set({ planId: plan.id, mode: 'bottomUp', cells: [cell] });
  await owner.client.goal.enforce({ planId: plan.id, version: plan.version, reason: '年度目标' });
  expect((await consultant.client.income.basis({ personId })).months[1]?.givenUnits).toBe(3);
  const month = { fromMonth: '2026-12', toMonth: '2026-12' };
  const { id } = await consultant.client.income.propose({ personId, ...month, what, words: null });
  await manager.client.income.confirm({ id, version: 1 });
  expect(await goalsOf(core, personId)).toContainEqual(['2026-12', 'deliveries', 5, 5]);
  expect((await consultant.client.income.basis({ personId })).months[1]?.givenUnits).toBe(5);
});
