import { describe, expect, it } from 'vitest';
import {
  compareLines,
  daysOfRule,
  isMine,
  mayEnter,
  planOf,
  spoken,
  windowDays,
  type FollowUpRule,
  type MadeCall,
} from '#shared/features/follow-up/follow-up.rules.ts';

const rule = (id: number, dayAfter: number, given: Partial<FollowUpRule> = {}): FollowUpRule => ({
  id,
  dayAfter,
  repeatDays: null,
  untilDay: null,
  openDays: 5,
  validFrom: '2020-01-01',
  validTo: null,
  ...given,
});
const rules = [
  rule(1, 1),
  rule(2, 7, { openDays: 14 }),
  rule(3, 90, { repeatDays: 90, untilDay: 360, openDays: 30 }),
];
const delivered = '2026-11-01';
const call = (given: Partial<MadeCall>): MadeCall => ({
  ruleId: 1,
  dueOn: '2026-11-02',
  happenedOn: '2026-11-02',
  result: 'reached',
  nextOn: null,
  ...given,
});
const states = (today: string, calls: readonly MadeCall[] = [], of = rules): string =>
  planOf(of, delivered, calls, today)
    .slice(0, 3)
    .map(({ state }) => state)
    .join(' ');

describe('days of a rule', () => {
  it.each([
    [rule(1, 1), [1]],
    [rule(1, 90, { repeatDays: 90, untilDay: 360 }), [90, 180, 270, 360]],
    [rule(1, 90, { repeatDays: 90, untilDay: 359 }), [90, 180, 270]],
    [rule(1, 90, { repeatDays: 90, untilDay: 90 }), [90]],
    [rule(1, 90, { repeatDays: 90 }), [90]],
  ])('%j', (of, days) => expect(daysOfRule(of)).toEqual(days));

  it('calls can be open until the last day, its open days and the longest promise', () =>
    expect([windowDays(rules), windowDays([])]).toEqual([360 + 30 + 90, 90]));
});

describe('the plan of a delivery on 1 November', () => {
  it.each([
    ['2026-11-01', 'planned planned planned'],
    ['2026-11-02', 'due planned planned'],
    ['2026-11-03', 'late planned planned'],
    ['2026-11-07', 'late planned planned'], // five open days after the 2nd
    ['2026-11-08', 'missed due planned'], // the later one takes the place of the earlier
    ['2026-11-22', 'missed late planned'],
    ['2026-11-23', 'missed missed planned'],
    ['2027-01-30', 'missed missed due'],
  ])('without calls on %s: %s', (today, expected) => expect(states(today)).toBe(expected));

  it('ends a call that stood longer than its open days although no later one came', () => {
    const short = [rule(1, 1, { openDays: 2 }), rule(2, 7)];
    expect(['2026-11-04', '2026-11-05'].map((today) => states(today, [], short))).toEqual([
      'late planned',
      'missed planned',
    ]);
  });

  it.each([
    ['reached', 'done planned planned'],
    ['willing', 'done planned planned'],
    ['void', 'done planned planned'],
    ['notReached', 'late planned planned'],
    ['refused', 'done ended ended'],
  ] as const)('after a call that was %s: %s', (result, expected) =>
    expect(states('2026-11-03', [call({ result })])).toBe(expected),
  );

  it('counts attempts, tells the last, and is done by the one that reached', () => {
    const tries = [call({ result: 'notReached' }), call({ result: 'notReached', happenedOn: '2026-11-03' })];
    expect(planOf(rules, delivered, tries, '2026-11-03')[0]).toEqual({
      ruleId: 1,
      dueOn: '2026-11-02',
      callOn: '2026-11-02',
      state: 'late',
      attempts: 2,
      lastOn: '2026-11-03',
    });
    expect(states('2026-11-04', [...tries, call({ happenedOn: '2026-11-04' })])).toBe('done planned planned');
  });

  it.each([
    ['2026-11-04', 'planned planned planned'],
    ['2026-11-05', 'due planned planned'],
    ['2026-11-06', 'late planned planned'],
  ])('an agreed day goes before the rule’s: %s %s', (today, expected) =>
    expect(states(today, [call({ result: 'callAgain', nextOn: '2026-11-05' })])).toBe(expected),
  );

  it.each([
    ['2026-11-08', 'missed planned planned'], // day 7 waits for the day that the customer named
    ['2026-11-10', 'missed due planned'],
    ['2026-11-24', 'missed late planned'],
    ['2026-11-25', 'missed missed planned'],
  ])('an agreed day holds for the next call too: %s %s', (today, expected) =>
    expect(states(today, [call({ result: 'callAgain', nextOn: '2026-11-10' })])).toBe(expected),
  );

  it('a customer who refused is not called again, what was missed before stays missed', () => {
    const refused = call({ ruleId: 2, dueOn: '2026-11-08', happenedOn: '2026-11-08', result: 'refused' });
    expect(states('2027-02-01', [refused])).toBe('missed done ended');
  });

  it('a result is entered for what is open or was put off by the customer, not for what is to come', () => {
    const put = planOf(rules, delivered, [call({ result: 'callAgain', nextOn: '2026-11-05' })], '2026-11-03');
    expect(put.slice(0, 2).map((one) => mayEnter(one, '2026-11-03'))).toEqual([true, false]);
    const done = planOf(rules, delivered, [call({})], '2026-11-03');
    expect(done.slice(0, 2).map((one) => mayEnter(one, '2026-11-03'))).toEqual([false, false]);
  });

  it.each([
    [{ validFrom: '2026-11-01' }, 1],
    [{ validFrom: '2026-11-02' }, 0],
    [{ validTo: '2026-11-01' }, 1],
    [{ validTo: '2026-10-31' }, 0],
  ])('a rule counts by the day of delivery: %j', (given, count) =>
    expect(planOf([rule(1, 1, given)], delivered, [], '2026-11-02')).toHaveLength(count),
  );
});

it.each([
  ['what a person agreed is theirs', { caller: 'care', consultantId: 2, promisedById: 1 }, true],
  ['what another agreed is not', { caller: 'care', consultantId: 1, promisedById: 3 }, false],
  [
    'the own delivery where consultants call',
    { caller: 'consultant', consultantId: 1, promisedById: null },
    true,
  ],
  ['another’s delivery', { caller: 'consultant', consultantId: 2, promisedById: null }, false],
  ['customer care calls', { caller: 'care', consultantId: 2, promisedById: null }, true],
  [
    'care calls where no consultant is known',
    { caller: 'consultant', consultantId: null, promisedById: null },
    true,
  ],
] as const)('%s', (_what, line, expected) =>
  expect(isMine(line, { personId: 1, isCare: true })).toBe(expected),
);

it('the longest due comes first, what was tried today last', () => {
  const line = (orderId: number, callOn: string, lastOn: string | null = null) => ({
    orderId,
    callOn,
    lastOn,
  });
  const sorted = [
    line(1, '2026-11-03'),
    line(2, '2026-11-01', '2026-11-04'),
    line(3, '2026-11-02', '2026-11-03'),
    line(4, '2026-11-03'),
  ].sort((a, b) => compareLines(a, b, '2026-11-04'));
  expect(sorted.map(({ orderId }) => orderId)).toEqual([3, 1, 4, 2]);
});

it('a script speaks with names, as often as they stand in it', () =>
  expect(
    spoken('〔客户〕您好，我是〔门店〕的〔我〕。〔客户〕，〔车型〕好用吗？', {
      customer: '张三',
      model: 'A$&',
      me: '小李',
      store: '南岭',
    }),
  ).toBe('张三您好，我是南岭的小李。张三，A$&好用吗？'));
