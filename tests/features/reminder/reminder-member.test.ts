import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  eachOfMember,
  tierEnd,
  type MemberFacts,
  type Members,
} from '#shared/features/reminder/reminder-member.rules.ts';
import { shippedDesign } from '#shared/features/membership/membership.content.ts';
import { tierAfter } from '#shared/features/membership/membership-tier.rules.ts';
import { reminderPlan, type ReminderRule } from '#shared/features/reminder/reminder-plan.rules.ts';
import { reminderKinds } from '#shared/features/reminder/reminder.fields.ts';
import { addDays, dayFromNumber, dayNumber, type Day } from '#shared/kernel/day.ts';
import { fixedClock } from '#electron/kernel/clock.ts';
import { carriers, openTestCore, ownerWindow, password, personWindow } from '#tests/support/core.ts';
import { newCustomer } from '#tests/support/records.ts';
import { reminderRule } from '#tests/support/reminder.ts';

const today = '2026-11-18';
type Kept = readonly [keepFen: number | null, graceMonths: number];
const tiersOf = (silver: Kept = [null, 0], gold: Kept = [null, 0]): Members['tiers'] => [
  { name: '普通', fromFen: 0, keepFen: null, graceMonths: 0 },
  { name: '银卡', fromFen: 1000, keepFen: silver[0], graceMonths: silver[1] },
  { name: '金卡', fromFen: 5000, keepFen: gold[0], graceMonths: gold[1] },
];
const design = { pointFen: 2, tiers: tiersOf() };
/** The tier by sales as the membership itself reckons it. */
function tierOn(tiers: Members['tiers'], sales: MemberFacts['sales'], on: Day): string {
  const [lowest] = shippedDesign.tiers;
  if (!lowest) throw new Error('no tiers');
  const full = { tiers: tiers.map((tier) => ({ ...lowest, ...tier })) };
  return tierAfter(
    full,
    sales.map(([day, saleFen]) => ({ onDay: dayFromNumber(day), saleFen })),
    on,
  ).name;
}
const endOf = (facts: Partial<MemberFacts>, tiers: Members['tiers']): readonly [Day, number] | null => {
  const end = tierEnd({ joined: 0, lots: [], sales: [], ...facts }, tiers, dayNumber(today));
  return end && [dayFromNumber(end.lastDay), end.missingFen];
};
const lot = (kind: MemberFacts['lots'][number]['kind'], lastDay: Day, quantity: number) => ({
  kind,
  lastDay: dayNumber(lastDay),
  quantity,
});

/** What a member is told: kind, due day and amount. */
function told(facts: Partial<MemberFacts>, rules: readonly ReminderRule[], on: Day = today): unknown[] {
  const found: unknown[] = [];
  const all = { joined: dayNumber('2020-02-29'), lots: [], sales: [], ...facts };
  const day = dayNumber(on);
  eachOfMember(all, design, reminderPlan(rules, on), day, (kind, _rule, due, opens, ends, _basis, amount) => {
    if (opens <= day && day <= ends) found.push([reminderKinds[kind], dayFromNumber(due), amount]);
  });
  return found;
}

describe('a tier that was paid for', () => {
  const on = (day: Day): number => dayNumber(day);
  const silver = ['银卡', on('2026-01-10'), on('2027-01-09')] as const;
  it.each([
    ['ends with its last day', { paid: [silver] }, ['2027-01-09', 1000]],
    [
      'is carried on by its renewal, also by a higher one',
      { paid: [silver, ['金卡', on('2027-01-10'), on('2027-07-09')] as const] },
      ['2027-07-09', 1000],
    ],
    [
      'a later term with a gap carries nothing',
      { paid: [silver, ['银卡', on('2027-02-01'), on('2028-01-31')] as const] },
      ['2027-01-09', 1000],
    ],
    [
      'one that has ended or is not known counts for nothing',
      {
        paid: [
          ['银卡', on('2025-01-01'), on('2025-12-31')] as const,
          ['老卡', on('2026-01-01'), on('2027-12-31')] as const,
        ],
      },
      null,
    ],
    [
      'what was bought meanwhile is missing less',
      { paid: [silver], sales: [[on('2026-10-01'), 400]] as const },
      ['2027-01-09', 600],
    ],
    [
      'sales that still reach it afterwards decide',
      { paid: [silver], sales: [[on('2026-10-01'), 1200]] as const },
      ['2027-09-30', 1000],
    ],
    [
      'sales that reach more decide',
      { paid: [silver], sales: [[on('2025-12-01'), 6000]] as const },
      ['2026-11-30', 5000],
    ],
  ] as const)('%s', (_name, facts, expected) => {
    expect(endOf(facts, tiersOf())).toEqual(expected);
  });
  it.each([
    [
      'a fee gives no keep threshold: it is missing whole',
      tiersOf([600, 2]),
      [[on('2026-10-01'), 400]],
      ['2027-01-09', 600],
    ],
    [
      'what was reached is kept and has its grace',
      tiersOf([600, 2]),
      [[on('2026-02-01'), 1200]],
      ['2027-03-31', 600],
    ],
  ] as const)('%s', (_name, tiers, sales, expected) => {
    expect(endOf({ paid: [silver], sales }, tiers)).toEqual(expected);
  });
});

describe('a tier that is kept', () => {
  it.each([
    [
      'ends when the sales fall below its threshold',
      tiersOf(),
      [
        ['2025-12-01', 700],
        ['2026-05-10', 500],
      ],
      ['2026-11-30', 500],
    ],
    [
      'is kept at its keep threshold',
      tiersOf([500, 0]),
      [
        ['2025-12-01', 700],
        ['2026-05-10', 500],
      ],
      ['2027-05-09', 500],
    ],
    [
      'ends one fen below it',
      tiersOf([501, 0]),
      [
        ['2025-12-01', 700],
        ['2026-05-10', 500],
      ],
      ['2026-11-30', 1],
    ],
    [
      'ends with its months of grace',
      tiersOf([600, 2]),
      [
        ['2025-12-01', 700],
        ['2026-05-10', 500],
      ],
      ['2027-01-31', 100],
    ],
    [
      'has grace also without a keep threshold',
      tiersOf([null, 1]),
      [['2025-12-01', 1000]],
      ['2026-12-31', 1000],
    ],
    ['in its grace today', tiersOf([null, 2]), [['2025-10-18', 1000]], ['2026-12-17', 1000]],
    ['on the last day of its grace', tiersOf([null, 1]), [['2025-10-19', 1000]], [today, 1000]],
    ['the day after', tiersOf([null, 1]), [['2025-10-18', 1000]], null],
    [
      'is kept by a few sales for years',
      tiersOf([300, 0]),
      [
        ['2023-06-01', 1000],
        ['2024-05-20', 300],
        ['2025-05-10', 300],
        ['2026-05-01', 300],
      ],
      ['2027-04-30', 300],
    ],
    [
      'falls to the one below whose threshold is still reached',
      tiersOf([null, 0], [3000, 1]),
      [
        ['2025-12-01', 3500],
        ['2026-02-01', 2000],
      ],
      ['2026-12-31', 1000],
    ],
    ['grace that ends on a short month', tiersOf([null, 3]), [['2025-11-30', 1000]], ['2027-02-27', 1000]],
  ] as const)('%s', (_name, tiers, sold, expected) => {
    const sales = sold.map(([day, fen]) => [dayNumber(day), fen] as const);
    expect(endOf({ sales }, tiers)).toEqual(expected);
    const now = tierOn(tiers, sales, today);
    if (expected === null) return expect(now).toBe('普通');
    const [lastDay, missing] = expected;
    const after = addDays(lastDay, 1);
    expect([tierOn(tiers, sales, lastDay), tierOn(tiers, sales, after) === now]).toEqual([now, false]);
    // So much keeps it, a fen less does not.
    const more = (fen: number) => tierOn(tiers, [...sales, [dayNumber(lastDay), fen]], after);
    expect([more(missing) === now, more(missing - 1) === now]).toEqual([true, false]);
  });
});

describe('what members have and lose', () => {
  const points = reminderRule({ kind: 'memberPoints', everyMonths: null, leadDays: 30, minWorthFen: 300 });
  const rules = [
    points,
    reminderRule({ id: 2, kind: 'memberBonus', everyMonths: null, leadDays: 30 }),
    reminderRule({ id: 3, kind: 'memberUnits', everyMonths: null, leadDays: 30 }),
  ];
  it.each([
    ['expired yesterday', [lot('memberPoints', '2026-11-17', 900)], []],
    ['its last day is today', [lot('memberPoints', today, 900)], [['memberPoints', today, 1800]]],
    [
      'on the last day of the window',
      [lot('memberPoints', '2026-12-18', 150)],
      [['memberPoints', '2026-12-18', 300]],
    ],
    ['a day too early', [lot('memberPoints', '2026-12-19', 900)], []],
    ['not worth a call', [lot('memberPoints', today, 149)], []],
    [
      'small lots that are worth one together, by the first of them',
      [lot('memberPoints', '2026-12-10', 100), lot('memberPoints', '2026-12-01', 50)],
      [['memberPoints', '2026-12-01', 300]],
    ],
    [
      'each kind by itself',
      [lot('memberBonus', '2026-12-01', 5), lot('memberUnits', '2026-11-30', 9000)],
      [
        ['memberBonus', '2026-12-01', 5],
        ['memberUnits', '2026-11-30', 9000],
      ],
    ],
  ] as const)('%s', (_name, lots, expected) => {
    expect(told({ lots }, rules)).toEqual(expected);
  });

  it('who joined on a leap day is greeted on the last of February', () => {
    const yearly = [reminderRule({ kind: 'memberYears', leadDays: 0, openDays: 2 })];
    expect(told({}, yearly, '2027-02-28')).toEqual([['memberYears', '2027-02-28', null]]);
    expect([told({}, yearly, '2027-02-27'), told({}, yearly, '2027-03-03')]).toEqual([[], []]);
    expect(told({}, yearly, '2028-03-01')).toEqual([['memberYears', '2028-02-29', null]]);
  });

  it('the end of a tier is what looking at every coming day one by one finds', () => {
    const day = fc.integer({ min: -400, max: 5 });
    const kept = fc.tuple(fc.option(fc.integer({ min: 0, max: 1000 })), fc.integer({ min: 0, max: 3 }));
    let found = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(day, fc.integer({ min: -800, max: 4000 })), { maxLength: 6 }),
        kept,
        kept,
        (sold, silver, gold) => {
          const tiers = tiersOf(silver, gold);
          const sums = new Map<number, number>();
          for (const [ago, fen] of sold)
            sums.set(dayNumber(today) + ago, (sums.get(dayNumber(today) + ago) ?? 0) + fen);
          const sales = [...sums].toSorted((a, b) => a[0] - b[0]);
          const known = sales.filter(([at]) => at <= dayNumber(today));
          const place = (on: Day): number => tiers.findIndex(({ name }) => name === tierOn(tiers, known, on));
          const reached = place(today);
          let expected: Day | null = null;
          if (reached > 0)
            for (let on = addDays(today, 1); on < '2028-04-01' && expected === null; on = addDays(on, 1))
              if (place(on) < reached) expected = addDays(on, -1);
          if (expected !== null) found += 1;
          expect(endOf({ sales }, tiers)?.[0] ?? null).toBe(expected);
        },
      ),
      { numRuns: 60 },
    );
    expect(found).toBeGreaterThan(10);
  });
});

it.each(carriers)(
  'points, vouchers and bonus of the ledger come into the call list, over %s',
  async (carrier) => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    const care = await personWindow(core, carrier, owner, '周客服', ['customerCare']);
    const { id: customerId } = await client.customer.create({ values: newCustomer({ name: '张三' }) });
    const { id } = await client.membership.enrol({ customerId, note: null });
    const head = { id, note: null };
    const calls = async (): Promise<unknown> =>
      (await care.client.reminder.calls({ whose: 'all' })).lines.flatMap(({ reasons }) =>
        reasons.map(({ kind, dueOn }) => [kind, dueOn]),
      );
    expect(await calls()).toEqual([]);
    await client.membership.issue({
      ...head,
      receiptKey: 'v1',
      account: 'voucher',
      name: '保养券',
      times: 1,
      paidFen: 0,
      unitFen: 9900,
      expiresOn: '2026-11-30',
    });
    expect(await calls()).toEqual([['memberUnits', '2026-11-30']]);
    const { reasons, script } = await care.client.reminder.entry({ customerId });
    expect(reasons).toMatchObject([{ kind: 'memberUnits', vehicleId: null, basis: 'lots', amountFen: 9900 }]);
    expect(script).toMatchObject({ amountFen: 9900 });
    // Used: nothing is left to remind of.
    const [voucher] = (await client.membership.view({ id })).lots;
    await client.membership.use({ ...head, receiptKey: 'u1', lotId: voucher?.id ?? 0, times: 1 });
    expect(await calls()).toEqual([]);
  },
);

it('a tier in its grace comes into the list and to the call, as soon as a design gives one', async () => {
  const clock = fixedClock('2025-09-15T02:00:00.000Z');
  const core = await openTestCore({ clock });
  const owner = await ownerWindow(core, 'http');
  const { id: customerId } = await owner.client.customer.create({ values: newCustomer({ name: '张三' }) });
  const { id } = await owner.client.membership.enrol({ customerId, note: null });
  const { content } = await owner.client.membership.design({});
  const [, silver] = content.tiers;
  const saleFen = silver?.fromFen ?? 0;
  await owner.client.membership.earn({ id, note: null, receiptKey: 'e1', saleFen, listFen: null });
  clock.set(`${today}T02:00:00.000Z`);
  owner.token = (await owner.client.session.signIn({ login: '王总', password })).token;
  const { membership, reminder, reminderRule } = owner.client;
  const rule = (await reminderRule.list({ pageSize: 200 })).rows.find(({ kind }) => kind === 'memberTier');
  const ruleId = rule?.id ?? 0;
  const { after } = await reminderRule.preview({ id: ruleId });
  await reminderRule.switch({ id: ruleId, active: true, seen: after.reasons });
  const list = async () => (await reminder.calls({ whose: 'all' })).lines.flatMap(({ reasons }) => reasons);
  expect([(await membership.view({ id })).tier, await list()]).toEqual(['普通', []]);
  const tiers = content.tiers.map((tier) => (tier === silver ? { ...tier, graceMonths: 3 } : tier));
  await membership.saveDesign({ fromDay: today, content: { ...content, tiers }, note: null });
  expect((await membership.view({ id })).tier).toBe('银卡');
  expect(await list()).toMatchObject([{ kind: 'memberTier', dueOn: '2026-12-14' }]);
  const { reasons } = await reminder.entry({ customerId });
  expect(reasons).toMatchObject([{ kind: 'memberTier', dueOn: '2026-12-14', amountFen: saleFen }]);
});
