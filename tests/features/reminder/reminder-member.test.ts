import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachOfMember, tierEnd, type MemberFacts } from '#shared/features/reminder/reminder-member.rules.ts';
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
