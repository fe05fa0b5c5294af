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
