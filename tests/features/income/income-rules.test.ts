import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  activityOf,
  differenceOf,
  figuresOf,
  outlookOf,
  rateFigure,
  type Evidence,
  type WhatIf,
} from '#shared/features/income/income.rules.ts';
import type { PayContent } from '#shared/features/pay/pay.content.ts';

const evidence: Evidence = {
  from: '2026-08-01',
  to: '2026-10-31',
  ordered: 16,
  cancelled: 2,
  units: 15,
  sums: { insurance: 15 * 1_000_000 + 7, accessory: 0 },
  leads: 96,
  calls: 480,
  visits: 0,
};
const nothing: Evidence = { ...evidence, ordered: 0, cancelled: 0, units: 0, sums: {}, leads: 0, calls: 0 };
const content: PayContent = {
  unit: 'deal',
  baseFen: 300_000,
  stepKind: 'all',
  steps: [{ from: 1, to: null, amountFen: 100_000 }],
  shares: [{ of: 'insurance', basisPoints: 100 }],
  coefficients: [
    { fromBasisPoints: 0, belowBasisPoints: 10_000, basisPoints: 8000 },
    { fromBasisPoints: 10_000, belowBasisPoints: null, basisPoints: 10_000 },
  ],
  coefficientOn: 'commission',
  capFen: null,
  welfare: [],
};
const what: WhatIf = { wishFen: 1_000_000, goalUnits: null, averages: {}, rates: {} };
const month = { givenUnits: 5, workingDays: 21 };

describe('own rates', () => {
  it.each([
    ['fallOut', { source: 'data', value: 1250, up: 16, down: 14 }],
    ['testDrive', { source: 'missing', reason: 'notRecorded' }],
    ['visit', { source: 'missing', reason: 'noneRecorded' }],
    ['lead', { source: 'data', value: 1666, up: 96, down: 16 }],
    ['call', { source: 'data', value: 333, up: 480, down: 16 }],
  ] as const)('%s comes from the records, or says why not', (kind, figure) =>
    expect(rateFigure(kind, 'deal', evidence, {})).toEqual({ kind, ...figure }),
  );

  it('nothing is divided by nothing', () => {
    const reasons = figuresOf(content, nothing, null, what);
    expect(reasons.rates.map((rate) => rate.source === 'missing' && rate.reason)).toEqual([
      'noOrders',
      'noOrders',
      'noOrders',
      'noOrders',
      'noOrders',
    ]);
    expect(reasons.averages).toEqual([{ of: 'insurance', source: 'missing', reason: 'noUnits' }]);
    expect(reasons.goal).toEqual({ source: 'missing', reason: 'noGoal' });
    expect(outlookOf(content, nothing, { givenUnits: null, workingDays: 21 }, what).result).toBeNull();
    expect(rateFigure('fallOut', 'deal', { ...evidence, cancelled: 16 }, {})).toMatchObject({
      reason: 'allCancelled',
    });
    expect(rateFigure('lead', 'deal', { ...evidence, leads: 9 }, {})).toMatchObject({ reason: 'incomplete' });
  });

  it('an assumption is marked and takes the place of the record', () => {
    const assumed = figuresOf(content, evidence, 5, {
      ...what,
      goalUnits: 9,
      averages: { insurance: 5 },
      rates: { testDrive: 4000, lead: 500 },
    });
    expect(assumed.goal).toEqual({ source: 'assumed', value: 9 });
    expect(assumed.averages[0]).toEqual({ of: 'insurance', source: 'assumed', value: 5 });
    expect(assumed.rates[1]).toMatchObject({ source: 'assumed', up: 10_000, down: 4000 });
    expect(assumed.rates[3]).toMatchObject({ source: 'assumed', value: 500 });
  });
});

describe('what to do', () => {
  it('every step is rounded up to a whole number, from the exact fractions', () => {
    const { rates } = figuresOf(content, evidence, 5, { ...what, rates: { testDrive: 5000 } });
    expect(activityOf('deal', 7, rates, 21)).toEqual([
      { kind: 'unit', need: { perMonth: 7, perWeek: 2, perDay: 1, everyDays: 3 } },
      { kind: 'order', need: { perMonth: 8, perWeek: 2, perDay: 1, everyDays: 2 } }, // 7 × 16 ÷ 14 = 8
      { kind: 'testDrive', need: { perMonth: 16, perWeek: 4, perDay: 1, everyDays: null } },
      { kind: 'visit', need: { reason: 'noneRecorded' } },
      { kind: 'lead', need: { perMonth: 48, perWeek: 12, perDay: 3, everyDays: null } },
      { kind: 'call', need: { perMonth: 240, perWeek: 58, perDay: 12, everyDays: null } },
    ]);
  });

  it('is enough: doing it brings at least the units wanted', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 0, max: 299 }),
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 1, max: 23 }),
        (units, ordered, cancelled, leads, days) => {
          fc.pre(cancelled < ordered && leads >= ordered);
          const own = { ...evidence, ordered, cancelled, leads };
          const { rates } = figuresOf(content, own, 5, what);
          const need = activityOf('deal', units, rates, days).map((one) => one.need);
          const at = (index: number) => need[index] as { perMonth: number; perWeek: number; perDay: number };
          expect(at(1).perMonth * (ordered - cancelled)).toBeGreaterThanOrEqual(units * ordered);
          expect((at(1).perMonth - 1) * (ordered - cancelled)).toBeLessThan(Math.max(1, units * ordered));
          expect(at(4).perMonth * ordered).toBeGreaterThanOrEqual(at(1).perMonth * leads);
          for (const one of [at(0), at(1), at(4)])
            expect(one.perDay * days).toBeGreaterThanOrEqual(one.perMonth);
        },
      ),
    );
  });

  it('an adviser only telephones', () => {
    const own = { ...evidence, units: 120, calls: 300 };
    const { rates } = figuresOf({ ...content, unit: 'visit', shares: [] }, own, 5, what);
    expect(
      activityOf('visit', 50, rates, 21).map(({ kind, need }) => [kind, 'perMonth' in need && need.perMonth]),
    ).toEqual([
      ['unit', 50],
      ['call', 125],
    ]);
  });
});

describe('beside the manager’s figure', () => {
  it('the parts add up to the difference', () => {
    const { result } = outlookOf(content, evidence, month, what);
    expect(result?.solved).toEqual({ kind: 'reached', units: 7, incomeFen: 1_070_000 });
    const given = result?.given;
    if (!result || !given) throw new Error('no result');
    const parts = differenceOf(result.slip, given.slip);
    expect(parts.map(({ line, differenceFen }) => [line.kind, differenceFen])).toEqual([
      ['base', 0],
      ['commission', 200_000],
      ['share', 20_000],
      ['coefficient', 0],
    ]);
    expect(parts.reduce((sum, one) => sum + one.differenceFen, 0)).toBe(
      result.slip.totalFen - given.slip.totalFen,
    );
    // Seven against a goal of five and against a goal of seven earn the same here.
    expect(result.ownGoalFen).toBeNull();
  });

  it('says what the adopted figure earns once it is the goal itself', () => {
    const { result } = outlookOf(content, evidence, { givenUnits: 10, workingDays: 21 }, what);
    // Nine units: 80 % of the commission while the goal is ten.
    expect(result?.solved).toEqual({ kind: 'reached', units: 8, incomeFen: 1_020_000 });
    expect(result?.ownGoalFen).toBe(1_180_000);
  });
});
