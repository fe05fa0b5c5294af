/**
 * Two people changed one thing since both saw `base`: what either changed alone goes together. Undefined where both changed
 * the same thing differently; then a person must choose.
 */
export type Merge<Value> = (base: Value, mine: Value, theirs: Value) => Value | undefined;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** One value, taken whole. */
export const mergeWhole = <Value>(base: Value, mine: Value, theirs: Value): Value | undefined =>
  same(mine, theirs) || same(theirs, base) ? mine : same(mine, base) ? theirs : undefined;

/** Field by field. */
export function mergeFields<Value extends object>(
  base: Value,
  mine: Value,
  theirs: Value,
): Value | undefined {
  const merged: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const key = name as keyof Value; // a name of these objects
    const value = mergeWhole<unknown>(base[key], mine[key], theirs[key]);
    if (value === undefined && !same(mine[key], theirs[key])) return undefined;
    merged[name] = value;
  }
  return merged as Value; // the fields of both
}

/** Both texts, one below the other; where one holds the other, the longer one. */
export const joined = (mine: string, theirs: string): string =>
  mine.includes(theirs.trim())
    ? mine
    : theirs.includes(mine.trim())
      ? theirs
      : `${theirs.trimEnd()}\n${mine}`;
