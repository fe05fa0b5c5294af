import * as fc from 'fast-check';
import type { PayContent } from '#shared/features/pay/pay.content.ts';

/** Random rules whose steps fit: jumps up and down, on all units or above, coefficients below and above 100 %, caps. */
const starts = (most: number) =>
  fc
    .uniqueArray(fc.integer({ min: 2, max: most }), { maxLength: 5 })
    .map((all) => [...all].sort((a, b) => a - b));

export const contentArbitrary: fc.Arbitrary<PayContent> = fc
  .record({
    baseFen: fc.integer({ min: 0, max: 500_000 }),
    bonusFen: fc.integer({ min: 0, max: 300_000 }),
    stepKind: fc.constantFrom('all' as const, 'above' as const),
    stepStarts: starts(40),
    rates: fc.array(fc.integer({ min: 0, max: 90_000 }), { minLength: 6, maxLength: 6 }),
    hasSteps: fc.boolean(),
    share: fc.integer({ min: 0, max: 900 }),
    coefficientStarts: starts(20_000),
    factors: fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 6, maxLength: 6 }),
    hasCoefficients: fc.boolean(),
    coefficientOn: fc.constantFrom('commission' as const, 'variable' as const),
    capFen: fc.option(fc.integer({ min: 0, max: 2_000_000 })),
  })
  .map((given) => ({
    unit: 'deal',
    baseFen: given.baseFen,
    bonusFen: given.bonusFen,
    stepKind: given.stepKind,
    steps: given.hasSteps
      ? [1, ...given.stepStarts].map((from, at, all) => ({
          from,
          to: (all[at + 1] ?? Infinity) === Infinity ? null : (all[at + 1] ?? 0) - 1,
          amountFen: given.rates[at] ?? 0,
        }))
      : [],
    shares: [{ of: 'insurance', basisPoints: given.share }],
    coefficients: given.hasCoefficients
      ? [0, ...given.coefficientStarts].map((fromBasisPoints, at, all) => ({
          fromBasisPoints,
          belowBasisPoints: all[at + 1] ?? null,
          basisPoints: given.factors[at] ?? 0,
        }))
      : [],
    coefficientOn: given.coefficientOn,
    capFen: given.capFen,
    welfare: [{ name: '餐补', amountFen: 30_000, inCash: true }],
  }));
