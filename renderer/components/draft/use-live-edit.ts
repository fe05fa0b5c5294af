import { useMemo, useState } from 'react';
import { z } from 'zod';
import { draftShelf } from './draft-shelf.ts';
import { mergeFields } from './merge-values.ts';
import { useDraftKeeping, useDraftPlace } from './use-draft-keeping.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export type LiveEdit<Value> = {
  readonly value: Value;
  readonly set: (some: Partial<Value>) => void;
  /** What somebody else wrote into a field that was changed here, too. Asking again keeps what stands here. */
  readonly clash: Value | null;
  /** What is to be saved: both sides' changes together; undefined when they clash, which `clash` then tells. */
  readonly settle: () => Value | undefined;
  /** Saved or given up: the draft is gone. */
  readonly done: () => void;
};

/**
 * Values of a record in a dialog while others may change it: `latest` is what the core has now. What is typed returns after
 * a kill, with what it was typed over.
 */
export function useLiveEdit<Value extends object>(
  where: { readonly feature: string; readonly id: number; readonly part?: string },
  schema: z.ZodType<Value>,
  latest: Value,
): LiveEdit<Value> {
  const place = useDraftPlace(where.feature, where.id, where.part);
  const [shelf] = useState(() =>
    draftShelf(window.localStorage, z.strictObject({ base: schema, value: schema, savedAt: z.string() })),
  );
  const [edit, setEdit] = useState(() => {
    const draft = shelf.read(place);
    return draft ? { base: draft.base, value: draft.value } : { base: latest, value: latest };
  });
  const [clash, setClash] = useState<Value | null>(null);
  const [over, setOver] = useState(false);
  useDraftKeeping(
    shelf,
    place,
    useMemo(() => (over || same(edit.value, edit.base) ? undefined : edit), [edit, over]),
  );
  return {
    value: edit.value,
    set: (some) => setEdit((now) => ({ ...now, value: { ...now.value, ...some } })),
    clash,
    settle() {
      const both = mergeFields(edit.base, edit.value, latest);
      if (both !== undefined) return both;
      setClash(latest);
      setEdit((now) => ({ ...now, base: latest }));
      return undefined;
    },
    done() {
      setOver(true);
      shelf.drop(place);
    },
  };
}
