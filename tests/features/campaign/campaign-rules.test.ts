import { assert, integer, array, property, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResponseCode } from '#shared/features/campaign/campaign.fields.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { confidenceOf, returnOf } from '#shared/features/campaign/campaign-return.rules.ts';
import {
  controlHeads,
  drawControl,
  isToAsk,
  mayAgree,
  largestControlBp,
  leftOutOf,
  missingOfGift,
  phaseOf,
  plannedFen,
  type Gift,
} from '#shared/features/campaign/campaign.rules.ts';

const drawing = {
  ids: uniqueArray(integer({ min: 1, max: 1_000_000 }), { maxLength: 200 }),
  controlBp: integer({ min: 0, max: largestControlBp }),
  seed: integer({ min: 0, max: 2 ** 31 - 1 }),
};

describe('control group', () => {
  it('has the share to one head, is part of the audience, and is the same for the same seed in any order', () => {
    assert(
      property(drawing.ids, drawing.controlBp, drawing.seed, (ids, controlBp, seed) => {
        const drawn = drawControl(ids, { controlBp, seed });
        expect(Math.abs(drawn.size - (ids.length * controlBp) / 10_000)).toBeLessThanOrEqual(0.5);
        expect(drawn.size).toBe(controlHeads(ids.length, controlBp));
        expect([...drawn].every((id) => ids.includes(id))).toBe(true);
        // Treated and control are the audience, without overlap.
        expect(ids.filter((id) => !drawn.has(id)).length + drawn.size).toBe(ids.length);
        const again = drawControl([...ids, ...ids].reverse(), { controlBp, seed });
        expect([...again].sort((a, b) => a - b)).toEqual([...drawn].sort((a, b) => a - b));
      }),
      { numRuns: 200 },
    );
  });

  it('draws every customer about as often as another', () => {
    const ids = Array.from({ length: 20 }, (_, at) => at + 1);
    const times = new Map<number, number>();
    for (let seed = 0; seed < 2000; seed += 1)
      for (const id of drawControl(ids, { controlBp: 2500, seed })) times.set(id, (times.get(id) ?? 0) + 1);
    for (const id of ids) expect(Math.abs((times.get(id) ?? 0) - 500)).toBeLessThan(100); // five standard deviations
  });

  it.each([
    [0, 1000, 0],
    [4, 1000, 0],
    [5, 1000, 1],
    [14, 1000, 1],
    [15, 1000, 2],
    [100, 0, 0],
    [3, 5000, 2],
  ])('%i heads at %i basis points make %i', (heads, bp, drawn) =>
    expect(controlHeads(heads, bp)).toBe(drawn),
  );
});

/** Extra sales added up in halves of a fen, head by head: slow, and knows nothing of the rule. */
function slowExtra(treated: readonly number[], control: readonly number[]): number {
  const scale = BigInt(control.length);
  let exact = 0n;
  for (const fen of treated) {
    exact += BigInt(fen) * scale;
    for (const other of control) exact -= BigInt(other);
  }
  const whole = exact / scale;
  const rest = exact - whole * scale;
  const isUp = (rest < 0n ? -rest : rest) * 2n >= scale;
  return Number(whole + (isUp ? (exact < 0n ? -1n : 1n) : 0n));
}

describe('return', () => {
  const sales = array(integer({ min: 0, max: 900_000_000 }), { minLength: 1, maxLength: 40 });

  it('is the slow sum head by head, to the fen', () => {
    assert(
      property(sales, sales, integer({ min: 0, max: 10_000_000 }), (treated, control, costFen) => {
        const { extraFen, netFen } = returnOf(treated, control, costFen);
        expect(extraFen).toBe(slowExtra(treated, control));
        expect(netFen).toBe(slowExtra(treated, control) - costFen);
      }),
      { numRuns: 200 },
    );
  });

  it('is nothing to tell without a control group', () => {
    expect(returnOf([100, 200], [], 50)).toEqual({
      treatedPerHeadFen: 150,
      controlPerHeadFen: null,
      extraFen: null,
      netFen: null,
      confidence: 'none',
    });
  });

  it('of equal groups is nothing, less the cost', () => {
    expect(returnOf([500, 500], [500], 80)).toMatchObject({ extraFen: 0, netFen: -80 });
  });

  const heads = (count: number, fen: number, spread: number): number[] =>
    Array.from({ length: count }, (_, at) => fen + (at % 2 === 0 ? spread : -spread));
  it.each([
    ['small', heads(29, 1000, 10), heads(40, 100, 10)],
    ['small', heads(40, 1000, 10), heads(29, 100, 10)],
    ['clear', heads(40, 1000, 10), heads(40, 100, 10)],
    ['unclear', heads(40, 1000, 900), heads(40, 900, 900)],
    ['unclear', heads(40, 0, 0), heads(40, 0, 0)],
  ] as const)('is %s', (words, treated, control) => expect(confidenceOf(treated, control)).toBe(words));
});

describe('who is spoken to', () => {
  const asked = { isMerged: false, isBinned: false, doNotCall: false, consent: 'unknown' };
  it.each([
    [{}, null],
    [{ consent: 'given' }, null],
    [{ isMerged: true, isBinned: true }, 'merged'],
    [{ isBinned: true, doNotCall: true }, 'binned'],
    [{ doNotCall: true, consent: 'refused' }, 'doNotCall'],
    [{ consent: 'refused' }, 'refused'],
  ])('%j: %s', (given, reason) => expect(leftOutOf({ ...asked, ...given })).toBe(reason));

  it.each([
    [undefined, true],
    [{ code: 'accepted', nextOn: null }, false],
    [{ code: 'refused', nextOn: null }, false],
    [{ code: 'wrongNumber', nextOn: null }, false],
    [{ code: 'wrongNumber', nextOn: '2026-11-18' }, true],
    [{ code: 'noAnswer', nextOn: null }, true],
    [{ code: 'noAnswer', nextOn: '2026-11-19' }, false],
    [{ code: 'thinking', nextOn: null }, false],
    [{ code: 'thinking', nextOn: '2026-11-18' }, true],
    [{ code: 'notRaised', nextOn: null }, false],
    [{ code: 'notRaised', nextOn: '2026-11-18' }, true],
  ] as const)('after %j yesterday: %s', (last, again) =>
    expect(
      isToAsk(last && { ...last, on: '2026-11-17' }, '2026-11-18', { repeatDays: 14, wrongNumberDays: 30 }),
    ).toBe(again),
  );

  /** Days after the call on which the customer is asked again; null: never in this campaign. */
  const askedAfter = (code: ResponseCode, nextOn: Day | null, repeatDays: number): number | null => {
    const on = '2026-11-17';
    for (let days = 1; days <= 366; days += 1)
      if (isToAsk({ code, on, nextOn }, addDays(on, days), { repeatDays, wrongNumberDays: 30 })) return days;
    return null;
  };
  it.each([
    ['accepted', null, null],
    ['refused', null, null],
    ['wrongNumber', 30, 30],
    ['noAnswer', 1, 1],
    ['thinking', 14, 60],
    ['notRaised', 14, 60],
  ] as const)('%s: again %s days later by a rule of 14 days, %s by one of 60', (code, short, long) => {
    expect(askedAfter(code, null, 14)).toBe(short);
    expect(askedAfter(code, null, 60)).toBe(long);
    // An agreed day comes before the rule's.
    expect(askedAfter(code, '2026-11-20', 14)).toBe(short === null ? null : 3);
    expect(mayAgree(code)).toBe(short !== null);
  });

  it.each([
    ['draft', '2026-11-18', 'draft'],
    ['started', '2026-10-31', 'coming'],
    ['started', '2026-11-01', 'running'],
    ['started', '2026-11-30', 'running'],
    ['started', '2026-12-01', 'over'],
  ])('%s on %s is %s', (state, today, phase) =>
    expect(phaseOf({ state, startsOn: '2026-11-01', endsOn: '2026-11-30' }, today)).toBe(phase),
  );

  const none: Gift = {
    giftKind: 'none',
    giftPoints: null,
    giftName: null,
    giftFen: null,
    giftTimes: null,
    giftDays: null,
  };
  it.each([
    [{}, null],
    [{ giftKind: 'points' }, 'giftPoints'],
    [{ giftKind: 'points', giftPoints: 5 }, null],
    [{ giftKind: 'voucher' }, 'giftName'],
    [{ giftKind: 'voucher', giftName: '券' }, 'giftFen'],
    [{ giftKind: 'benefit', giftName: '检测', giftFen: 1 }, null],
  ] as const)('gift %j misses %s', (given, missing) =>
    expect(missingOfGift({ ...none, ...given })).toBe(missing),
  );

  it('plans once and for each head', () =>
    expect(plannedFen({ fixedFen: 10_000, perHeadFen: 250 }, 9)).toBe(12_250));
});
