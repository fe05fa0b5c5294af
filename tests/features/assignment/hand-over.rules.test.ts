import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdingKinds, planHandOver, type Holding } from '#shared/features/assignment/assignment.rules.ts';

const holding = fc.record<Holding>({
  kind: fc.constantFrom(...holdingKinds),
  id: fc.integer({ min: 1, max: 60 }),
  customerId: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null }),
});
const holdings = fc.uniqueArray(holding, { selector: ({ kind, id }) => `${kind} ${id}`, maxLength: 120 });
const people = fc.uniqueArray(fc.integer({ min: 100, max: 105 }), { minLength: 1, maxLength: 4 });

describe('who gets what in a hand-over', () => {
  it('moves everything once, customers shared so that nobody has two more than anybody else', () => {
    fc.assert(
      fc.property(holdings, people, (all, toIds) => {
        const moves = planHandOver(all, { toIds, kinds: [], picks: [] });
        expect(moves.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual(
          all.map(({ kind, id }) => `${kind} ${id}`).sort(),
        );
        const shares = toIds.map(
          (toId) => moves.filter((move) => move.kind === 'customer' && move.toId === toId).length,
        );
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
        const whose = new Map(
          moves.filter(({ kind }) => kind === 'customer').map(({ id, toId }) => [id, toId]),
        );
        for (const { kind, customerId, toId } of moves)
          if (kind !== 'customer' && customerId !== null && whose.has(customerId))
            expect(toId).toBe(whose.get(customerId));
      }),
      { numRuns: 200 },
    );
  });

  it('lets single choices win over kinds, kinds over everything, and keeps what nobody takes', () => {
    const all: Holding[] = [
      { kind: 'customer', id: 1, customerId: null },
      { kind: 'customer', id: 2, customerId: null },
      { kind: 'customer', id: 3, customerId: null },
      { kind: 'lead', id: 1, customerId: 2 },
      { kind: 'order', id: 1, customerId: 1 },
      { kind: 'action', id: 1, customerId: null },
      { kind: 'complaint', id: 1, customerId: 1 },
    ];
    const moves = planHandOver(all, {
      toIds: [7],
      kinds: [
        { kind: 'order', toIds: [8] },
        { kind: 'action', toIds: [] },
      ],
      picks: [
        { kind: 'customer', ids: [2], toId: 9 },
        { kind: 'customer', ids: [3], toId: null },
      ],
    });
    expect(moves.map(({ kind, id, toId }) => [kind, id, toId])).toEqual([
      ['customer', 1, 7],
      ['customer', 2, 9],
      // 9 takes one customer only, not leads: they are dealt among those who take leads.
      ['lead', 1, 7],
      ['order', 1, 8],
      ['complaint', 1, 7],
    ]);
  });
});
