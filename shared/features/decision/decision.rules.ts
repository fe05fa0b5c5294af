/** Why a decision cannot be replaced by another: the key of a sentence in the `problem` texts. */
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

/** The decision in force at the end of a chain; itself where nothing replaced it. */
export function inForce(id: number, successors: ReadonlyMap<number, number>): number {
  const seen = new Set<number>([id]);
  let at = id;
  for (let next = successors.get(at); next !== undefined && !seen.has(next); next = successors.get(at)) {
    seen.add(next);
    at = next;
  }
  return at;
}
