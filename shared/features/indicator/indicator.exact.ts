/** Exact fractions: figures are divided and multiplied without rounding, and rounded once at the end. */
export type Exact = { readonly over: bigint; readonly under: bigint };

export type IndicatorUnit = 'count' | 'fen' | 'basisPoints' | 'days' | 'hundredths';

/** Stored steps of one natural unit: 1 yuan is 100 fen, the whole is 10 000 basis points. */
const unitScale: Readonly<Record<IndicatorUnit, number>> = {
  count: 1,
  fen: 100,
  basisPoints: 10_000,
  days: 1,
  hundredths: 100,
};

const size = (value: bigint): bigint => (value < 0n ? -value : value);
const commonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? size(a) : commonDivisor(b, a % b));

/** A fraction in its lowest terms, the sign above. `under` must not be 0. */
export function exact(over: bigint, under = 1n): Exact {
  const divisor = commonDivisor(over, under) || 1n;
  const sign = under < 0n ? -1n : 1n;
  return { over: (sign * over) / divisor, under: (sign * under) / divisor };
}

export const plus = (a: Exact, b: Exact): Exact =>
  exact(a.over * b.under + b.over * a.under, a.under * b.under);
export const minus = (a: Exact, b: Exact): Exact =>
  exact(a.over * b.under - b.over * a.under, a.under * b.under);
export const times = (a: Exact, b: Exact): Exact => exact(a.over * b.over, a.under * b.under);
/** Undefined for a division by nothing. */
export const dividedBy = (a: Exact, b: Exact): Exact | undefined =>
  b.over === 0n ? undefined : exact(a.over * b.under, a.under * b.over);

/** A stored whole number in its natural unit: 12 345 fen are 123.45 yuan. */
export const natural = (value: number, unit: IndicatorUnit): Exact =>
  exact(BigInt(value), BigInt(unitScale[unit]));

/** The nearest whole number of the unit's steps, halves away from zero. */
export function stored(value: Exact, unit: IndicatorUnit): number {
  const scaled = value.over * BigInt(unitScale[unit]);
  const half = scaled < 0n ? -value.under : value.under;
  return Number((2n * scaled + half) / (2n * value.under));
}
