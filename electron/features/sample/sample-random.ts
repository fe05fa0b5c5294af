import { seededNumbers } from '#shared/kernel/seeded.ts';

/** Chance that anyone can repeat: the same seed gives the same sequence on every machine. */
export type SampleRandom = {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number from `low` to `high`, both possible. */
  int(low: number, high: number): number;
  chance(probability: number): boolean;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
};

/** FNV-1a of a text, 32 bits. */
export function textHash(text: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  return hash >>> 0;
}

/** A sequence of its own for every subject, so that a change in one subject leaves the others as they were. */
export function sampleRandom(seed: number, subject: string): SampleRandom {
  const next = seededNumbers(Math.imul(seed, 2_654_435_761) ^ textHash(subject));
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick(list) {
      const found = list[int(0, list.length - 1)];
      if (found === undefined) throw new RangeError('nothing to pick from');
      return found;
    },
  };
}

/** Picks an entry as often as its weight says. */
export function weightedPick<T>(entries: readonly (readonly [T, number])[]): (random: SampleRandom) => T {
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  return (random) => {
    let left = random.next() * total;
    for (const [item, weight] of entries) {
      left -= weight;
      if (left < 0) return item;
    }
    const last = entries.at(-1);
    if (!last) throw new RangeError('nothing to pick from');
    return last[0];
  };
}
