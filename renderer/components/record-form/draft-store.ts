import { z } from 'zod';
import { draftShelf } from '#renderer/components/draft/draft-shelf.ts';

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

/** Drafts of record forms: they know the version they were typed over, so that a later change is told. */
export const draftStore = (shelf: Parameters<typeof draftShelf>[0]): ReturnType<typeof draftShelf<Draft>> =>
  draftShelf(shelf, draft);
export type Draft = z.infer<typeof draft>;
