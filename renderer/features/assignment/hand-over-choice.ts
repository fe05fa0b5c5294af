import type { Successor } from '#shared/features/assignment/assignment.contract.ts';
import type { HoldingKind } from '#shared/features/assignment/assignment.rules.ts';
import type { HandOverAsked } from './assignment.queries.ts';

/** Value of a successor's field that says: the kind stays. */
export const stays = 'stay';

/** What a person has chosen on the page. Ids of people as texts, as fields hold them. */
export type Chosen = {
  readonly toIds: readonly string[];
  readonly kinds: Readonly<Partial<Record<HoldingKind, readonly string[]>>>;
  /** Kind → record → person; null: it stays. */
  readonly picks: Readonly<Partial<Record<HoldingKind, ReadonlyMap<number, number | null>>>>;
};

export const nothingChosen: Chosen = { toIds: [], kinds: {}, picks: {} };

const numbers = (ids: readonly string[]): number[] => ids.filter((id) => id !== stays).map(Number);

/** The choice as the call wants it. */
export function askedOf(fromId: number, { toIds, kinds, picks }: Chosen): HandOverAsked {
  return {
    fromId,
    toIds: numbers(toIds),
    kinds: Object.entries(kinds).flatMap(([kind, ids]) =>
      ids.length === 0 ? [] : [{ kind: kind as HoldingKind, toIds: numbers(ids) }],
    ),
    picks: Object.entries(picks).flatMap(([kind, chosen]) =>
      [...Map.groupBy(chosen, ([, toId]) => toId)].map(([toId, some]) => ({
        kind: kind as HoldingKind,
        toId,
        ids: some.map(([id]) => id),
      })),
    ),
  };
}

/** People to choose from, without the one who hands over. */
export const optionsOf = (
  successors: readonly Successor[],
  fromId: number,
): readonly { readonly value: string; readonly label: string }[] =>
  successors
    .filter(({ id }) => id !== fromId)
    .map(({ id, name, post }) => ({ value: String(id), label: post === null ? name : `${name} · ${post}` }));
