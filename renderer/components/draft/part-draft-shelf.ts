import { z } from 'zod';
import { draftShelf, type DraftShelf } from './draft-shelf.ts';

/** What a part's draft keeps: the words, what they were typed over and that part's version. */
export type PartDraft = {
  readonly version: number;
  readonly base?: unknown;
  readonly value?: unknown;
  readonly savedAt: string;
};

/** What a part holds is checked by the part itself, which knows its form (`use-part`). */
export const partDrafts: DraftShelf<PartDraft> = draftShelf(
  window.localStorage,
  z.strictObject({ version: z.number().int(), base: z.unknown(), value: z.unknown(), savedAt: z.string() }),
);
