import { array, assert, integer, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inForce, replaceRefusal } from '#shared/features/decision/decision.rules.ts';

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
        for (const id of successors.keys()) expect(successors.has(inForce(id, successors))).toBe(false);
      }),
    );
  });
});
