import { useMemo, useState } from 'react';
import { z } from 'zod';
import { draftShelf } from './draft-shelf.ts';
import { useDraftKeeping, useDraftPlace } from './use-draft-keeping.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * A state of something that is typed and sent as one: it returns after a kill as long as it differs from `empty`. `schema`
 * checks what comes back. Set it to `empty`, or `drop` it, once it was sent or given up.
 */
export function useDraft<Value>(
  where: { readonly feature: string; readonly id: number | 'new'; readonly part?: string },
  schema: z.ZodType<Value>,
  empty: Value,
): [Value, (value: Value) => void, () => void] {
  const place = useDraftPlace(where.feature, where.id, where.part);
  const [shelf] = useState(() =>
    draftShelf(window.localStorage, z.strictObject({ value: schema, savedAt: z.string() })),
  );
  const [value, setValue] = useState<Value>(() => shelf.read(place)?.value ?? empty);
  const typed = useMemo(() => (same(value, empty) ? undefined : { value }), [value, empty]);
  useDraftKeeping(shelf, place, typed);
  return [value, setValue, () => shelf.drop(place)];
}
