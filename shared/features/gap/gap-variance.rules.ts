import { dividedBy, exact, minus, plus, times, type Exact } from '../indicator/indicator.exact.ts';

/** 差异分解: a difference split into what drove it. Worked exactly; the whole parts always add up to the difference. */

export type Driver = {
  /** `volume`, `mix`, `price`; or the key of the indicator whose amount (first) or rate to the one before drove it. */
  readonly key: string;
  readonly amount: number;
};

const whole = (value: number): Exact => exact(BigInt(value));
const nought = exact(0n);
const floor = ({ over, under }: Exact): bigint => {
  const cut = over / under;
  return over < 0n && cut * under !== over ? cut - 1n : cut;
};

/**
 * Whole numbers that add up to the sum of exact parts (itself whole), by the largest remainder; of equal ones the first.
 * Throws RangeError where the sum is not whole.
 */
export function wholeParts(parts: readonly Exact[]): number[] {
  const sum = parts.reduce(plus, nought);
  if (sum.under !== 1n) throw new RangeError('the parts add up to no whole number');
  const floors = parts.map(floor);
  const short = Number(sum.over - floors.reduce((total, value) => total + value, 0n));
  const byRemainder = parts
    .map((part, at) => ({ at, rest: minus(part, exact(floors[at] ?? 0n)) }))
    .sort((a, b) => {
      const { over } = minus(b.rest, a.rest);
      return over > 0n ? 1 : over < 0n ? -1 : a.at - b.at;
    });
  const raised = new Set(byRemainder.slice(0, short).map(({ at }) => at));
  return floors.map((value, at) => Number(value) + (raised.has(at) ? 1 : 0));
}

export type Step = { readonly key: string; readonly base: number | null; readonly actual: number | null };

/**
 * 线索 × 转化率: a chain of amounts, each a rate of the one before (leads → orders → deliveries → revenue), split into the
 * first amount and the rates. Steps in between that are unknown or 0 on either side are left out. Undefined where the last
 * is unknown, no step before it can be compared, or a rate is so far out that a part is no exact number any more.
 */
export function splitChain(steps: readonly Step[]): readonly Driver[] | undefined {
  const last = steps.at(-1);
  if (!last || last.base === null || last.actual === null) return undefined;
  const known = steps.filter(
    (step): step is Step & { base: number; actual: number } =>
      step === last || (step.base !== null && step.base !== 0 && step.actual !== null && step.actual !== 0),
  );
  if (known.length < 2) return undefined;
  const end = whole(last.base);
  const parts = known.map(({ base, actual }, at) => {
    const before = known[at - 1];
    const expected = before
      ? dividedBy(times(whole(before.actual), whole(base)), whole(before.base))
      : whole(base);
    const moved = minus(whole(actual), expected ?? nought);
    // What a step moved carries on at the base's own rates to the end; the last one is the end itself.
    return at === known.length - 1 ? moved : (dividedBy(times(moved, end), whole(base)) ?? nought);
  });
  const amounts = wholeParts(parts);
  if (!amounts.every((amount) => Number.isSafeInteger(amount))) return undefined;
  return known.map(({ key }, at) => ({ key, amount: amounts[at] ?? 0 }));
}

export type MixGroup = {
  readonly key: string;
  readonly base: { readonly count: number; readonly amount: number };
  readonly actual: { readonly count: number; readonly amount: number };
};

const sumOf = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * 量、价、结构: volume at the base's average price; mix by the base's own prices; price for the rest. A group that the base
 * does not know has no price of its own there and counts to the mix at its present one. Undefined where the base counts nothing.
 */
export function splitVolumePriceMix(groups: readonly MixGroup[]): readonly Driver[] | undefined {
  const baseCount = sumOf(groups.map(({ base }) => base.count));
  if (baseCount === 0) return undefined;
  const baseAmount = whole(sumOf(groups.map(({ base }) => base.amount)));
  const actualAmount = whole(sumOf(groups.map(({ actual }) => actual.amount)));
  const moved = whole(sumOf(groups.map(({ actual }) => actual.count)) - baseCount);
  const atBasePrices = groups
    .map(({ base, actual }) =>
      base.count === 0
        ? whole(actual.amount)
        : exact(BigInt(actual.count) * BigInt(base.amount), BigInt(base.count)),
    )
    .reduce(plus, nought);
  const volume = times(moved, dividedBy(baseAmount, whole(baseCount)) ?? nought);
  const mix = minus(minus(atBasePrices, baseAmount), volume);
  const [volumePart = 0, mixPart = 0, pricePart = 0] = wholeParts([
    volume,
    mix,
    minus(actualAmount, atBasePrices),
  ]);
  return [
    { key: 'volume', amount: volumePart },
    { key: 'mix', amount: mixPart },
    { key: 'price', amount: pricePart },
  ];
}
