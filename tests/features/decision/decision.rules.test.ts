import { array, assert, integer, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainOf, replaceRefusal } from '#shared/features/decision/decision.rules.ts';

describe('a decision replaced by another', () => {
  it.each([
    [1, 2, [], null],
    [1, 1, [], 'decision-replaces-itself'],
    [1, 3, [[1, 2]], 'decision-replaced'],
    [2, 1, [[1, 2]], 'decision-chain-loops'],
    [
      3,
      1,
      [
        [1, 2],
        [2, 3],
      ],
      'decision-chain-loops',
    ],
    [
      3,
      4,
      [
        [1, 2],
        [2, 3],
      ],
      null,
    ],
    [
      4,
      2,
      [
        [1, 2],
        [2, 3],
      ],
      null,
    ],
  ] as const)('%i by %i', (id, byId, chain, refusal) => {
    expect(replaceRefusal(id, byId, new Map(chain))).toBe(refusal);
  });

  it('every chain that the rule allows ends in a decision in force', () => {
    const one = integer({ min: 1, max: 8 });
    assert(
      property(array(tuple(one, one), { maxLength: 40 }), (tries) => {
        const successors = new Map<number, number>();
        for (const [id, byId] of tries)
          if (replaceRefusal(id, byId, successors) === null) successors.set(id, byId);
        for (let id = 1; id <= 8; id += 1) {
          const chain = chainOf(id, successors);
          expect(new Set(chain).size).toBe(chain.length);
          // It ends in one that is in force, and each of it leads there.
          const end = chain.at(-1) ?? 0;
          expect(successors.has(end)).toBe(false);
          for (const step of chain) expect(chainOf(step, successors).at(-1)).toBe(end);
        }
      }),
    );
  });

  it('a chain holds what it replaced, directly or not, and what came after, without other branches', () => {
    const successors = new Map([
      [1, 3],
      [2, 3],
      [3, 5],
      [4, 5],
    ]);
    expect(chainOf(3, successors)).toEqual([1, 2, 3, 5]);
    expect(chainOf(5, successors)).toEqual([1, 2, 3, 4, 5]);
    expect(chainOf(4, successors)).toEqual([4, 5]);
    expect(chainOf(6, successors)).toEqual([6]);
  });
});
