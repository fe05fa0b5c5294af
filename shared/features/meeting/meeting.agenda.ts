/**
 * What a topic is called after its agenda was changed: itself, the new title in its place, or the only new one where only
 * one is gone. Undefined: it was removed.
 */
export function titleAfter(
  before: readonly string[],
  after: readonly string[],
  title: string,
): string | undefined {
  if (after.includes(title)) return title;
  const added = after.filter((one) => !before.includes(one));
  const gone = before.filter((one) => !after.includes(one));
  const inPlace = after[before.indexOf(title)];
  if (inPlace !== undefined && added.includes(inPlace)) return inPlace;
  return added.length === 1 && gone.length === 1 ? added[0] : undefined;
}

/**
 * Where an agenda item stands after a change, seen by titles alone: two items may have the same one. Undefined: it was
 * removed. Twins that change places with each other cannot be told apart.
 */
export function placeAfter(
  before: readonly string[],
  after: readonly string[],
  place: number,
): number | undefined {
  const title = before[place];
  if (title === undefined) return undefined;
  const placesIn = (list: readonly string[]): number[] => [...list.keys()].filter((at) => list[at] === title);
  const [was, now] = [placesIn(before), placesIn(after)];
  if (now.length === was.length) return now[was.indexOf(place)];
  const inPlace = after[place];
  if (inPlace === title) return place;
  // One twin less, and a new title where this one stood: this one was renamed.
  const isRenamed = now.length < was.length && inPlace !== undefined && !before.includes(inPlace);
  if (isRenamed) return place;
  if (now.length === 0) {
    const renamed = titleAfter(before, after, title);
    return renamed === undefined ? undefined : after.indexOf(renamed);
  }
  return now[Math.min(was.indexOf(place), now.length - 1)];
}
