import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fewestCases,
  peersOf,
  rateFigure,
  rateKinds,
  type Evidence,
  type Known,
} from '#shared/features/income/income-rates.rules.ts';
import {
  activityOf,
  differenceOf,
  figuresOf,
  outlookOf,
  spanOutlookOf,
  type MonthAsked,
  type WhatIf,
} from '#shared/features/income/income.rules.ts';
import { incomeText } from '#shared/text/income.text.ts';
import { paySlip } from '#shared/features/pay/pay.rules.ts';
import { contentArbitrary } from '#tests/support/pay-arbitrary.ts';
import type { PayContent } from '#shared/features/pay/pay.content.ts';

const evidence: Evidence = {
  from: '2026-08-01',
  to: '2026-10-31',
  ordered: 16,
  cancelled: 2,
  units: 15,
  hundredths: 1500,
  untold: 0,
  sums: { insurance: 15 * 1_000_000 + 7, accessory: 0 },
  leads: 96,
  calls: 480,
  visits: 0,
  testDrives: 40,
};
const nothing: Evidence = {
  ...evidence,
  ordered: 0,
  cancelled: 0,
  units: 0,
  hundredths: 0,
  sums: {},
  leads: 0,
  calls: 0,
  testDrives: 0,
};
/** Records of the person; of everybody of the post nothing where nothing is said. */
const known = (own: Evidence, peers: Evidence = nothing): Known => ({ own, peers: peersOf(peers) });
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
    ['testDrive', { source: 'data', value: 4000, up: 40, down: 16 }],
    ['visit', { source: 'missing', reason: 'noneRecorded' }],
    ['lead', { source: 'data', value: 1666, up: 96, down: 16 }],
    ['call', { source: 'data', value: 333, up: 480, down: 16 }],
  ] as const)('%s comes from the records, or says why not', (kind, figure) =>
    expect(rateFigure(kind, 'deal', evidence, peersOf(nothing), {})).toEqual({ kind, ...figure }),
  );

  it('nothing is divided by nothing', () => {
    const reasons = figuresOf(content, known(nothing), null, what);
    expect(reasons.rates.map((rate) => rate.source === 'missing' && rate.reason)).toEqual([
      'noOrders',
      'noOrders',
      'noOrders',
      'noOrders',
      'noOrders',
    ]);
    expect(reasons.averages).toEqual([{ of: 'insurance', source: 'missing', reason: 'noUnits' }]);
    expect(reasons.goal).toEqual({ source: 'missing', reason: 'noGoal' });
    expect(outlookOf(content, known(nothing), { givenUnits: null, workingDays: 21 }, what).result).toBeNull();
    expect(rateFigure('fallOut', 'deal', { ...evidence, cancelled: 16 }, peersOf(nothing), {})).toMatchObject(
      {
        reason: 'allCancelled',
      },
    );
    expect(rateFigure('lead', 'deal', { ...evidence, leads: 9 }, peersOf(nothing), {})).toMatchObject({
      reason: 'incomplete',
    });
  });

  it('an assumption is marked and takes the place of the record', () => {
    const assumed = figuresOf(content, known(evidence), 5, {
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

describe('too few cases', () => {
  const few: Evidence = {
    ...evidence,
    ordered: 4,
    cancelled: 1,
    units: 3,
    hundredths: 300,
    testDrives: 4,
    leads: 30,
  };
  const peers = peersOf(evidence);

  it.each([
    ['fallOut', { source: 'store', reason: 'tooFew', value: 1250, up: 16, down: 14 }],
    ['testDrive', { source: 'store', reason: 'tooFew', value: 4000, up: 40, down: 16 }],
    ['visit', { source: 'missing', reason: 'noneRecorded' }], // nobody of the post entered one either
    ['lead', { source: 'store', reason: 'tooFew', value: 1666, up: 96, down: 16 }],
  ] as const)('%s is that of the post in the store, and says so', (kind, figure) => {
    expect(rateFigure(kind, 'deal', few, peers, {})).toEqual({ kind, ...figure });
  });

  it('the own figure counts from five cases on, either side', () => {
    const five: Evidence = { ...few, ordered: fewestCases, testDrives: fewestCases };
    expect(rateFigure('testDrive', 'deal', five, peers, {})).toMatchObject({
      source: 'data',
      up: 5,
      down: 5,
    });
    for (const short of [{ ordered: 4 }, { testDrives: 4 }])
      expect(rateFigure('testDrive', 'deal', { ...five, ...short }, peers, {})).toMatchObject({
        source: 'store',
      });
    for (const kind of rateKinds)
      expect(rateFigure(kind, 'deal', few, peersOf(few), {})).toMatchObject({ source: 'missing' });
  });

  it('averages follow the same threshold, and peers show no sums', () => {
    expect(figuresOf(content, { own: few, peers }, 5, what).averages).toEqual([
      { of: 'insurance', source: 'store', reason: 'tooFew', value: 1_000_000 },
    ]);
    expect(figuresOf(content, { own: nothing, peers }, 5, what).averages[0]).toMatchObject({
      reason: 'noUnits',
    });
    expect(JSON.stringify(peers)).not.toContain('sums');
  });

  it('the sentence names the threshold on both screens', () => {
    for (const language of ['zh-CN', 'en'] as const)
      expect(incomeText[language].evidence).toContain('{{few}}');
  });
});

describe('what to do', () => {
  it('every step is rounded up to a whole number, from the exact fractions', () => {
    const { rates } = figuresOf(content, known(evidence), 5, { ...what, rates: { testDrive: 5000 } });
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
        fc.integer({ min: fewestCases, max: 300 }),
        fc.integer({ min: 0, max: 299 }),
        fc.integer({ min: fewestCases, max: 2000 }),
        fc.integer({ min: 1, max: 23 }),
        (units, ordered, cancelled, leads, days) => {
          fc.pre(cancelled < ordered && leads >= ordered);
          const own = { ...evidence, ordered, cancelled, leads };
          const { rates } = figuresOf(content, known(own), 5, what);
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
    const own = { ...evidence, units: 120, hundredths: 12_000, calls: 300 };
    const { rates } = figuresOf({ ...content, unit: 'visit', shares: [] }, known(own), 5, what);
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
    const { result } = outlookOf(content, known(evidence), month, what);
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
    const { result } = outlookOf(content, known(evidence), { givenUnits: 10, workingDays: 21 }, what);
    // Nine units: 80 % of the commission while the goal is ten.
    expect(result?.solved).toEqual({ kind: 'reached', units: 8, incomeFen: 1_020_000 });
    expect(result?.ownGoalFen).toBe(1_180_000);
  });
});

describe('several months', () => {
  const own = known(evidence);
  const monthArbitrary = fc.record({
    content: contentArbitrary,
    givenUnits: fc.option(fc.integer({ min: 1, max: 12 })),
    workingDays: fc.integer({ min: 15, max: 23 }),
  });
  const income = (one: Pick<MonthAsked, 'content' | 'givenUnits'>, units: number): number =>
    paySlip(one.content, units, { averages: { insurance: 1_000_000 }, goalUnits: one.givenUnits }).totalFen;

  it('the fewest units that reach the wish in every month, against brute force over all ways to spread them', () => {
    let reached = 0;
    let different = 0;
    fc.assert(
      fc.property(
        fc.array(monthArbitrary, { minLength: 2, maxLength: 3 }),
        fc.integer({ min: 200_000, max: 1_200_000 }),
        (given, wishFen) => {
          const months = given.map((one, at) => ({ ...one, month: `2027-0${at + 1}` }));
          const asked = { ...what, wishFen, averages: { insurance: 1_000_000 } };
          const { total, months: solved } = spanOutlookOf(months, () => own, asked);
          if (
            months.some(
              ({ content: rule, givenUnits }) => rule.coefficients.length > 0 && givenUnits === null,
            )
          ) {
            expect(total).toBeNull();
            return;
          }
          // Every way to do 0 … 12 units in each month.
          const most = 12;
          let fewest = Infinity;
          const spread = (at: number, sum: number): void => {
            const month = months[at];
            if (!month) {
              fewest = Math.min(fewest, sum);
              return;
            }
            for (let units = 0; units <= most; units += 1)
              if (income(month, units) >= wishFen) spread(at + 1, sum + units);
          };
          spread(0, 0);
          if (fewest === Infinity) {
            const beyond = solved.some(
              ({ outlook: { result } }) =>
                result?.solved.kind === 'unreachable' || (result?.slip.units ?? 0) > most,
            );
            expect(beyond).toBe(true);
            return;
          }
          reached += 1;
          expect(total).toMatchObject({ units: fewest, isReached: true });
          const units = solved.map(({ outlook }) => outlook.result?.slip.units ?? -1);
          if (new Set(units).size > 1) different += 1;
          expect(total?.incomeFen).toBe(
            months.reduce((sum, month, at) => sum + income(month, units[at] ?? 0), 0),
          );
        },
      ),
      { numRuns: 200 },
    );
    expect(reached).toBeGreaterThan(30);
    expect(different).toBeGreaterThan(10); // the months' goals and rules do matter
  });

  it('an assumed goal is that of the months without one, or of all', () => {
    const month = (at: number, givenUnits: number | null): MonthAsked => ({
      month: `2027-0${at}`,
      content,
      givenUnits,
      workingDays: 20,
    });
    const goals = (months: readonly MonthAsked[]) =>
      spanOutlookOf(months, () => own, { ...what, goalUnits: 5 }).months.map(
        ({ outlook }) => outlook.figures.goal,
      );
    expect(goals([month(1, 10), month(2, null)])).toEqual([
      { source: 'data', value: 10 },
      { source: 'assumed', value: 5 },
    ]);
    for (const given of [10, null])
      expect(goals([month(1, given), month(2, given)])).toMatchObject([
        { source: 'assumed' },
        { source: 'assumed' },
      ]);
  });

  it('each month has its own goal, coefficient and working days', () => {
    const months = [
      { month: '2027-01', content, givenUnits: 10, workingDays: 20 },
      { month: '2027-02', content, givenUnits: 5, workingDays: 16 },
    ];
    const { total, months: solved } = spanOutlookOf(months, () => own, what);
    // 8 × 800 + 8 × 100 below a goal of ten, 7 × 1,000 + 7 × 100 above one of five.
    expect(solved.map(({ outlook: { result } }) => result?.slip.units)).toEqual([8, 7]);
    expect(total).toEqual({
      units: 15,
      incomeFen: 1_020_000 + 1_070_000,
      given: { units: 15, incomeFen: 300_000 + 10 * 110_000 + 300_000 + 5 * 110_000 },
      isReached: true,
    });
    const perDay = solved.map(({ outlook: { result } }) => result?.activity[4]?.need);
    expect(perDay).toMatchObject([{ perDay: 3 }, { perDay: 3 }]);
  });
});
