import { assert, boolean, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisTicks } from '#electron/reports/axis-ticks.ts';

describe('the values at an axis', () => {
  it.each<[string, number, number, boolean, number[]]>([
    ['small counts', 0, 3, true, [0, 1, 2, 3]],
    ['a dozen', 0, 14, true, [0, 5, 10, 15]],
    ['counts get no half steps', 0, 10, true, [0, 5, 10]],
    ['measures may', 0, 10, false, [0, 2.5, 5, 7.5, 10]],
    ['fractions without crumbs', 0, 0.3, false, [0, 0.1, 0.2, 0.3]],
    ['below and above', -121, 123, true, [-200, -100, 0, 100, 200]],
    ['below only', -7, 0, true, [-8, -6, -4, -2, 0]],
    ['nothing', 0, 0, true, [0, 1]],
    ['large sums', 0, 1_842_300, true, [0, 500_000, 1_000_000, 1_500_000, 2_000_000]],
  ])('%s', (_case, lowest, highest, whole, expected) => {
    expect(axisTicks(lowest, highest, whole)).toEqual(expected);
  });

  it('enclose every value, hold 0, and are few', () => {
    const cents = (most: number) => integer({ min: 0, max: most });
    assert(
      property(cents(1e11), cents(1e11), boolean(), (below, above, whole) => {
        const [lowest, highest] = whole ? [-below, above] : [-below / 100, above / 100];
        const ticks = axisTicks(lowest, highest, whole);
        expect(ticks[0]).toBeLessThanOrEqual(lowest);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest);
        expect(ticks.some((tick) => tick === 0)).toBe(true);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(7);
        if (whole) expect(ticks.every(Number.isInteger)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
