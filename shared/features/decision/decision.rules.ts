/** Why a decision cannot be replaced by another: `decision-replaced` is a reason, the others are issues of the successor. */
export type ReplaceRefusal = 'decision-replaced' | 'decision-replaces-itself' | 'decision-chain-loops';

/**
 * Whether a decision may be replaced by another. A chain of successors ends in one that is in force: it never comes back to
 * the decision, and one that is replaced already keeps its successor until that is taken back.
 * `successors`: the present successor of each replaced decision.
 */
export function replaceRefusal(
  id: number,
  byId: number,
  successors: ReadonlyMap<number, number>,
): ReplaceRefusal | null {
  if (id === byId) return 'decision-replaces-itself';
  if (successors.has(id)) return 'decision-replaced';
  const seen = new Set<number>();
  for (let at: number | undefined = byId; at !== undefined && !seen.has(at); at = successors.get(at)) {
    if (at === id) return 'decision-chain-loops';
    seen.add(at);
  }
  return null;
}

/**
 * The whole chain that a decision belongs to, in the order of time: what it replaced, directly or through others, itself, and
 * what came after it. Several decisions may have been replaced by one.
 */
export function chainOf(id: number, successors: ReadonlyMap<number, number>): readonly number[] {
  const after = [id];
  for (
    let next = successors.get(id);
    next !== undefined && !after.includes(next);
    next = successors.get(next)
  )
    after.push(next);
  const before = [...successors.keys()].filter((one) => !after.includes(one) && leadsTo(one, id, successors));
  return [...before.sort((a, b) => a - b), ...after];
}

function leadsTo(from: number, id: number, successors: ReadonlyMap<number, number>): boolean {
  const seen = new Set<number>();
  for (let at: number | undefined = from; at !== undefined && !seen.has(at); at = successors.get(at)) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}
