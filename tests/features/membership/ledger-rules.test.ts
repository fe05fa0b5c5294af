import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bonusOf, pointsOf, shippedDesign, tierOf } from '#shared/features/membership/membership.content.ts';
import { cardNumberOf, normalCardNumber } from '#shared/features/membership/membership-card.rules.ts';
import {
  isRefusal,
  planExpire,
  planPay,
  planRedeem,
  planReturn,
  planReverse,
  planUse,
  pointsOfReturn,
  type Lot,
} from '#shared/features/membership/membership-ledger.rules.ts';
import { refundOf, type Prepaid } from '#shared/features/membership/membership-refund.rules.ts';
import { statementOf } from '#shared/features/membership/membership-statement.rules.ts';

const day = '2026-11-18';
const lot = (id: number, account: Lot['account'], rest: number, given: Partial<Lot> = {}): Lot => ({
  id,
  entryId: id,
  account,
  quantity: rest,
  rest,
  startsOn: '2026-01-01',
  expiresOn: null,
  name: null,
  paidFen: 0,
  unitFen: 0,
  ...given,
});

describe('points', () => {
  it('are spent oldest first, expired ones never, and never more than there are', () => {
    const lots = [
      lot(3, 'points', 50),
      lot(1, 'points', 30, { expiresOn: '2026-11-17' }),
      lot(2, 'points', 40, { expiresOn: day }),
    ];
    expect(planRedeem(lots, 60, day)).toMatchObject({
      moves: [
        { lotId: 2, quantity: -40 },
        { lotId: 3, quantity: -20 },
      ],
      amounts: { points: -60 },
    });
    expect(planRedeem(lots, 91, day)).toEqual({
      refused: 'membership-points-short',
      params: { points: 91, balance: 90 },
    });
    expect(planExpire(lots, day)).toMatchObject({ moves: [{ lotId: 1, quantity: -30 }] });
    expect(planExpire(lots.slice(0, 1), day)).toBeUndefined();
  });

  it('of a sale are whole, by the tier, and a return in parts takes back exactly all of them', () => {
    expect(pointsOf(12_345, { pointsPer100: 100 })).toBe(123);
    expect(tierOf(shippedDesign, -5).name).toBe('普通');
    expect(tierOf(shippedDesign, 999_999).name).toBe('普通');
    expect(tierOf(shippedDesign, 1_000_000).name).toBe('银卡');
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 0, max: 100_000 }),
        fc.array(fc.integer({ min: 1, max: 3_000_000 }), { maxLength: 6 }),
        (saleFen, points, parts) => {
          let done = { saleFen: 0, points: 0 };
          for (const wanted of [...parts, saleFen]) {
            const part = Math.min(wanted, saleFen - done.saleFen);
            const back = pointsOfReturn({ saleFen, points }, done, part);
            expect(back).toBeGreaterThanOrEqual(0);
            done = { saleFen: done.saleFen + part, points: done.points + back };
          }
          expect(done).toEqual({ saleFen, points });
        },
      ),
    );
  });

  it('of a return come from the sale first, then from others, and what is missing is told, never below zero', () => {
    const lots = [lot(1, 'points', 10), lot(2, 'points', 5, { quantity: 40 }), lot(3, 'points', 7)];
    expect(planReturn(lots, 2, 12, day)).toMatchObject({
      moves: [
        { lotId: 2, quantity: -5 },
        { lotId: 1, quantity: -7 },
      ],
      shortPoints: 0,
    });
    expect(planReturn(lots, 2, 40, day)).toMatchObject({ amounts: { points: -22 }, shortPoints: 18 });
  });
});

describe('stored value', () => {
  it('is paid from the oldest top-up by the shares of what is left, to the fen', () => {
    const lots = [
      lot(1, 'principal', 1000),
      lot(2, 'bonus', 100, { entryId: 1 }),
      lot(3, 'principal', 500, { entryId: 3 }),
    ];
    expect(planPay(lots, 1101, day)).toMatchObject({
      moves: [
        { lotId: 1, quantity: -1000 },
        { lotId: 2, quantity: -100 },
        { lotId: 3, quantity: -1 },
      ],
    });
    expect(planPay(lots, 333, day)).toMatchObject({ amounts: { principalFen: -302, bonusFen: -31 } });
    expect(planPay(lots, 1601, day)).toMatchObject({ refused: 'membership-money-short' });
  });

  it('is taken whole and never from less than there is, whatever the lots', () => {
    const pair = fc.record({
      principal: fc.integer({ min: 0, max: 900_000_000 }),
      bonus: fc.integer({ min: 0, max: 900_000_000 }),
    });
    fc.assert(
      fc.property(
        fc.array(pair, { maxLength: 5 }),
        fc.double({ min: 0, max: 1.2, noNaN: true }),
        (pairs, share) => {
          const lots = pairs.flatMap(({ principal, bonus }, at) => [
            lot(at * 2 + 1, 'principal', principal, { entryId: at + 1 }),
            lot(at * 2 + 2, 'bonus', bonus, { entryId: at + 1 }),
          ]);
          const total = lots.reduce((sum, { rest }) => sum + rest, 0);
          const amount = Math.floor(total * share);
          const plan = planPay(lots, amount, day);
          expect(isRefusal(plan)).toBe(amount > total);
          if (isRefusal(plan)) return;
          expect(plan.amounts.principalFen + plan.amounts.bonusFen).toBe(0 - amount);
          for (const { lotId, quantity } of plan.moves) {
            expect(quantity).toBeLessThan(0);
            expect(-quantity).toBeLessThanOrEqual(lots.find(({ id }) => id === lotId)?.rest ?? -1);
          }
        },
      ),
    );
  });
});

it('vouchers and packages say why they cannot be used', () => {
  const lots = [
    lot(1, 'voucher', 1, { name: '洗车券', expiresOn: '2026-11-17' }),
    lot(2, 'package', 2, { name: '保养套餐', quantity: 5 }),
    lot(3, 'pass', 1, { name: '年卡', startsOn: '2026-12-01', expiresOn: '2027-11-30' }),
  ];
  const reasons = [
    planUse(lots, 1, 1, day),
    planUse(lots, 2, 3, day),
    planUse(lots, 3, 1, day),
    planUse(lots, 9, 1, day),
  ].map((plan) => (isRefusal(plan) ? plan.refused : ''));
  expect(reasons).toEqual([
    'membership-lot-expired',
    'membership-units-short',
    'membership-lot-not-yet',
    'membership-no-such-lot',
  ]);
  expect(planUse(lots, 2, 2, day)).toMatchObject({ amounts: { units: -2 } });
  expect(planUse(lots, 3, 1, '2026-12-01')).toMatchObject({ moves: [], amounts: { units: 0 } });
});

it('a reversal gives back what was spent and takes what was made, if it is whole', () => {
  const lots = [lot(1, 'points', 4, { quantity: 10 }), lot(2, 'points', 6)];
  expect(planReverse(lots, 9, [{ lotId: 1, quantity: -6 }])).toMatchObject({ amounts: { points: 6 } });
  expect(planReverse(lots, 2, [])).toMatchObject({ amounts: { points: -6 } });
  expect(planReverse(lots, 1, [])).toEqual({ refused: 'membership-lot-used' });
});

it('the numbers of cards count up and refuse one wrong digit', () => {
  expect(cardNumberOf(1)).toBe('M00000018');
  expect(normalCardNumber(' m0000 0018')).toBe('M00000018');
  for (let at = 1; at < 9; at += 1)
    for (let digit = 0; digit < 10; digit += 1) {
      const text = `${'M00000018'.slice(0, at)}${digit}${'M00000018'.slice(at + 1)}`;
      expect(normalCardNumber(text)).toBe(text === 'M00000018' ? text : undefined);
    }
});

it('a top-up has the bonus of the highest step', () => {
  expect([499_999, 500_000, 2_000_001].map((fen) => bonusOf(shippedDesign, fen))).toEqual([
    0, 25_000, 160_000,
  ]);
});

describe('refund (domain rules §7)', () => {
  const topUp: Prepaid = {
    entryId: 1,
    kind: 'storedValue',
    name: null,
    paidOn: '2026-10-01',
    paidFen: 100_000,
    bonusFen: 10_000,
    usedFen: 55_000,
    usedPaidFen: 50_000,
    usedListFen: 66_000,
    times: 1,
    usedTimes: 0,
    unitFen: 0,
    startsOn: '2026-10-01',
    expiresOn: null,
  };
  const pack: Prepaid = {
    ...topUp,
    kind: 'package',
    name: '保养套餐',
    paidFen: 90_000,
    bonusFen: 0,
    usedFen: 0,
    usedListFen: 0,
    times: 3,
    usedTimes: 1,
    unitFen: 40_000,
  };
  const year: Prepaid = {
    ...pack,
    kind: 'pass',
    times: 1,
    usedTimes: 0,
    startsOn: '2026-10-01',
    expiresOn: '2026-12-29',
  };
  const last7 = { paidOn: '2026-11-11', startsOn: '2026-11-11', expiresOn: '2027-02-08' };
  it.each([
    // paid − used × paid ÷ (paid + bonus)
    ['the store, stored value', topUp, 'store', 50_000],
    ['the member, stored value at list price', topUp, 'member', 40_000],
    [
      'within 7 days and unused',
      { ...topUp, paidOn: '2026-11-11', usedFen: 0, usedPaidFen: 0, usedListFen: 0 },
      'member',
      100_000,
    ],
    ['the store, one of three times', pack, 'store', 60_000],
    ['the member, one time at list price', pack, 'member', 50_000],
    ['the member, more used than paid', { ...pack, usedTimes: 3 }, 'member', 0],
    // 90 days, 48 gone on the 49th
    ['a pass by the time left', year, 'store', 42_000],
    ['within 7 days, but used', { ...topUp, paidOn: '2026-11-15' }, 'store', 50_000],
    [
      'without bonus, the store',
      { ...topUp, bonusFen: 0, usedFen: 30_000, usedPaidFen: 30_000 },
      'store',
      70_000,
    ],
    ['without bonus, the member', { ...topUp, bonusFen: 0, usedListFen: 40_000 }, 'member', 60_000],
    ['the store, all times used', { ...pack, usedTimes: 3 }, 'store', 0],
    ['a pass of 7 days ago, not used', { ...year, ...last7 }, 'member', 90_000],
    ['a pass of 7 days ago, used', { ...year, ...last7, usedTimes: 1 }, 'member', 83_000],
    ['a pass of 8 days ago', { ...year, startsOn: '2026-11-10', expiresOn: '2027-02-07' }, 'member', 82_000],
    [
      'a pass that has not begun',
      { ...year, startsOn: '2026-12-01', expiresOn: '2027-02-28' },
      'store',
      90_000,
    ],
    ['a pass whose time is over', { ...year, expiresOn: '2026-11-17' }, 'store', 0],
  ] as const)('%s', (_name, one, cause, fen) => {
    const { refundFen, lines } = refundOf(one, cause, day);
    expect(refundFen).toBe(fen);
    // The reasoning adds up to the result.
    expect(lines.reduce((sum, line) => sum + line.fen, 0)).toBe(fen);
  });
  it('lies between nothing and what was paid', () => {
    const fen = fc.integer({ min: 0, max: 1_000_000_000 });
    fc.assert(
      fc.property(
        fen,
        fen,
        fen,
        fen,
        fc.constantFrom('store', 'member'),
        (paidFen, bonusFen, usedFen, usedListFen, cause) => {
          fc.pre(paidFen > 0);
          const { refundFen, lines } = refundOf(
            { ...topUp, paidFen, bonusFen, usedFen, usedPaidFen: Math.min(paidFen, usedFen), usedListFen },
            cause,
            day,
          );
          expect(refundFen).toBeGreaterThanOrEqual(0);
          expect(refundFen).toBeLessThanOrEqual(paidFen);
          expect(lines.reduce((sum, line) => sum + line.fen, 0)).toBe(refundFen);
        },
      ),
    );
  });
});

it('a statement counts what was got, and a reversal as its opposite', () => {
  const none = { points: 0, principalFen: 0, bonusFen: 0, units: 0 };
  const entry = { ...none, reversedKind: null, worthFen: 0, moneyFen: 0 };
  const statement = statementOf({ ...none, points: 5 }, [
    { ...entry, kind: 'earn', points: 100 },
    { ...entry, kind: 'topUp', principalFen: 1000, bonusFen: 100, moneyFen: 1000 },
    { ...entry, kind: 'pay', principalFen: -500, bonusFen: -50, worthFen: 80 },
    { ...entry, kind: 'redeem', points: -40, worthFen: 40 },
    { ...entry, kind: 'redeem', points: -10, worthFen: 10 },
    { ...entry, kind: 'reverse', reversedKind: 'redeem', points: 10, worthFen: -10 },
    { ...entry, kind: 'expire', points: -5 },
    { ...entry, kind: 'refund', principalFen: -500, bonusFen: -50, moneyFen: -500 },
  ]);
  expect(statement).toMatchObject({
    closing: { points: 60, principalFen: 0, bonusFen: 0, units: 0 },
    gainedFen: 120,
    earnedPoints: 100,
    spentPoints: 40,
    expiredPoints: 5,
    paidInFen: 1000,
    paidBackFen: 500,
  });
  expect(statement.gains).toEqual([
    { kind: 'redeemed', count: 1, fen: 40 },
    { kind: 'bonus', count: 1, fen: 50 },
    { kind: 'discount', count: 1, fen: 30 },
    { kind: 'used', count: 0, fen: 0 },
    { kind: 'benefit', count: 0, fen: 0 },
  ]);
});
