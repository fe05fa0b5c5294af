import { z } from 'zod';

/**
 * 草稿 drafts: what a person typed and did not save, kept on this computer within a second, restored after a reload or a
 * kill. One per person, feature and record; it knows the version it was typed over, so that a later change is told.
 */

export type FormValue = string | number | boolean | null;
export type FormValues = Readonly<Record<string, FormValue>>;

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const draft = z.strictObject({
  /** Version of the record it was typed over; 0 for a new one. */
  version: z.number().int(),
  base: z.record(z.string(), value),
  values: z.record(z.string(), value),
  /** UTC ISO. */
  savedAt: z.string(),
});
export type Draft = z.infer<typeof draft>;

export type DraftPlace = {
  readonly personId: number;
  readonly feature: string;
  readonly id: number | 'new';
  /** Sub-records and copies keep drafts of their own. */
  readonly part?: string;
};

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export const draftKey = ({ personId, feature, id, part }: DraftPlace): string =>
  `desk-draft.${personId}.${feature}.${id}${part ? `.${part}` : ''}`;

/** Full or refused storage must not stop a person from typing; the draft is then only in the window. */
const quietly = (work: () => void): void => {
  try {
    work();
  } catch {
    // nothing to do: the form itself still holds the values
  }
};

export function draftStore(shelf: Shelf): {
  read(place: DraftPlace): Draft | undefined;
  write(place: DraftPlace, draft: Draft): void;
  drop(place: DraftPlace): void;
} {
  return {
    read(place) {
      try {
        const parsed = draft.safeParse(JSON.parse(shelf.getItem(draftKey(place)) ?? 'null'));
        return parsed.success ? parsed.data : undefined;
      } catch {
        return undefined;
      }
    },
    write: (place, kept) => quietly(() => shelf.setItem(draftKey(place), JSON.stringify(kept))),
    drop: (place) => quietly(() => shelf.removeItem(draftKey(place))),
  };
}
