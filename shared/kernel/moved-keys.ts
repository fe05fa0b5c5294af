/**
 * Which of the keys that both lists have were moved: as few as explain the new order, the rest being the longest run that kept
 * its order.
 */
export function movedKeys(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const place = new Map(before.map((key, index) => [key, index]));
  const kept = after.filter((key) => place.has(key));
  const order = kept.map((key) => place.get(key) ?? 0);
  // Longest rising run: `best` is its length up to each item, `from` the item before in it.
  const best = order.map(() => 1);
  const from = order.map(() => -1);
  let last = -1;
  order.forEach((value, index) => {
    for (let earlier = 0; earlier < index; earlier += 1) {
      const length = (best[earlier] ?? 0) + 1;
      if ((order[earlier] ?? 0) < value && length > (best[index] ?? 0)) {
        best[index] = length;
        from[index] = earlier;
      }
    }
    if (last === -1 || (best[index] ?? 0) > (best[last] ?? 0)) last = index;
  });
  const moved = new Set(kept);
  for (let at = last; at >= 0; at = from[at] ?? -1) moved.delete(kept[at] ?? '');
  return moved;
}
