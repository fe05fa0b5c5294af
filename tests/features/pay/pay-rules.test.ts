import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PayContent } from '#shared/features/pay/pay.content.ts';
import { payIssues } from '#shared/features/pay/pay-steps.rules.ts';
import { actualPaySlip, attainmentOf, overlap, payBreaks, paySlip } from '#shared/features/pay/pay.rules.ts';
import { shareOfFen } from '#shared/kernel/money.ts';
import { payLineText } from '#shared/text/pay-line.ts';

const plain: PayContent = {
  unit: 'deal',
  baseFen: 350_000,
  stepKind: 'all',
  steps: [
    { from: 1, to: 4, amountFen: 50_000 },
    { from: 5, to: null, amountFen: 80_000 },
  ],
  shares: [
    { of: 'insurance', basisPoints: 250 },
    { of: 'accessory', basisPoints: 1000 },
  ],
  coefficients: [
    { fromBasisPoints: 0, belowBasisPoints: 8000, basisPoints: 8000 },
    { fromBasisPoints: 8000, belowBasisPoints: 10_000, basisPoints: 10_000 },
    { fromBasisPoints: 10_000, belowBasisPoints: null, basisPoints: 12_000 },
  ],
  coefficientOn: 'commission',
  capFen: null,
  welfare: [
    { name: '餐补', amountFen: 40_000, inCash: true },
    { name: '宿舍', amountFen: 60_000, inCash: false },
  ],
};
const basis = { averages: { insurance: 1_234_567, accessory: 300_001 }, goalUnits: 6 };

describe('a share of an amount', () => {
  it.each([
    [0, 250, 0],
    [1, 5000, 1], // half a fen upwards
    [1, 4999, 0],
    [1_234_567, 250, 30_864], // 30,864.175
    [9_000_000_000_000, 10_000, 9_000_000_000_000],
  ])('%s fen at %s: %s', (fen, rate, share) => expect(shareOfFen(fen, rate)).toBe(share));

  it('is exact to half a fen for any amount and rate', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 13 }),
        fc.integer({ min: 0, max: 10 ** 5 }),
        (fen, rate) => {
          const exact = (BigInt(fen) * BigInt(rate) + 5000n) / 10_000n;
          expect(BigInt(shareOfFen(fen, rate))).toBe(exact);
        },
      ),
    );
  });
});

describe('the pay slip', () => {
  it('explains each line, and the lines add up', () => {
    const slip = paySlip(plain, 6, basis);
    expect(slip).toEqual({
      units: 6,
      lines: [
        { kind: 'base', amountFen: 350_000 },
        {
          kind: 'commission',
          amountFen: 480_000,
          parts: [{ from: 5, to: null, units: 6, rateFen: 80_000, amountFen: 480_000 }],
        },
        { kind: 'share', of: 'insurance', averageFen: 1_234_567, basisPoints: 250, amountFen: 185_185 },
        { kind: 'share', of: 'accessory', averageFen: 300_001, basisPoints: 1000, amountFen: 180_001 },
        {
          kind: 'coefficient',
          amountFen: 96_000,
          onFen: 480_000,
          basisPoints: 12_000,
          attainmentBasisPoints: 10_000,
        },
        { kind: 'welfare', name: '餐补', amountFen: 40_000 },
      ],
      totalFen: 1_331_186,
      inKind: [{ name: '宿舍', amountFen: 60_000 }],
    });
    expect(slip.lines.map((line) => payLineText(line, plain, 6, 'zh-CN').how)).toEqual([
      '每月固定',
      '全部 6 台 × ¥800.00（第 5 台起）',
      '6 台 × 每台 ¥12,345.67 × 2.5%',
      '6 台 × 每台 ¥3,000.01 × 10%',
      '¥4,800.00 × 120%，因为达成率 100%',
      '每月固定福利',
    ]);
  });

  it.each([
    ['all', 0, 0],
    ['all', 4, 200_000],
    ['all', 5, 400_000],
    ['above', 4, 200_000],
    ['above', 5, 280_000],
    ['above', 7, 440_000],
  ] as const)('steps on %s, %s units: %s', (stepKind, units, amountFen) =>
    expect(paySlip({ ...plain, stepKind }, units, basis).lines[1]).toMatchObject({ amountFen }),
  );

  it('a coefficient on all that is variable takes the shares, a cap takes what is above it', () => {
    const slip = paySlip({ ...plain, coefficientOn: 'variable', capFen: 500_000 }, 4, basis);
    const variable = slip.lines.filter(({ kind }) => kind !== 'base' && kind !== 'welfare');
    // 66.66 % of the goal: 80 % of 200,000 + 123,457 + 120,000.
    expect(variable.map(({ amountFen }) => amountFen)).toEqual([200_000, 123_457, 120_000, -88_691]);
    const capped = paySlip({ ...plain, capFen: 300_000 }, 6, basis);
    expect(capped.lines.find(({ kind }) => kind === 'cap')?.amountFen).toBe(300_000 - 941_186);
    expect(capped.totalFen).toBe(350_000 + 300_000 + 40_000);
  });

  it.each([
    [99_999, 100_000, 9999], // cut off, never rounded up to the goal
    [5, 0, 10_000],
    [3, 2, 15_000],
  ])('attainment of %s by a goal of %s: %s', (units, goal, rate) =>
    expect(attainmentOf(units, goal)).toBe(rate),
  );

  it('jumps only at its breaks: between them pay never falls', () => {
    const breaks = payBreaks(plain, 6);
    expect(breaks).toEqual([0, 1, 5, 6]);
    for (let units = 1; units < 60; units += 1)
      if (!breaks.includes(units))
        expect(paySlip(plain, units, basis).totalFen).toBeGreaterThanOrEqual(
          paySlip(plain, units - 1, basis).totalFen,
        );
  });
});

describe('what was done', () => {
  const hours: PayContent = {
    ...plain,
    unit: 'hour',
    stepKind: 'above',
    steps: [
      { from: 1, to: 2, amountFen: 1001 },
      { from: 3, to: null, amountFen: 2000 },
    ],
    shares: [{ of: 'labour', basisPoints: 333 }],
    coefficients: [],
    welfare: [],
  };
  const done = (hundredths: number, content = hours) =>
    actualPaySlip(content, { hundredths, sums: { labour: 85_001 }, goalUnits: null });

  it.each([
    ['above', 0, []],
    ['above', 150, [[1.5, 1502]]], // 1,501.5
    ['above', 200, [[2, 2002]]],
    [
      'above',
      201,
      [
        [2, 2002],
        [0.01, 20],
      ],
    ],
    ['all', 200, [[2, 2002]]],
    ['all', 201, [[2.01, 4020]]], // a part of an hour beyond a step belongs to the next one
  ] as const)('steps %s, %s hundredths of an hour', (stepKind, hundredths, parts) => {
    const [, commission] = done(hundredths, { ...hours, stepKind }).lines;
    expect(
      commission?.kind === 'commission' && commission.parts.map(({ units, amountFen }) => [units, amountFen]),
    ).toEqual(parts);
  });

  it('each line is exact and they add up, for any hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (hundredths) => {
        const slip = done(hundredths);
        const first = BigInt(Math.min(hundredths, 200));
        const rest = BigInt(hundredths) - first;
        const fen = (rate: bigint, part: bigint): bigint => (rate * part + 50n) / 100n;
        const total = 350_000n + fen(1001n, first) + fen(2000n, rest) + (85_001n * 333n + 5000n) / 10_000n;
        expect(BigInt(slip.totalFen)).toBe(total);
      }),
    );
  });

  it('whole units earn the same by their sums as by averages of which they are the sum', () => {
    for (const units of [0, 3, 6, 12]) {
      const sums = { insurance: 1_234_567 * units, accessory: 300_001 * units };
      const slip = actualPaySlip(plain, { hundredths: units * 100, sums, goalUnits: 6 });
      expect(slip.totalFen).toBe(paySlip(plain, units, basis).totalFen);
    }
    const slip = actualPaySlip(plain, {
      hundredths: 300,
      sums: { insurance: 3_000_001, accessory: 0 },
      goalUnits: 6,
    });
    expect(slip.lines.map((line) => payLineText(line, plain, slip.units, 'zh-CN').how)[2]).toBe(
      '¥30,000.01 × 2.5%',
    );
    const [, commission] = done(201).lines;
    if (!commission) throw new Error('no commission');
    expect(payLineText(commission, hours, 2.01, 'zh-CN')).toEqual({
      name: '按小时提成',
      how: '2 小时 × ¥10.01（第 1–2 小时） + 0.01 小时 × ¥20.00（第 3 小时起）',
    });
  });

  it('the coefficient multiplies the bonus as well, which is paid whole where there is none', () => {
    const bonus = { ...plain, bonusFen: 200_000 };
    expect(paySlip(bonus, 4, basis).lines.find(({ kind }) => kind === 'coefficient')).toMatchObject({
      onFen: 400_000, // 4 × 500 and 2,000
      amountFen: -80_000,
    });
    expect(paySlip({ ...bonus, coefficients: [] }, 0, basis).totalFen).toBe(350_000 + 200_000 + 40_000);
  });
});

it.each([
  [{}, true],
  [{ steps: [{ from: 1, to: null, amountFen: 1 }] }, false],
  [{ bonusFen: 1 }, false],
  [{ capFen: 0 }, false],
  [{ scope: 'department' as const }, false],
])('fixed pay with %j: %s', (given, fits) => {
  const fixed: PayContent = { ...plain, unit: 'fixed', steps: [], shares: [], coefficients: [], ...given };
  expect(payIssues(fixed).map(({ field, issue }) => [field, issue])).toEqual(
    fits ? [] : [['unit', 'pay-fixed-variable']],
  );
});

describe('steps that do not fit say where', () => {
  const step = (from: number, to: number | null) => ({ from, to, amountFen: 1 });
  const range = (fromBasisPoints: number, belowBasisPoints: number | null) => ({
    fromBasisPoints,
    belowBasisPoints,
    basisPoints: 10_000,
  });
  it.each([
    ['a gap', [step(1, 4), step(6, null)], [['steps.1.from', 'pay-step-gap', { from: 5, to: 5, step: 2 }]]],
    [
      'an overlap',
      [step(1, 4), step(3, null)],
      [['steps.1.from', 'pay-step-overlap', { from: 3, to: 4, step: 2, before: 1 }]],
    ],
    ['a late beginning', [step(3, null)], [['steps.0.from', 'pay-step-gap', { from: 1, to: 2, step: 1 }]]],
    ['an end', [step(1, 9)], [['steps.0.to', 'pay-step-end', { to: 9 }]]],
    ['an open step', [step(1, null), step(5, null)], [['steps.0.to', 'pay-step-endless', { step: 1 }]]],
    [
      'a backward step',
      [step(1, 4), step(5, 3), step(4, null)],
      [['steps.1.to', 'pay-step-ends-before', {}]],
    ],
    ['none', [step(1, 4), step(5, null)], []],
  ] as const)('%s of units', (_what, steps, issues) => {
    const found = payIssues({ ...plain, steps: [...steps] });
    expect(found.map(({ field, issue, params }) => [field, issue, params])).toEqual(issues);
  });

  it.each([
    [[range(0, 8000), range(9000, null)], 'pay-coefficient-gap', { from: 80, to: 90, step: 2 }],
    [
      [range(0, 8000), range(7000, null)],
      'pay-coefficient-overlap',
      { from: 70, to: 80, step: 2, before: 1 },
    ],
    [[range(0, 8000)], 'pay-coefficient-end', { to: 80 }],
    [[range(0, 0), range(0, null)], 'pay-coefficient-ends-before', {}],
  ] as const)('attainment %#', (coefficients, issue, params) =>
    expect(payIssues({ ...plain, coefficients: [...coefficients] })[0]).toMatchObject({ issue, params }),
  );

  it('a share of what the unit has not, or twice', () => {
    const share = (of: 'labour' | 'insurance') => ({ of, basisPoints: 1 });
    const found = payIssues({ ...plain, shares: [share('labour'), share('insurance'), share('insurance')] });
    expect(found.map(({ field, issue }) => [field, issue])).toEqual([
      ['shares.0.of', 'pay-share-unit'],
      ['shares.2.of', 'pay-share-twice'],
    ]);
  });
});

it.each([
  ['2026-01', '2026-06', '2026-07', null, false],
  ['2026-01', '2026-06', '2026-06', null, true],
  ['2026-01', null, '2027-01', '2027-12', true],
  ['2027-01', null, '2026-01', '2026-12', false],
])('%s–%s and %s–%s overlap: %s', (fromMonth, toMonth, from, to, expected) =>
  expect(overlap({ fromMonth, toMonth }, { fromMonth: from, toMonth: to })).toBe(expected),
);
