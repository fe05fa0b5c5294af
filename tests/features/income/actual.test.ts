import { describe, expect, it } from 'vitest';
import { postFields } from '#shared/features/post/post.fields.ts';
import { repairLineFields } from '#shared/features/repair/repair.fields.ts';
import type { PayContent } from '#shared/features/pay/pay.content.ts';
import { carriers, openTestCore, type Window } from '#tests/support/core.ts';
import { payStore, sellerPay, wish } from '#tests/support/income.ts';
import { importedRepair, newValues } from '#tests/support/records.ts';

const forbidden = { data: { code: 'forbidden' } };
const october = '2026-10';
const byAttainment: PayContent['coefficients'] = [
  { fromBasisPoints: 0, belowBasisPoints: 10_000, basisPoints: 5000 },
  { fromBasisPoints: 10_000, belowBasisPoints: null, basisPoints: 15_000 },
];

/** Gives a person a post with a rule of its own. */
async function paid(owner: Window, personId: number, name: string, content: PayContent): Promise<number> {
  const post = await owner.client.post.create({ values: newValues(postFields, { name }) });
  const { record } = await owner.client.person.get({ id: personId });
  const { id, version, createdAt: _c, updatedAt: _u, removedAt: _r, ...values } = record;
  await owner.client.person.update({ id, version, values: { ...values, postId: post.id } });
  const rule = { id: null, postId: post.id, fromMonth: '2026-01', toMonth: null, note: null };
  return (await owner.client.pay.save({ ...rule, content })).id;
}

describe.each(carriers)('pay by what was done, over %s', (carrier) => {
  it('seller, technician, manager and fixed post, to the fen, each seen by whom it concerns', async () => {
    const core = await openTestCore();
    const { owner, manager, other, consultant, colleague, departmentId } = await payStore(core, carrier);
    const actual = (window: Window, personId: number, month = october) =>
      window.client.income.actual({ personId, month });

    // Seller: six handed over in October, 6 × 800 + 2 % of 60,000 yuan insurance + base.
    const seller = await actual(consultant, consultant.personId);
    expect(seller).toMatchObject({ hundredths: 600, isRunning: false, goalUnits: null, untold: 0 });
    expect(seller.slip).toEqual({
      units: 6,
      lines: [
        { kind: 'base', amountFen: 300_000 },
        {
          kind: 'commission',
          amountFen: 480_000,
          parts: [{ from: 5, to: null, units: 6, rateFen: 80_000, amountFen: 480_000 }],
        },
        {
          kind: 'share',
          of: 'insurance',
          averageFen: null,
          onFen: 6_000_000,
          basisPoints: 200,
          amountFen: 120_000,
        },
      ],
      totalFen: 900_000,
      inKind: [],
    });
    expect((await actual(owner, consultant.personId)).slip).toEqual(seller.slip);
    expect((await actual(manager, consultant.personId)).slip).toEqual(seller.slip);
    for (const window of [other, colleague])
      await expect(actual(window, consultant.personId)).rejects.toMatchObject(forbidden);
    expect(await actual(consultant, consultant.personId, '2026-11')).toMatchObject({
      isRunning: true,
      hundredths: 0,
    });
    for (const month of ['2026-12', '2025-10'])
      await expect(actual(consultant, consultant.personId, month)).rejects.toMatchObject({
        data: { reason: 'income-actual-month' },
      });

    // Technician: hours of the lines, those without a name are the order's; a line without hours is told.
    await paid(owner, colleague.personId, '维修技师', {
      ...sellerPay,
      unit: 'hour',
      stepKind: 'above',
      steps: [
        { from: 1, to: 2, amountFen: 1001 },
        { from: 3, to: null, amountFen: 2000 },
      ],
      shares: [{ of: 'labour', basisPoints: 333 }],
    });
    const repair = await importedRepair(core, {
      number: 'WX1',
      type: 'general',
      state: 'handedOver',
      checkedInOn: '2026-10-03',
      handedOverOn: '2026-10-05',
      technicianId: colleague.personId,
      labourFen: 90_001,
    });
    const at = core.clock.now();
    const line = (hoursHundredths: number | null, technicianId: number | null, amountFen: number) => ({
      createdAt: at,
      updatedAt: at,
      removedAt: null,
      ...newValues(repairLineFields, {
        repairId: repair.id,
        name: '检修',
        hoursHundredths,
        technicianId,
        amountFen,
      }),
    });
    await core.database.write((writer) =>
      writer
        .insertInto('repairLine')
        .values([
          line(225, null, 50_001),
          line(110, colleague.personId, 30_000),
          line(null, null, 5000),
          line(900, consultant.personId, 5000),
        ])
        .execute(),
    );
    const technician = await actual(colleague, colleague.personId);
    expect(technician).toMatchObject({ hundredths: 335, untold: 1 });
    expect(technician.slip?.lines).toMatchObject([
      { kind: 'base', amountFen: 300_000 },
      {
        amountFen: 4702,
        parts: [
          { units: 2, amountFen: 2002 },
          { units: 1.35, amountFen: 2700 },
        ],
      },
      { kind: 'share', onFen: 85_001, amountFen: 2831 }, // 2,830.53
    ]);

    // Manager: what the department reached, by the department's goal; without a goal nothing is reckoned.
    const payId = await paid(owner, manager.personId, '销售经理', {
      ...sellerPay,
      scope: 'department',
      bonusFen: 200_000,
      steps: [{ from: 1, to: null, amountFen: 10_000 }],
      shares: [],
      coefficients: byAttainment,
    });
    expect(await actual(manager, manager.personId)).toMatchObject({
      hundredths: 600,
      goalUnits: null,
      slip: null,
    });
    const plan = await owner.client.goal.openDraft({ year: 2026, reason: '年度目标' });
    const goal = (row: string, value: number) => ({
      indicator: 'deliveries',
      row,
      period: october,
      value,
      seen: null,
    });
    await owner.client.goal.set({
      planId: plan.id,
      mode: 'bottomUp',
      cells: [
        goal(`d${departmentId}.p${consultant.personId}`, 4),
        goal(`d${departmentId}.p${colleague.personId}`, 2),
      ],
    });
    await owner.client.goal.enforce({ planId: plan.id, version: plan.version, reason: '年度目标' });
    const managed = await actual(manager, manager.personId);
    expect(managed).toMatchObject({ goalUnits: 6, rule: { id: payId } });
    // 3,000 + 6 × 100 + 2,000, the two of them once and a half.
    expect(managed.slip?.totalFen).toBe(300_000 + 90_000 + 300_000);
    await expect(actual(consultant, manager.personId)).rejects.toMatchObject(forbidden);
    const asked = { fromMonth: '2026-12', toMonth: '2026-12', what: { ...wish, goalUnits: 6 }, words: null };
    await expect(
      manager.client.income.propose({ personId: manager.personId, ...asked }),
    ).rejects.toMatchObject({ data: { reason: 'income-not-own' } });

    // Fixed post: the same whatever is done; and a rule with both is refused.
    const fixed: PayContent = { ...sellerPay, unit: 'fixed', steps: [], shares: [] };
    await paid(owner, other.personId, '出纳', fixed);
    expect((await actual(other, other.personId)).slip?.totalFen).toBe(300_000);
    await expect(paid(owner, other.personId, '会计', { ...fixed, bonusFen: 1 })).rejects.toMatchObject({
      data: { issues: [{ field: 'content.unit', issue: 'pay-fixed-variable' }] },
    });
  });

  it('what a post costs a month is the average of what its people earned, welfare in kind included', async () => {
    const core = await openTestCore();
    const { owner, manager, colleague } = await payStore(core, carrier);
    await paid(owner, colleague.personId, '库管', {
      ...sellerPay,
      unit: 'fixed',
      steps: [],
      shares: [],
      welfare: [{ name: '宿舍', amountFen: 60_000, inCash: false }],
    });
    // The consultant earned 3,000, 3,000 and 9,000 in August to October.
    expect(await owner.client.income.cost({})).toEqual([
      { postName: '销售顾问', fixedFen: 300_000, averageFen: 500_000, months: 3 },
      { postName: '库管', fixedFen: 360_000, averageFen: 360_000, months: 3 },
    ]);
    // The manager sees the post of the own department alone.
    expect((await manager.client.income.cost({})).map(({ postName }) => postName)).toEqual(['销售顾问']);
    await expect(colleague.client.income.cost({})).rejects.toMatchObject(forbidden);
  });

  it('hours that were agreed on are the goal of their months', async () => {
    const core = await openTestCore();
    const { owner, manager, colleague } = await payStore(core, carrier);
    const { personId } = colleague;
    await paid(owner, personId, '维修技师', {
      ...sellerPay,
      unit: 'hour',
      steps: [{ from: 1, to: null, amountFen: 5000 }],
      shares: [],
    });
    const months = { fromMonth: '2026-12', toMonth: '2026-12' };
    const { id } = await colleague.client.income.propose({ personId, ...months, what: wish, words: null });
    // Hours are no indicator of the goal tree: the agreement itself is kept.
    expect(await manager.client.income.confirm({ id, version: 1 })).toEqual({ goals: 0 });
    expect((await colleague.client.income.basis({ personId })).months[1]).toMatchObject({
      month: '2026-12',
      givenUnits: 100, // 8,000 wanted less 3,000 base at 50 an hour
    });
  });
});
