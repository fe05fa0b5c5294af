import type { z } from 'zod';

/**
 * 草稿 drafts: what a person typed and did not save, kept on this computer within a second, restored after a reload or a
 * kill, or when the core was away. One per person, feature, record and part; the sample store keeps its own.
 */

export type DraftPlace = {
  readonly personId: number;
  /** Of the sample store, whose records have the same ids as the store's own. */
  readonly sample?: boolean;
  readonly feature: string;
  readonly id: number | 'new';
  /** Parts, sub-records and copies keep drafts of their own. */
  readonly part?: string;
};

export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export type DraftShelf<Kept> = {
  read(place: DraftPlace): Kept | undefined;
  write(place: DraftPlace, kept: Kept): void;
  drop(place: DraftPlace): void;
};

export const draftKey = ({ personId, sample = false, feature, id, part }: DraftPlace): string =>
  `desk-draft.${sample ? 'sample.' : ''}${personId}.${feature}.${id}${part ? `.${part}` : ''}`;

/** Full or refused storage must not stop a person from typing; the draft is then only in the window. */
const quietly = (work: () => void): void => {
  try {
    work();
  } catch {
    // nothing to do: what was typed still stands in the window
  }
};

const listeners = new Set<() => void>();

/** Calls back whenever a draft of this window is written or dropped. Returns the way to stop it. */
export function onDrafts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const told = (): void => {
  for (const listener of listeners) listener();
};

/** Drafts of one form on a shelf; whatever is damaged or of an older form counts as none. */
export function draftShelf<Kept>(shelf: Shelf, schema: z.ZodType<Kept>): DraftShelf<Kept> {
  return {
    read(place) {
      try {
        const parsed = schema.safeParse(JSON.parse(shelf.getItem(draftKey(place)) ?? 'null'));
        return parsed.success ? parsed.data : undefined;
      } catch {
        return undefined;
      }
    },
    write(place, kept) {
      quietly(() => shelf.setItem(draftKey(place), JSON.stringify(kept)));
      told();
    },
    drop(place) {
      quietly(() => shelf.removeItem(draftKey(place)));
      told();
    },
  };
}

/** Parts of a record that have a draft. */
export function partsWithDrafts(shelf: Storage, place: Omit<DraftPlace, 'part'>): string[] {
  const start = `${draftKey(place)}.`;
  try {
    return Object.keys(shelf)
      .filter((key) => key.startsWith(start))
      .map((key) => key.slice(start.length));
  } catch {
    return [];
  }
}
