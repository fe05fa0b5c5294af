import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveUnits } from '#shared/features/income/income-solver.rules.ts';
import { mostUnits, type PayContent } from '#shared/features/pay/pay.content.ts';
import { payIssues } from '#shared/features/pay/pay-steps.rules.ts';
import { paySlip } from '#shared/features/pay/pay.rules.ts';
import { contentArbitrary } from '#tests/support/pay-arbitrary.ts';

describe('the smallest count of units', () => {
  it('is that of brute force, for every kind of rule', () => {
    let unreachable = 0;
    let falling = 0;
    fc.assert(
      fc.property(
        contentArbitrary,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 400_000 }),
        fc.integer({ min: 0, max: 4_000_000 }),
        (content, goalUnits, averageFen, wantedFen) => {
          expect(payIssues(content)).toEqual([]);
          const basis = { averages: { insurance: averageFen }, goalUnits };
          const income = (units: number): number => paySlip(content, units, basis).totalFen;
          const solved = solveUnits(content, basis, wantedFen);
          let highest = -1;
          for (let units = 0; units <= 300; units += 1) {
            if (units > 0 && income(units) < income(units - 1)) falling += 1;
            highest = Math.max(highest, income(units));
            if (income(units) >= wantedFen) {
              expect(solved).toEqual({ kind: 'reached', units, incomeFen: income(units) });
              return;
            }
          }
          if (solved.kind === 'reached') expect(solved.units).toBeGreaterThan(300);
          else {
            unreachable += 1;
            expect(solved.highestFen).toBeLessThan(wantedFen);
            expect(solved.highestFen).toBeGreaterThanOrEqual(highest);
            expect(income(solved.atUnits)).toBe(solved.highestFen);
          }
        },
      ),
      { numRuns: 600 },
    );
    // The rules of this test do fall, and some wishes cannot be reached.
    expect(unreachable).toBeGreaterThan(10);
    expect(falling).toBeGreaterThan(100);
  });

  const plain: PayContent = {
    unit: 'deal',
    baseFen: 300_000,
    stepKind: 'all',
    steps: [
      { from: 1, to: 5, amountFen: 40_000 },
      { from: 6, to: 9, amountFen: 60_000 },
      { from: 10, to: null, amountFen: 50_000 },
    ],
    shares: [],
    coefficients: [],
    coefficientOn: 'variable',
    capFen: null,
    welfare: [],
  };
  const basis = { averages: {}, goalUnits: null };

  it.each([
    [0, 0],
    [300_000, 0], // the base alone
    [300_001, 1],
    [500_000, 5],
    [500_001, 6], // the step on all units jumps from 5,000 to 6,600
    [660_000, 6],
    [840_000, 9],
    [840_001, 11], // ten units pay less than nine
  ])('%s fen: %s', (wanted, units) =>
    expect(solveUnits(plain, basis, wanted)).toMatchObject({ kind: 'reached', units }),
  );

  it('says why it cannot be reached', () => {
    expect(solveUnits({ ...plain, capFen: 200_000 }, basis, 600_000)).toEqual({
      kind: 'unreachable',
      highestFen: 500_000,
      atUnits: 5,
      reason: 'cap',
    });
    expect(solveUnits({ ...plain, steps: [] }, basis, 600_000)).toEqual({
      kind: 'unreachable',
      highestFen: 300_000,
      atUnits: 0,
      reason: 'flat',
    });
    expect(solveUnits(plain, basis, 300_000 + mostUnits * 50_000 + 1)).toEqual({
      kind: 'unreachable',
      highestFen: 300_000 + mostUnits * 50_000,
      atUnits: mostUnits,
      reason: 'most',
    });
  });
});
