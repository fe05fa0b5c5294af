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

/** What becomes of a thing that both sides changed differently; undefined: a person must choose. */
type Clash = <Value>(base: Value, mine: Value, theirs: Value) => Value | undefined;
const chosenByPerson: Clash = () => undefined;

type Keyed = { readonly key: string };

/**
 * Lists whose entries have a key: entry by entry and field by field. What either side added is there, what either took away
 * is not; the order is theirs, with mine behind the entry that it follows here.
 */
function mergeEntries<Entry extends Keyed>(
  base: readonly Entry[],
  mine: readonly Entry[],
  theirs: readonly Entry[],
  clash: Clash,
): Entry[] | undefined {
  const of = (list: readonly Entry[]): Map<string, Entry> => new Map(list.map((entry) => [entry.key, entry]));
  const [known, own, other] = [of(base), of(mine), of(theirs)];
  const merged = new Map<string, Entry>();
  for (const key of new Set([...other.keys(), ...own.keys()])) {
    const [before, here, there] = [known.get(key), own.get(key), other.get(key)];
    if (before && (!here || !there)) {
      // Taken away on one side: gone, unless the other side wrote in it meanwhile.
      if (same(before, here ?? there)) continue;
      const kept = clash(before, here ?? before, there ?? before);
      if (kept === undefined) return undefined;
      merged.set(key, here ?? there ?? kept);
      continue;
    }
    const entry = here && there ? mergeObjects(before ?? here, here, there, clash) : (here ?? there);
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

function mergeObjects<Value extends object>(
  base: Value,
  mine: Value,
  theirs: Value,
  clash: Clash,
): Value | undefined {
  const merged: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const [before, here, there] = [base, mine, theirs].map((one) => (one as Record<string, unknown>)[name]);
    const value = mergeAny(before, here, there, clash);
    if (value === undefined && !same(here, there)) return undefined;
    merged[name] = value;
  }
  return merged as Value; // the fields of both
}

function mergeAny<Value>(base: Value, mine: Value, theirs: Value, clash: Clash): Value | undefined {
  const whole = mergeWhole(base, mine, theirs);
  if (whole !== undefined) return whole;
  if (isKeyedList(base) && isKeyedList(mine) && isKeyedList(theirs))
    return mergeEntries(base, mine, theirs, clash) as Value | undefined; // entries of these lists
  if (isList(base) && isList(mine) && isList(theirs))
    return mergePlaces(base, mine, theirs, clash) as Value | undefined; // a list like both
  if (!isObject(base) || !isObject(mine) || !isObject(theirs)) return clash(base, mine, theirs);
  return mergeObjects(base, mine, theirs, clash);
}

/** Lists without keys place by place, as the cells of a table, while nobody added or took away one. */
function mergePlaces(
  base: readonly unknown[],
  mine: readonly unknown[],
  theirs: readonly unknown[],
  clash: Clash,
): readonly unknown[] | undefined {
  if (base.length !== mine.length || base.length !== theirs.length) return clash(base, mine, theirs);
  const merged: unknown[] = [];
  for (const [at, before] of base.entries()) {
    const value = mergeAny(before, mine[at], theirs[at], clash);
    if (value === undefined) return undefined;
    merged.push(value);
  }
  return merged;
}

/** Objects of lists with keys, of lists, of objects and of plain values: each field by its kind. Undefined where a person must choose. */
export const mergeDeep = <Value>(base: Value, mine: Value, theirs: Value): Value | undefined =>
  mergeAny(base, mine, theirs, chosenByPerson);

/** Both sides where nobody can choose: texts one below the other, lists of lines together, of anything else mine. */
const both: Clash = <Value>(_base: Value, mine: Value, theirs: Value): Value => {
  if (typeof mine === 'string' && typeof theirs === 'string') return joined(mine, theirs) as Value; // a text like both
  if (Array.isArray(mine) && Array.isArray(theirs))
    return [...theirs, ...mine.filter((line) => !theirs.some((one) => same(one, line)))] as Value; // lines of both
  return mine;
};

/** As `mergeDeep`, and where both changed the same thing, what both wrote: what one side took away and the other wrote in stays. */
export const joinDeep = <Value>(base: Value, mine: Value, theirs: Value): Value =>
  mergeAny(base, mine, theirs, both) ?? mine;

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isKeyedList = (value: unknown): value is readonly Keyed[] =>
  isList(value) && value.every((entry) => isObject(entry) && 'key' in entry);
