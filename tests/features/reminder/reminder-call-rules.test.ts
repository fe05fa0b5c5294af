import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  baysOf,
  callableFrom,
  careOf,
  followUpResultOf,
  groupOf,
  isReasonOpen,
  standingOf,
  usualTerms,
  type Capacity,
  type LastOfReason,
} from '#shared/features/reminder/reminder-call.rules.ts';
import { place, rowLength, rowOf } from '#shared/features/reminder/reminder-facts.ts';
import { callListOf, reasonKey, soonestReasons } from '#shared/features/reminder/reminder-list.rules.ts';
import { noMembers } from '#shared/features/reminder/reminder-member.rules.ts';
import { reminderPlan } from '#shared/features/reminder/reminder-plan.rules.ts';
import { callCodes, reminderKinds } from '#shared/features/reminder/reminder.fields.ts';
import { reminderRule } from '#tests/support/reminder.ts';

it('the results lie in the three groups of the rules, and in the results that indicators count', () => {
  expect(callCodes.map((code) => [code, groupOf(code), followUpResultOf(code)])).toEqual([
    ['willing', 'reached', 'willing'],
    ['booked', 'reached', 'willing'],
    ['mileageShort', 'reached', 'reached'],
    ['awayFromHere', 'reached', 'reached'],
    ['hungUp', 'notReached', 'notReached'],
    ['noSuchNumber', 'notReached', 'notReached'],
    ['poweredOff', 'notReached', 'notReached'],
    ['suspended', 'notReached', 'notReached'],
    ['noAnswer', 'notReached', 'notReached'],
    ['refused', 'void', 'refused'],
    ['transferred', 'void', 'void'],
    ['givenAway', 'void', 'void'],
    ['insuredElsewhere', 'void', 'void'],
  ]);
});

describe('when a customer may be called again', () => {
  const talk = { on: '2026-11-18', code: 'willing', reached: true, nextOn: null } as const;
  it.each([
    ['after a talk', {}, '2026-11-25'],
    ['after a talk about something else', { code: null }, '2026-11-25'],
    ['not answered', { code: 'noAnswer', reached: false }, '2026-11-19'],
    ['wrong number', { code: 'noSuchNumber', reached: false }, '2026-12-18'],
    ['suspended', { code: 'suspended', reached: false }, '2026-12-18'],
    ['agreed', { nextOn: '2026-11-20' }, '2026-11-20'],
  ] as const)('%s', (_name, given, day) => {
    expect(callableFrom({ ...talk, ...given }, usualTerms)).toBe(day);
  });
  it('at any time when there was no talk', () => expect(callableFrom(undefined, usualTerms)).toBeNull());
});

describe('whether a reason is called about again', () => {
  const last: LastOfReason = { on: '2026-11-01', code: 'willing', nextOn: null, dueOn: '2026-12-01' };
  it.each([
    ['within the days of repetition', {}, '2026-11-30', false],
    ['after them', {}, '2026-12-01', true],
    ['not reached: at once', { code: 'poweredOff' }, '2026-11-02', true],
    ['agreed for later', { nextOn: '2026-12-10' }, '2026-12-09', false],
    ['agreed for this day', { nextOn: '2026-12-10' }, '2026-12-10', true],
    ['refused in this period', { code: 'refused' }, '2027-06-01', false],
    ['refused in the period before', { code: 'refused', dueOn: '2025-12-01' }, '2026-12-01', true],
  ] as const)('%s', (_name, given, today, isOpen) => {
    expect(isReasonOpen({ ...last, ...given }, '2026-12-01', 30, today)).toBe(isOpen);
  });
});

it('customers stay with who called them, others are dealt out evenly', () => {
  expect([
    careOf(10, 7, [5, 7]),
    careOf(10, 3, [5, 7]),
    careOf(11, undefined, [5, 7]),
    careOf(1, 7, []),
  ]).toEqual([7, 5, 7, null]);
});

it('every reason has a key of its own', () => {
  const keys = new Set<number>();
  for (let id = 1; id < 40; id += 1)
    for (const kind of reminderKinds.keys()) keys.add(reasonKey(kind, id, 1)).add(reasonKey(kind, 0, id));
  // Kind 0 of a vehicle and of a customer differ as well.
  expect(keys.size).toBe(39 * reminderKinds.length * 2);
});

describe('bays', () => {
  const row = (id: number, given: Partial<Capacity>): Capacity => ({
    id,
    weekday: 'workday',
    fromHour: 8,
    toHour: 10,
    bays: 2,
    validFrom: '2020-01-01',
    validTo: null,
    ...given,
  });
  const rows = [
    row(1, {}),
    row(2, { weekday: 'saturday', bays: 1 }),
    row(3, { fromHour: 9, bays: 5, validFrom: '2026-11-19' }),
    row(4, { fromHour: 8, toHour: 9, bays: 0, validFrom: '2026-11-20', validTo: '2026-11-20' }),
  ];
  it.each([
    ['2026-11-18', [[8, 2], [9, 2]]],
    ['2026-11-18', [], 'holiday'],
    ['2026-11-18', [[8, 2], [9, 2]], 'working'],
    ['2026-11-21', [[8, 2], [9, 5]], 'working'],
    ['2026-11-22', [[8, 2], [9, 5]], 'working'],
    ['2026-11-22', [], 'holiday'],
    ['2026-11-19', [[8, 2], [9, 5]]],
    ['2026-11-20', [[9, 5]]],
    ['2026-11-21', [[8, 1], [9, 1]]],
    ['2026-11-22', []],
  ] as const)('on %s', (on, bays, kind?: 'holiday' | 'working') => expect([...baysOf(rows, on, kind)]).toEqual(bays)); // prettier-ignore
});

it('an appointment stands by its visit', () => {
  const booked = { onDay: '2026-11-18', state: 'booked' } as const;
  expect([
    standingOf(booked, false, '2026-11-21'),
    standingOf(booked, false, '2026-11-22'),
    standingOf(booked, true, '2026-11-22'),
    standingOf({ ...booked, state: 'cancelled' }, false, '2026-11-18'),
    standingOf({ ...booked, state: 'cancelled' }, true, '2026-11-18'),
  ]).toEqual(['coming', 'missed', 'came', 'cancelled', 'came']);
});

it('two hundred fleets of a thousand vehicles are two hundred entries with all their reasons', () => {
  const today = '2026-11-18';
  const one = rowOf({ inUse: true, kind: 'heavyTruck', stated: { annualTest: '2026-11-17' } });
  const rows = new Int32Array(200_000 * rowLength);
  for (let at = 0; at < 200_000; at += 1) {
    rows.set(one, at * rowLength);
    rows[at * rowLength + place.vehicleId] = at + 1;
    rows[at * rowLength + place.customerId] = (at % 200) + 1;
  }
  const list = callListOf(
    { rows, births: new Map(), members: noMembers },
    reminderPlan([reminderRule({ valueFen: 30_000 })], today),
    { silent: new Set([7]), reasons: new Map(), talks: new Map(), booked: new Set() },
    { today, terms: usualTerms, carePeople: [1, 2] },
  );
  expect(list.entries).toHaveLength(199);
  expect(new Set(list.entries.map(({ customerId }) => customerId)).size).toBe(199);
  for (const entry of list.entries) {
    expect(entry).toMatchObject({ reasonCount: 1000, valueFen: 30_000_000, kinds: 1 });
    const reasons = list.reasonsOf(entry);
    expect(reasons.map(({ vehicleId }) => vehicleId)).toEqual(
      Array.from({ length: 1000 }, (_, index) => index * 200 + entry.customerId),
    );
  }
});

it('the kinds of an entry and the name of a reason have room for all kinds', () => {
  expect(reminderKinds.length).toBeLessThan(32);
});

it('the soonest reasons are the first of all in the order of their days', () => {
  const reason = fc.record({
    due: fc.integer({ min: 0, max: 9 }),
    vehicleId: fc.integer({ min: 1, max: 99 }),
  });
  fc.assert(
    fc.property(fc.array(reason, { maxLength: 40 }), fc.integer({ min: 1, max: 5 }), (some, count) => {
      const reasons = some.map((one) => ({ ...one, kind: 0 }));
      const sorted = reasons.toSorted((a, b) => a.due - b.due);
      expect(soonestReasons(reasons, count)).toEqual(sorted.slice(0, count));
    }),
    { seed: 5 },
  );
});
