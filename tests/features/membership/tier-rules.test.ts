import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countedOf,
  readDesign,
  shippedDesign,
  type DesignContent,
} from '#shared/features/membership/membership.content.ts';
import { designIssues, givenOf, givenOfMargin } from '#shared/features/membership/membership-design.rules.ts';
import { tierAfter } from '#shared/features/membership/membership-tier.rules.ts';
import { addDays, addMonths, type Day } from '#shared/kernel/day.ts';

const tiersOf = (rules: readonly (readonly [from: number, keep: number | null, grace: number])[]) => ({
  tiers: rules.map(([fromFen, keepFen, graceMonths], at) => ({
    name: String(at),
    fromFen,
    keepFen,
    graceMonths,
    pointsPer100: 0,
    labourDiscountBp: 0,
    benefits: [],
    priceFen: 0,
    priceMonths: 12,
  })),
});
type Sale = { readonly onDay: Day; readonly saleFen: number };

/** Slow and obvious: each day from the first sale on is looked at by itself. */
function byDays({ tiers }: Pick<DesignContent, 'tiers'>, sales: readonly Sale[], until: Day): string {
  const sumOn = (day: Day): number =>
    sales
      .filter(({ onDay }) => onDay <= day && onDay > addMonths(day, -12))
      .reduce((sum, { saleFen }) => sum + saleFen, 0);
  let tier = 0;
  let ends: Day | undefined;
  for (let day = sales[0]?.onDay ?? until; day <= until; day = addDays(day, 1)) {
    const sum = sumOn(day);
    const keepOf = (at: number): number => {
      const rule = tiers[at];
      return rule ? Math.min(rule.fromFen, rule.keepFen ?? rule.fromFen) : 0;
    };
    const reached = Math.max(
      0,
      tiers.findLastIndex(({ fromFen }) => sum >= fromFen),
    );
    if (reached >= tier) {
      tier = reached;
      ends = undefined;
    } else if (sum >= keepOf(tier)) ends = undefined;
    else {
      ends ??= addMonths(day, tiers[tier]?.graceMonths ?? 0);
      if (ends <= day) {
        do tier -= 1;
        while (tier > reached && sum < keepOf(tier));
        ends = undefined;
      }
    }
  }
  return tiers[tier]?.name ?? '';
}

describe('tiers that are kept', () => {
  it('agree with looking at every day by itself', () => {
    const sale = fc.record({
      after: fc.integer({ min: 0, max: 500 }),
      saleFen: fc.integer({ min: -40, max: 100 }),
    });
    const rule = fc.record({
      keep: fc.option(fc.integer({ min: 0, max: 60 })),
      grace: fc.integer({ min: 0, max: 7 }),
    });
    let kept = 0;
    fc.assert(
      fc.property(
        fc.array(sale, { minLength: 1, maxLength: 7 }),
        fc.tuple(rule, rule, rule),
        fc.integer({ min: 0, max: 1100 }),
        (given, rules, ask) => {
          const design = tiersOf(rules.map(({ keep, grace }, at) => [[0, 60, 120][at] ?? 0, keep, grace]));
          const sales = given
            .map(({ after, saleFen }) => ({ onDay: addDays('2023-09-01', after), saleFen }))
            .toSorted((a, b) => (a.onDay < b.onDay ? -1 : a.onDay > b.onDay ? 1 : 0));
          const until = addDays('2023-09-01', ask);
          const before = sales.filter(({ onDay }) => onDay <= until);
          const tier = tierAfter(design, before, until).name;
          expect(tier).toBe(byDays(design, before, until));
          if (tier !== '0') kept += 1;
        },
      ),
      { numRuns: 300 },
    );
    expect(kept).toBeGreaterThan(20);
  });

  it.each<[string, Day, string]>([
    ['the last day of the twelve months', '2025-02-28', '1'],
    ['the year of a 29 February is over on 1 March', '2025-03-01', '1'],
    ['grace lasts to the day before', '2025-04-30', '1'],
    ['and ends with its months', '2025-05-01', '0'],
  ])('%s', (_name, day, tier) => {
    const design = tiersOf([
      [0, null, 0],
      [100, 50, 2],
    ]);
    expect(tierAfter(design, [{ onDay: '2024-02-29', saleFen: 100 }], day).name).toBe(tier);
  });

  it('keeps at the keep threshold, and falls to what is still kept', () => {
    const design = tiersOf([
      [0, null, 0],
      [100, 40, 0],
      [200, 150, 0],
    ]);
    const sales = [
      { onDay: '2024-01-10', saleFen: 160 },
      { onDay: '2024-06-10', saleFen: 45 },
    ];
    expect(tierAfter(design, sales, '2024-12-31').name).toBe('2');
    expect(tierAfter(design, sales, '2025-01-10').name).toBe('1');
    expect(tierAfter(design, sales, '2025-06-10').name).toBe('0');
  });
});

describe('what a design gives', () => {
  it('reads editions of before: everything earns, no margin, tiers end with their sales', () => {
    const { goods: _goods, marginLimitBp: _limit, ...old } = shippedDesign;
    const text = JSON.stringify({
      ...old,
      tiers: old.tiers.map(({ keepFen: _keep, graceMonths: _grace, ...tier }) => tier),
    });
    expect(readDesign(text)).toEqual(shippedDesign);
    expect(readDesign(text)).toBe(readDesign(text));
    expect(() => readDesign('{"tiers":[]}')).toThrow('pointFen');
  });

  const design: DesignContent = {
    ...shippedDesign,
    goods: {
      labour: { pointsBp: 10_000, marginBp: 6000 },
      parts: { pointsBp: 5000, marginBp: 2000 },
      other: { pointsBp: 0, marginBp: 1000 },
      vehicle: { pointsBp: 333, marginBp: null },
    },
  };

  it('counts a sale by the share of what was sold', () => {
    expect(countedOf(design, { labour: 10_001, parts: 999, other: 5000, vehicle: 100 })).toEqual({
      saleFen: 11_100,
      countedFen: 10_503, // 10,001 + 499.5 + 3.33
    });
    expect(countedOf(shippedDesign, { other: 123 })).toEqual({ saleFen: 123, countedFen: 123 });
  });

  it('is held to a share of the margin of each kind of goods', () => {
    const [, silver] = design.tiers;
    if (!silver) throw new Error('no second tier');
    // points 1.5 %, discount 5 %, benefits 2 × ¥60 of ¥10,000
    expect(givenOf(silver, design, 'labour')).toBe(150 + 500 + 120);
    expect(givenOf(silver, design, 'parts')).toBe(75 + 120);
    expect(givenOfMargin(silver, design, 'labour')).toBeCloseTo(1283.33);
    expect(givenOfMargin(silver, design, 'vehicle')).toBeNull();
    expect(designIssues(design)).toEqual([]);
    expect(designIssues({ ...design, marginLimitBp: 1200 })).toEqual([
      {
        field: 'tiers.1.labourDiscountBp',
        issue: 'membership-margin-labour',
        params: { percent: 7.7, limit: 12, most: 7.2 },
      },
      {
        field: 'tiers.2.labourDiscountBp',
        issue: 'membership-margin-labour',
        params: { percent: 13.48, limit: 12, most: 7.2 },
      },
      { field: 'tiers.2.pointsPer100', issue: 'membership-margin-parts', params: expect.anything() },
    ]);
    const high = design.tiers.map((tier) => ({ ...tier, keepFen: tier.fromFen + 1 }));
    expect(designIssues({ ...design, tiers: high }).map(({ issue }) => issue)).toEqual([
      'membership-keep-above',
      'membership-keep-above',
      'membership-keep-above',
    ]);
  });
});
