import { describe, expect, it } from 'vitest';
import {
  mayCheck,
  missingForHandOver,
  pdiRefusal,
  pdiStandings,
  repairCheckRefusal,
  repeatRuleOn,
  type CheckDone,
  type PdiStanding,
  type RepairChecked,
  type RepeatRule,
} from '#shared/features/inspection/inspection.rules.ts';
import {
  byPromise,
  coverageOf,
  lacksOf,
  nextLevel,
  nextPdi,
  ofPresentRound,
  repairRound,
} from '#shared/features/inspection/inspection-work.rules.ts';
import { checkPurposes, type CheckPurpose } from '#shared/features/checklist/checklist.content.ts';
import { noAnswer, type ItemAnswer } from '#shared/features/checklist/checklist.rules.ts';
import { roles } from '#shared/rpc/rights.ts';
import { smallList } from '#tests/support/inspection.ts';

const done = (
  id: number,
  purpose: CheckPurpose,
  state: CheckDone['state'],
  given: Partial<CheckDone> = {},
): CheckDone => ({
  id,
  purpose,
  state,
  round: 1,
  finishedOn: state === 'passed' || state === 'failed' ? '2026-11-01' : null,
  signerId: state === 'passed' || state === 'failed' ? 7 : null,
  ...given,
});
const rule = (given: Partial<RepeatRule>): RepeatRule => ({
  purpose: 'arrival',
  vehicleKind: null,
  afterDays: 30,
  validFrom: '2020-01-01',
  validTo: null,
  ...given,
});

describe('posts', () => {
  it.each([
    ['arrival', 'owner manager inspector technician'],
    ['departure', 'owner manager inspector technician'],
    ['quality', 'owner manager inspector'],
    ['preparation', 'owner manager clerk inspector technician salesConsultant serviceAdviser'],
    ['ceremony', 'owner manager clerk salesConsultant serviceAdviser'],
    ['self', 'technician'],
    ['peer', 'manager technician'],
    ['final', 'inspector'],
  ] as const)('%s is carried out by %s', (purpose, posts) => {
    expect(roles.filter((role) => mayCheck([role], purpose))).toEqual(posts.split(' '));
  });

  it('nobody without a post, and never the auditor', () => {
    expect(
      checkPurposes.filter((purpose) => mayCheck([], purpose) || mayCheck(['auditor'], purpose)),
    ).toEqual([]);
  });
});

describe('repeat rules', () => {
  const rules = [
    rule({ afterDays: 30 }),
    rule({ afterDays: 20, validFrom: '2026-11-01' }),
    rule({ afterDays: 10, vehicleKind: 'trailer', validTo: '2026-12-31' }),
    rule({ afterDays: 5, purpose: 'quality' }),
  ];
  it.each([
    ['tractor', '2026-10-31', 30],
    ['tractor', '2026-11-01', 20], // first day of the later rule
    ['trailer', '2026-12-31', 10], // its last day
    ['trailer', '2027-01-01', 20],
    ['tractor', '2019-12-31', undefined],
  ] as const)('%s on %s: good for %s days', (kind, day, days) => {
    expect(repeatRuleOn(rules, 'arrival', kind, day)?.afterDays).toBe(days);
  });
});

describe('where the three PDI stand', () => {
  const standing = (checks: readonly CheckDone[], today: string): readonly string[] =>
    pdiStandings({ kind: 'tractor' }, checks, [rule({ afterDays: 30 })], today).map(({ state }) => state);

  it.each([
    [[], '2026-11-18', 'missing missing missing'],
    [[done(1, 'arrival', 'open')], '2026-11-18', 'open missing missing'],
    [[done(1, 'arrival', 'passed')], '2026-12-01', 'passed missing missing'], // day 30: still good
    [[done(1, 'arrival', 'passed')], '2026-12-02', 'expired missing missing'], // day 31
    [[done(1, 'arrival', 'passed'), done(2, 'arrival', 'failed')], '2026-11-18', 'failed missing missing'],
    [[done(1, 'arrival', 'failed'), done(2, 'arrival', 'passed')], '2026-11-18', 'passed missing missing'],
    [[done(1, 'arrival', 'passed'), done(2, 'arrival', 'void')], '2026-11-18', 'passed missing missing'],
    [[done(1, 'arrival', 'void')], '2026-11-18', 'missing missing missing'],
    [[done(1, 'departure', 'passed')], '2027-11-18', 'missing passed missing'], // no rule: counts for ever
    [[done(1, 'preparation', 'passed')], '2026-11-18', 'missing missing missing'],
  ] as const)('%j on %s: %s', (checks, today, expected) => {
    expect(standing(checks, today).join(' ')).toBe(expected);
  });

  it('tells the last good day', () => {
    const [arrival] = pdiStandings({ kind: 'car' }, [done(4, 'arrival', 'passed')], [rule({})], '2026-11-18');
    expect(arrival).toEqual({
      purpose: 'arrival',
      state: 'passed',
      inspectionId: 4,
      passedOn: '2026-11-01',
      goodUntil: '2026-12-01',
    });
  });
});

const standings = (...states: readonly PdiStanding['state'][]): readonly PdiStanding[] =>
  (['arrival', 'departure', 'quality'] as const).map((purpose, index) => ({
    purpose,
    state: states[index] ?? 'missing',
    inspectionId: null,
    passedOn: null,
    goodUntil: null,
  }));

describe('gates of the three PDI', () => {
  it.each([
    ['arrival', standings(), 1, null],
    ['departure', standings(), 1, 'check-arrival-first'],
    ['departure', standings('failed'), 1, 'check-arrival-first'],
    ['departure', standings('expired'), 1, 'check-arrival-first'],
    ['departure', standings('passed'), 1, null],
    ['quality', standings('passed'), 1, 'check-departure-first'],
    ['quality', standings('passed', 'expired'), 1, 'check-departure-first'],
    ['quality', standings('passed', 'passed'), 7, 'check-needs-other-person'],
    ['quality', standings('passed', 'passed'), 1, null],
    ['quality', standings('expired', 'passed'), 1, 'check-arrival-first'],
  ] as const)('%s at %j by %s: %s', (purpose, at, personId, refusal) => {
    expect(pdiRefusal(purpose, at, { personId, departureSignerId: 7 })).toBe(refusal);
  });

  it.each([
    [standings('passed', 'passed', 'passed'), ''],
    [standings('passed', 'passed', 'open'), 'quality'],
    [standings('passed', 'expired', 'failed'), 'departure quality'],
    [standings(), 'arrival departure quality'],
  ] as const)('%j lacks "%s" for the hand-over', (at, missing) => {
    expect(missingForHandOver(at).join(' ')).toBe(missing);
  });
});

describe('what a vehicle waits for', () => {
  it.each([
    [standings(), false, 'arrival new'],
    [standings('open'), false, 'arrival running'],
    [standings('expired', 'passed'), true, 'arrival expired'],
    [standings('passed'), false, null], // not promised: nothing hurries
    [standings('passed'), true, 'departure handOver'],
    [standings('passed', 'open'), false, 'departure running'],
    [standings('passed', 'failed'), false, 'departure failed'],
    [standings('passed', 'expired'), false, null],
    [standings('passed', 'expired'), true, 'departure expired'],
    [standings('passed', 'passed'), true, 'quality handOver'],
    [standings('passed', 'passed', 'failed'), false, 'quality failed'],
    [standings('passed', 'passed', 'passed'), true, null],
  ] as const)('%j, promised %s: %s', (at, isPromised, expected) => {
    const next = nextPdi(at, isPromised);
    expect(next && `${next.purpose} ${next.reason}`).toBe(expected);
  });

  it('is ordered by promise, then place', () => {
    const one = (
      key: string,
      promisedOn: string | null,
      place: string | null,
      promisedAt: string | null = null,
    ) => ({
      key,
      promisedOn,
      promisedAt,
      place,
    });
    const list = [
      one('a', null, 'A1'),
      one('b', '2026-11-20', null),
      one('c', '2026-11-19', 'B2'),
      one('d', '2026-11-19', 'A9'),
      one('e', null, null),
      one('f', '2026-11-19', 'Z1', '2026-11-19T09:30:00.000Z'),
      one('g', '2026-11-19', 'Z2', '2026-11-19T08:00:00.000Z'),
    ];
    expect(list.toSorted(byPromise).map(({ key }) => key)).toEqual(['g', 'f', 'd', 'c', 'b', 'a', 'e']);
  });
});

describe('three levels of a repair', () => {
  const repair = (given: Partial<RepairChecked>): RepairChecked => ({
    hasClass: true,
    technicianIds: [3],
    teamLeaderId: 4,
    partsStopped: false,
    reworkOpen: false,
    checks: [],
    ...given,
  });
  const self = done(1, 'self', 'passed', { signerId: 3 });
  const peer = done(2, 'peer', 'passed', { signerId: 4 });
  const final = done(3, 'final', 'passed', { signerId: 8 });
  const again = (technicianIds: readonly number[], ...checks: readonly CheckDone[]): RepairChecked =>
    repair({ technicianIds, checks });
  it.each([
    ['self', repair({ hasClass: false }), 3, 'technician', 'check-repair-class-missing'],
    ['self', repair({}), 3, 'technician', null],
    ['self', repair({}), 5, 'technician', 'check-not-the-technician'],
    ['self', repair({ technicianIds: [9] }), 9, 'inspector', 'check-not-your-post'],
    ['peer', repair({}), 4, 'technician', 'check-order'],
    ['peer', repair({ checks: [self] }), 4, 'technician', null],
    ['peer', repair({ checks: [self] }), 5, 'technician', 'check-not-the-team-leader'],
    ['peer', repair({ checks: [self], teamLeaderId: null }), 4, 'technician', 'check-team-leader-missing'],
    ['peer', repair({ checks: [self], teamLeaderId: 3 }), 3, 'technician', 'check-needs-other-person'],
    ['final', repair({ checks: [self] }), 8, 'inspector', 'check-order'],
    ['final', repair({ checks: [self, peer] }), 8, 'inspector', null],
    ['final', repair({ checks: [self, peer] }), 3, 'inspector', 'check-needs-other-person'],
    ['final', repair({ checks: [self, peer] }), 4, 'inspector', 'check-needs-other-person'],
    ['final', repair({ checks: [self, peer] }), 8, 'owner', 'check-not-your-post'],
    ['final', repair({ checks: [self, peer], partsStopped: true }), 8, 'inspector', 'check-parts-stopped'],
    ['final', repair({ checks: [self, { ...peer, state: 'failed' }] }), 8, 'inspector', 'check-order'],
    // Done again: not over a later level, and after a void by none of those who signed the others.
    ['self', repair({ checks: [self] }), 3, 'technician', null],
    ['self', repair({ checks: [self, peer] }), 3, 'technician', 'check-level-passed'],
    ['self', repair({ checks: [self, done(2, 'peer', 'open')] }), 3, 'technician', 'check-level-passed'],
    ['self', repair({ checks: [{ ...self, state: 'void' }, peer] }), 3, 'technician', null],
    ['self', again([3, 4], { ...self, state: 'void' }, peer), 4, 'technician', 'check-needs-other-person'],
    [
      'self',
      again([3, 8], { ...self, state: 'void' }, peer, final),
      8,
      'technician',
      'check-needs-other-person',
    ],
  ] as const)('%s of %j by %s as %s: %s', (purpose, order, id, role, refusal) => {
    expect(repairCheckRefusal(purpose, order, { id, roles: [role] })).toBe(refusal);
  });

  it('begins a round anew with self after every failed level', () => {
    const first = [self, done(2, 'peer', 'failed', { signerId: 4 })];
    expect([repairRound(first), nextLevel(first), ofPresentRound(first)]).toEqual([2, 'self', []]);
    const second = [
      ...first,
      done(3, 'self', 'passed', { round: 2 }),
      done(4, 'peer', 'passed', { round: 2 }),
    ];
    expect([repairRound(second), nextLevel(second), ofPresentRound(second).map(({ id }) => id)]).toEqual([
      2,
      'final',
      [3, 4],
    ]);
    expect(nextLevel([...second, done(5, 'final', 'passed', { round: 2 })])).toBeNull();
  });
});

describe('what a check lacks', () => {
  const given = (answers: Readonly<Record<string, Partial<ItemAnswer>>>) =>
    lacksOf(
      smallList,
      new Map(Object.entries(answers).map(([item, answer]) => [item, { ...noAnswer, ...answer }])),
    ).map(({ item, lack }) => `${item} ${lack}`);
  const good = {
    paint: { result: 'ok' },
    lamps: { result: 'notApplicable' },
    'tyre.pressure': { number: 8500 },
    certificate: { choice: 'here' },
  } as const;
  it.each([
    [{}, ['paint answer', 'lamps answer', 'tyre.pressure answer', 'certificate answer']],
    [good, []],
    [{ ...good, paint: { result: 'ng' } }, ['paint note']],
    [{ ...good, paint: { result: 'ng', note: ' ' } }, ['paint note']],
    [{ ...good, paint: { result: 'ng', note: '划伤' } }, []],
    [{ ...good, paint: { result: 'notApplicable' } }, ['paint answer']],
    [{ ...good, certificate: { choice: 'gone' } }, ['certificate answer']],
  ] as const)('%j: %j', (answers, lacks) => {
    expect(given(answers)).toEqual(lacks);
  });
});

describe('coverage', () => {
  const vehicle = (stockId: number, leftOn: string, checks: readonly CheckDone[]) => ({
    stockId,
    vin: `V${stockId}`,
    model: 'T7H',
    kind: 'tractor' as const,
    leftOn,
    checks,
  });
  const three = (day: string): readonly CheckDone[] =>
    (['arrival', 'departure', 'quality'] as const).map((purpose, index) =>
      done(index + 1, purpose, 'passed', { finishedOn: day }),
    );
  const span = { from: '2026-11-01', to: '2026-11-30' };

  it('is 100 % only when every vehicle had its three on the day it left, and names the others', () => {
    const vehicles = [
      vehicle(1, '2026-11-10', three('2026-11-10')), // signed on the very day
      vehicle(2, '2026-11-10', three('2026-11-11')), // signed the day after
      vehicle(3, '2026-11-12', three('2026-11-12').slice(0, 2)),
      vehicle(4, '2026-11-30', three('2026-10-01')), // arrival expired
    ];
    expect(coverageOf(vehicles, [rule({ afterDays: 30 })], span)).toEqual({
      ...span,
      handedOver: 4,
      covered: 1,
      rateBasisPoints: 2500,
      exceptions: [
        { stockId: 4, vin: 'V4', model: 'T7H', leftOn: '2026-11-30', missing: ['arrival'] },
        { stockId: 3, vin: 'V3', model: 'T7H', leftOn: '2026-11-12', missing: ['quality'] },
        {
          stockId: 2,
          vin: 'V2',
          model: 'T7H',
          leftOn: '2026-11-10',
          missing: ['arrival', 'departure', 'quality'],
        },
      ],
    });
  });

  it('says nothing when nothing left, and never rounds up to 100 %', () => {
    expect(coverageOf([], [], span).rateBasisPoints).toBeNull();
    const many = Array.from({ length: 20_001 }, (_, index) =>
      vehicle(index, '2026-11-10', index === 0 ? [] : three('2026-11-10')),
    );
    expect(coverageOf(many, [], span).rateBasisPoints).toBe(9999);
  });
});
