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

/**
 * Lists whose entries have a key: entry by entry and field by field. What either side added is there, what either took away
 * is not; the order is theirs, with mine behind the entry that it follows here.
 */
export function mergeKeyed<Entry extends { readonly key: string }>(
  base: readonly Entry[],
  mine: readonly Entry[],
  theirs: readonly Entry[],
): Entry[] | undefined {
  const of = (list: readonly Entry[]): Map<string, Entry> => new Map(list.map((entry) => [entry.key, entry]));
  const [known, own, other] = [of(base), of(mine), of(theirs)];
  const merged = new Map<string, Entry>();
  for (const key of new Set([...other.keys(), ...own.keys()])) {
    const [before, here, there] = [known.get(key), own.get(key), other.get(key)];
    if (before && (!here || !there)) {
      // Taken away on one side: gone, unless the other side wrote in it meanwhile.
      if (same(before, here ?? there)) continue;
      return undefined;
    }
    const entry = here && there ? mergeFields(before ?? here, here, there) : (here ?? there);
    if (entry === undefined) return undefined;
    merged.set(key, entry);
  }
  const moved = !same(
    base.map(({ key }) => key).filter((key) => merged.has(key)),
    mine.map(({ key }) => key).filter((key) => known.has(key) && merged.has(key)),
  );
  const [order, late] = moved ? [mine, theirs] : [theirs, mine];
  const keys = order.map(({ key }) => key).filter((key) => merged.has(key));
  late.forEach(({ key }, index) => {
    if (keys.includes(key) || !merged.has(key)) return;
    const before = late.slice(0, index).findLast((entry) => keys.includes(entry.key));
    keys.splice(before ? keys.indexOf(before.key) + 1 : 0, 0, key);
  });
  return keys.flatMap((key) => merged.get(key) ?? []);
}

/** Objects of lists with keys, of objects and of plain values: each field by its kind. Undefined where a person must choose. */
export function mergeDeep<Value>(base: Value, mine: Value, theirs: Value): Value | undefined {
  const whole = mergeWhole(base, mine, theirs);
  if (whole !== undefined) return whole;
  if (isKeyedList(base) && isKeyedList(mine) && isKeyedList(theirs))
    return mergeKeyed(base, mine, theirs) as Value | undefined; // entries of these lists
  if (!isObject(base) || !isObject(mine) || !isObject(theirs)) return undefined;
  const merged: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const values = [base, mine, theirs].map((one) => (one as Record<string, unknown>)[name]);
    const value = mergeDeep<unknown>(values[0], values[1], values[2]);
    if (value === undefined && !same(values[1], values[2])) return undefined;
    merged[name] = value;
  }
  return merged as Value; // the fields of both
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isKeyedList = (value: unknown): value is readonly { readonly key: string }[] =>
  Array.isArray(value) && value.every((entry) => isObject(entry) && 'key' in entry);
