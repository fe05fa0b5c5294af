import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  eachOfMember,
  tierEnd,
  tierEndOf,
  type MemberFacts,
} from '#shared/features/reminder/reminder-member.rules.ts';
import { reminderPlan, type ReminderRule } from '#shared/features/reminder/reminder-plan.rules.ts';
import { reminderKinds } from '#shared/features/reminder/reminder.fields.ts';
import { addDays, addMonths, dayFromNumber, dayNumber, type Day } from '#shared/kernel/day.ts';
import { carriers, openTestCore, ownerWindow, personWindow } from '#tests/support/core.ts';
import { newCustomer } from '#tests/support/records.ts';
import { reminderRule } from '#tests/support/reminder.ts';

const today = '2026-11-18';
const design = { pointFen: 2, tierFen: [0, 1000, 5000] };
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
  const tiers = { tierFen: [0, 1000, 5000], tierNames: ['普通', '银卡', '金卡'] };
  const on = (day: Day): number => dayNumber(day);
  const end = (facts: Partial<MemberFacts>) => {
    const found = tierEndOf({ joined: 0, lots: [], sales: [], ...facts }, tiers, on(today));
    return found && [dayFromNumber(found.lastDay), found.missingFen];
  };
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
    expect(end(facts)).toEqual(expected);
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
    const { tierFen } = design;
    const day = fc.integer({ min: -400, max: 5 });
    fc.assert(
      fc.property(fc.array(fc.tuple(day, fc.integer({ min: -800, max: 4000 })), { maxLength: 6 }), (sold) => {
        const sums = new Map<number, number>();
        for (const [ago, fen] of sold)
          sums.set(dayNumber(today) + ago, (sums.get(dayNumber(today) + ago) ?? 0) + fen);
        const sales = [...sums].toSorted((a, b) => a[0] - b[0]);
        const sumOn = (on: Day): number =>
          sales
            .filter(
              ([at]) =>
                at <= dayNumber(today) && at <= dayNumber(on) && dayFromNumber(at) > addMonths(on, -12),
            )
            .reduce((sum, [, fen]) => sum + fen, 0);
        const reached = tierFen.findLastIndex((from) => from <= sumOn(today));
        let expected: Day | null = null;
        if (reached > 0)
          for (let on = addDays(today, 1); on < '2028-01-01' && expected === null; on = addDays(on, 1))
            if (sumOn(on) < (tierFen[reached] ?? 0)) expected = addDays(on, -1);
        const found = tierEnd({ joined: 0, lots: [], sales }, tierFen, dayNumber(today));
        expect(found && dayFromNumber(found.lastDay)).toBe(expected);
      }),
      { numRuns: 60 },
    );
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
