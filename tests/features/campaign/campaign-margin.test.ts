import { array, assert, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  editionsOf,
  giftBasis,
  giftCostFen,
  marginReturnOf as reckoned,
  nothingSold as nothing,
  type Sold,
} from '#shared/features/campaign/campaign-margin.rules.ts';
import {
  marginOn,
  marginPeriods,
  type MarginEdition,
} from '#shared/features/membership/membership-margin.rules.ts';

type Margins = MarginEdition['margins'];
const margins = { labour: 6000, parts: 2500, other: 0, vehicle: 300 };
const span = { from: '2026-03-01', to: '2026-03-31' };

/** One edition over all days. */
const marginReturnOf = (
  treated: readonly Sold[],
  control: readonly Sold[],
  { margins: stated, costFen }: { readonly margins: Margins; readonly costFen: number },
) =>
  reckoned(
    treated.map((sold) => [sold]),
    control.map((sold) => [sold]),
    { periods: marginPeriods([{ edition: 4, fromDay: '2026-01-01', margins: stated }], span), costFen },
  );

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
          days: null,
          editions: [4],
          isLater: false,
          marginBp: 6000,
          treatedSalesFen: 10_000,
          controlSalesFen: 0,
          treatedFen: 6_000,
          controlFen: 0,
        },
        {
          line: 'parts',
          days: null,
          editions: [4],
          isLater: false,
          marginBp: 2500,
          treatedSalesFen: 10_001,
          controlSalesFen: 4_000,
          treatedFen: 2_500,
          controlFen: 1_000,
        },
        {
          line: 'other',
          days: null,
          editions: [4],
          isLater: false,
          marginBp: 0,
          treatedSalesFen: 0,
          controlSalesFen: 5_000,
          treatedFen: 0,
          controlFen: 0,
        },
        {
          line: 'vehicle',
          days: null,
          editions: [4],
          isLater: false,
          marginBp: 300,
          treatedSalesFen: 20_000_000,
          controlSalesFen: 0,
          treatedFen: 600_000,
          controlFen: 0,
        },
        {
          line: 'known',
          days: null,
          editions: [],
          isLater: false,
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

describe('margins of the days', () => {
  const none = { labour: null, parts: null, other: null, vehicle: null };
  const edition = (number: number, fromDay: string, given: Partial<Margins>): MarginEdition => ({
    edition: number,
    fromDay,
    margins: { ...none, ...given },
  });
  const editions = [
    edition(0, '2000-01-01', {}),
    edition(1, '2026-03-10', { labour: 6000 }),
    edition(2, '2026-03-20', { labour: 5000, parts: 2500 }),
    edition(3, '2026-05-01', { labour: 4000, parts: 2000, other: 100 }),
  ];
  it.each([
    ['the edition of the day', 'labour', '2026-03-10', 6000, 1, false],
    ['its last day', 'labour', '2026-03-19', 6000, 1, false],
    ['the next one', 'labour', '2026-03-20', 5000, 2, false],
    ['stated none: the first later one that does', 'labour', '2026-03-09', 6000, 1, true],
    ['beyond one that states none either', 'parts', '2026-03-01', 2500, 2, true],
    ['only after the campaign', 'other', '2026-03-31', 100, 3, true],
    ['nobody has stated it', 'vehicle', '2026-03-31', null, 2, false],
  ] as const)('%s', (_name, kind, day, marginBp, number, isLater) =>
    expect(marginOn(editions, kind, day)).toEqual({ marginBp, edition: number, isLater }),
  );

  it('cuts the days where an edition begins, without gap or overlap', () => {
    expect(marginPeriods(editions, span).map(({ from, to }) => [from, to])).toEqual([
      ['2026-03-01', '2026-03-09'],
      ['2026-03-10', '2026-03-19'],
      ['2026-03-20', '2026-03-31'],
    ]);
    expect(marginPeriods(editions, { from: '2026-03-20', to: '2026-03-20' })).toHaveLength(1);
  });

  it('a campaign of the past keeps its margins: each sale has that of its day, a changed margin its own line', () => {
    const periods = marginPeriods(editions, span);
    const sold = [10_000, 20_000, 40_000].map((labour) => ({ ...nothing, labour }));
    const result = reckoned([sold], [[nothing, nothing, { ...nothing, parts: 1_000 }]], {
      periods,
      costFen: 0,
    });
    // The first two periods have one margin, of a later edition in the first.
    expect(
      result.lines.map(({ line, days, marginBp, editions: from, isLater, treatedFen }) => [
        line,
        days,
        marginBp,
        from,
        isLater,
        treatedFen,
      ]),
    ).toEqual([
      ['labour', { from: '2026-03-01', to: '2026-03-09' }, 6000, [1], true, 6_000],
      ['labour', { from: '2026-03-10', to: '2026-03-19' }, 6000, [1], false, 12_000],
      ['labour', { from: '2026-03-20', to: '2026-03-31' }, 5000, [2], false, 20_000],
      ['parts', { from: '2026-03-20', to: '2026-03-31' }, 2500, [2], false, 0],
    ]);
    expect(result).toMatchObject({ treatedFen: 38_000, controlFen: 250 });
    expect(editionsOf(result)).toEqual({ held: [1, 2], later: [1] });
    const earlier = reckoned([sold], [], { periods: marginPeriods(editions.slice(0, 3), span), costFen: 0 });
    expect(earlier.treatedFen).toBe(38_000);
  });

  it.each([
    [20_000, 6000, 8_000],
    [20_000, null, 20_000],
    [20_000, 0, 20_000],
    [20_000, 10_000, 0],
    [3, 5000, 2],
  ])('a gift of %s fen at a margin of %s costs %s', (price, marginBp, cost) =>
    expect(giftCostFen(price, marginBp)).toBe(cost),
  );

  it.each([
    [0, 0, 'none'],
    [500, 0, 'cost'],
    [500, 500, 'price'],
    [500, 100, 'both'],
  ] as const)('of %s fen used, %s at their price: %s', (usedFen, atPriceFen, basis) =>
    expect(giftBasis({ usedFen, atPriceFen })).toBe(basis),
  );
});
