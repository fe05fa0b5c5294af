import { array, assert, integer, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitChain, splitVolumePriceMix, wholeParts } from '#shared/features/gap/gap-variance.rules.ts';
import { branchEnd, whyIssues } from '#shared/features/gap/gap-why.rules.ts';
import { exact } from '#shared/features/indicator/indicator.exact.ts';

const amounts = (drivers: ReturnType<typeof splitChain>) =>
  drivers && Object.fromEntries(drivers.map(({ key, amount }) => [key, amount]));
const step = (key: string, base: number | null, actual: number | null) => ({ key, base, actual });

describe('a difference split by a chain', () => {
  it('is fewer leads at the goal’s rate, and a worse rate of the leads that came', () => {
    // Goal 100 leads → 20 orders; 80 leads came → 12 orders.
    expect(amounts(splitChain([step('leads', 100, 80), step('orders', 20, 12)]))).toEqual({
      leads: -4,
      orders: -4,
    });
  });
  it('carries each step on at the goal’s own rates to the end', () => {
    // 100 → 20 → 10 against 80 → 20 → 12.
    expect(
      amounts(splitChain([step('leads', 100, 80), step('orders', 20, 20), step('deliveries', 10, 12)])),
    ).toEqual({ leads: -2, orders: 2, deliveries: 2 });
  });
  it('splits money into visits and revenue per visit', () => {
    expect(
      amounts(splitChain([step('serviceVisits', 300, 270), step('serviceRevenue', 90_000_000, 83_700_000)])),
    ).toEqual({ serviceVisits: -9_000_000, serviceRevenue: 2_700_000 });
  });
  it('leaves out a step that is not known, and is none where nothing can be compared', () => {
    expect(
      amounts(splitChain([step('leads', null, 80), step('orders', 20, 18), step('deliveries', 10, 12)])),
    ).toEqual({ orders: -1, deliveries: 3 });
    expect(splitChain([step('leads', 0, 80), step('orders', 20, 18)])).toBeUndefined();
    expect(splitChain([step('leads', 10, 80), step('orders', null, 18)])).toBeUndefined();
    expect(splitChain([])).toBeUndefined();
  });
  it('adds up to the difference exactly, whatever the figures', () => {
    const figure = integer({ min: 0, max: 900_000_000 });
    assert(
      property(array(tuple(figure, figure), { minLength: 2, maxLength: 5 }), (pairs) => {
        const drivers = splitChain(pairs.map(([base, actual], at) => step(String(at), base, actual)));
        const [base, actual] = pairs.at(-1) ?? [0, 0];
        if (drivers) expect(drivers.reduce((sum, one) => sum + one.amount, 0)).toBe(actual - base);
      }),
    );
  });
});

describe('volume, mix and price', () => {
  const group = (key: string, b: [number, number], a: [number, number]) => ({
    key,
    base: { count: b[0], amount: b[1] },
    actual: { count: a[0], amount: a[1] },
  });
  it('tells them apart', () => {
    // Base: 10 at 100 and 10 at 300 (average 200). Now 15 at 110 and 9 at 300.
    const drivers = splitVolumePriceMix([
      group('small', [10, 1_000], [15, 1_650]),
      group('large', [10, 3_000], [9, 2_700]),
    ]);
    // Volume 4 × 200; mix 15 × 100 + 9 × 300 − 24 × 200; price 15 × 10.
    expect(drivers).toEqual([
      { key: 'volume', amount: 800 },
      { key: 'mix', amount: -600 },
      { key: 'price', amount: 150 },
    ]);
  });
  it('counts what the base does not know to the mix', () => {
    expect(
      splitVolumePriceMix([group('a', [10, 1_000], [10, 1_000]), group('new', [0, 0], [1, 500])]),
    ).toEqual([
      { key: 'volume', amount: 100 },
      { key: 'mix', amount: 400 },
      { key: 'price', amount: 0 },
    ]);
    expect(splitVolumePriceMix([group('a', [0, 0], [10, 1_000])])).toBeUndefined();
  });
  it('adds up to the difference to the fen, whatever the figures', () => {
    const side = tuple(integer({ min: 0, max: 500 }), integer({ min: 0, max: 90_000_000 }));
    assert(
      property(array(tuple(side, side), { minLength: 1, maxLength: 8 }), (sides) => {
        const groups = sides.map(([base, actual], at) => group(String(at), base, actual));
        const drivers = splitVolumePriceMix(groups);
        const total = (of: 'base' | 'actual') => groups.reduce((sum, one) => sum + one[of].amount, 0);
        if (drivers)
          expect(drivers.reduce((sum, one) => sum + one.amount, 0)).toBe(total('actual') - total('base'));
      }),
    );
  });
});

describe('whole parts', () => {
  it('go by the largest remainder, the first of equal ones', () => {
    expect(wholeParts([exact(1n, 3n), exact(1n, 3n), exact(1n, 3n)])).toEqual([1, 0, 0]);
    expect(wholeParts([exact(-1n, 3n), exact(-2n, 3n)])).toEqual([0, -1]);
    expect(() => wholeParts([exact(1n, 3n)])).toThrow(RangeError);
  });
});

describe('the tree of whys', () => {
  const why = (depth: number, text = '为什么') => ({ depth, text, isRoot: false });
  it.each([
    [[why(0), why(1), why(2), why(1), why(0)], []],
    [[why(1)], [{ field: 'whys.0.depth', issue: 'why-too-deep', params: { row: 1 } }]],
    [[why(0), why(2)], [{ field: 'whys.1.depth', issue: 'why-too-deep', params: { row: 2 } }]],
    [[why(0), why(1, ' ')], [{ field: 'whys.1.text', issue: 'required' }]],
  ])('%j', (whys, issues) => expect(whyIssues(whys)).toEqual(issues));
  it('knows where a branch ends', () => {
    const whys = [why(0), why(1), why(2), why(1), why(0)];
    expect([0, 1, 2, 3, 4].map((at) => branchEnd(whys, at))).toEqual([3, 2, 2, 3, 4]);
  });
});
