import { array, assert, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marginReturnOf, type Sold } from '#shared/features/campaign/campaign-margin.rules.ts';

const nothing: Sold = { labour: 0, parts: 0, other: 0, vehicle: 0, knownFen: 0, knownCostFen: 0 };
const margins = { labour: 6000, parts: 2500, other: 0, vehicle: 300 };

describe('the return of a campaign in margin', () => {
  it('takes stated margins, and vehicles with a known cost at that', () => {
    const treated = [
      { ...nothing, labour: 10_000, knownFen: 30_000_000, knownCostFen: 29_000_000 },
      { ...nothing, parts: 10_001, vehicle: 20_000_000 },
    ];
    const control = [{ ...nothing, other: 5_000, parts: 4_000 }];
    expect(marginReturnOf(treated, control, { margins, costFen: 100_000 })).toEqual({
      lines: [
        {
          line: 'labour',
          marginBp: 6000,
          treatedSalesFen: 10_000,
          controlSalesFen: 0,
          treatedFen: 6_000,
          controlFen: 0,
        },
        {
          line: 'parts',
          marginBp: 2500,
          treatedSalesFen: 10_001,
          controlSalesFen: 4_000,
          treatedFen: 2_500,
          controlFen: 1_000,
        },
        {
          line: 'other',
          marginBp: 0,
          treatedSalesFen: 0,
          controlSalesFen: 5_000,
          treatedFen: 0,
          controlFen: 0,
        },
        {
          line: 'vehicle',
          marginBp: 300,
          treatedSalesFen: 20_000_000,
          controlSalesFen: 0,
          treatedFen: 600_000,
          controlFen: 0,
        },
        {
          line: 'known',
          marginBp: 333,
          treatedSalesFen: 30_000_000,
          controlSalesFen: 0,
          treatedFen: 1_000_000,
          controlFen: 0,
        },
      ],
      missing: [],
      treatedFen: 1_608_500,
      controlFen: 1_000,
      gain: {
        treatedPerHeadFen: 804_250,
        controlPerHeadFen: 1_000,
        extraFen: 1_606_500,
        netFen: 1_506_500,
        confidence: 'small',
      },
    });
  });

  it('tells nothing while the margin of something sold is not stated; of what nobody bought none is asked', () => {
    const unknown = { ...margins, parts: null, other: null };
    expect(
      marginReturnOf([{ ...nothing, parts: 1 }], [nothing], { margins: unknown, costFen: 0 }),
    ).toMatchObject({ missing: ['parts'], treatedFen: null, gain: null });
    expect(
      marginReturnOf([{ ...nothing, labour: 100 }], [nothing], { margins: unknown, costFen: 0 }),
    ).toMatchObject({ missing: [], treatedFen: 60, gain: { extraFen: 60 } });
  });

  it('adds up: lines give the groups, to the fen', () => {
    const fen = integer({ min: 0, max: 50_000_000 });
    const sold = record({
      labour: fen,
      parts: fen,
      other: fen,
      vehicle: fen,
      knownFen: fen,
      knownCostFen: fen,
    });
    const bp = integer({ min: 0, max: 10_000 });
    assert(
      property(
        array(sold, { minLength: 1, maxLength: 12 }),
        array(sold, { maxLength: 12 }),
        record({ labour: bp, parts: bp, other: bp, vehicle: bp }),
        (treated, control, stated) => {
          const { lines, treatedFen, controlFen } = marginReturnOf(treated, control, {
            margins: stated,
            costFen: 7,
          });
          const sum = (of: (line: (typeof lines)[number]) => number | null): number =>
            lines.reduce((total, line) => total + (of(line) ?? 0), 0);
          expect(sum((line) => line.treatedFen)).toBe(treatedFen);
          expect(sum((line) => line.controlFen)).toBe(controlFen);
        },
      ),
      { numRuns: 200 },
    );
  });
});
