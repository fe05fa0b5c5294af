/** Exact splits of a whole number (pieces, or fen): the parts always add up to it. */

export type Split = {
  readonly parts: readonly number[];
  /** Positions that got one unit more than their share rounded down. */
  readonly raised: readonly number[];
};

const safe = Number.MAX_SAFE_INTEGER;

/** Floor and remainder of total × weight ÷ sum, exact also beyond 2⁵³. */
function share(total: number, weight: number, sum: number): readonly [number, number] {
  const product = total * weight;
  if (product <= safe) {
    const whole = Math.floor(product / sum);
    return [whole, product - whole * sum];
  }
  const exact = BigInt(total) * BigInt(weight);
  const whole = exact / BigInt(sum);
  return [Number(whole), Number(exact - whole * BigInt(sum))];
}

/**
 * Splits a total by weights with the method of the largest remainder (Hamilton): each part is its share rounded down, and
 * the units left over go to the largest remainders, the earlier one first where two are equal. No part differs from its
 * share by one unit or more. Throws RangeError for a negative or broken total or weight, and where all weights are 0.
 */
export function splitExactly(total: number, weights: readonly number[]): Split {
  if (!Number.isSafeInteger(total) || total < 0) throw new RangeError(`no whole total: ${total}`);
  let sum = 0;
  for (const weight of weights) {
    if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`no whole weight: ${weight}`);
    sum += weight;
  }
  if (sum === 0) throw new RangeError('nothing to split by');
  const parts: number[] = [];
  const remainders = new Float64Array(weights.length);
  let given = 0;
  for (const [at, weight] of weights.entries()) {
    const [whole, remainder] = share(total, weight, sum);
    parts.push(whole);
    given += whole;
    remainders[at] = remainder;
  }
  const raised = largest(remainders, total - given);
  for (const at of raised) parts[at] = (parts[at] ?? 0) + 1;
  return { parts, raised };
}

/** Positions of so many largest values, the earlier one first where two are equal; ascending. */
function largest(values: Float64Array, count: number): number[] {
  if (count === 0) return [];
  const least = values.toSorted()[values.length - count] ?? 0;
  const chosen: number[] = [];
  const above = values.reduce((found, value) => found + (value > least ? 1 : 0), 0);
  let equal = count - above;
  for (const [at, value] of values.entries()) {
    if (value > least) chosen.push(at);
    else if (value === least && equal > 0) {
      chosen.push(at);
      equal -= 1;
    }
  }
  return chosen;
}
