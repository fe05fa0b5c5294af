import { useEffect, useMemo, useRef } from 'react';
import { useSession } from '#renderer/hooks/use-session.ts';
import type { DraftPlace, DraftShelf } from './draft-shelf.ts';

const draftAfterMs = 400;

/** The place of the present person's draft, in the store that is open. */
export function useDraftPlace(feature: string, id: number | 'new', part?: string): DraftPlace {
  const { me, state } = useSession();
  const { personId } = me;
  const { sample } = state;
  return useMemo(
    () => ({ personId, sample, feature, id, ...(part ? { part } : {}) }),
    [personId, sample, feature, id, part],
  );
}

/**
 * Writes the draft shortly after the last stroke, and at once when the page goes away. `typed` undefined: nothing is left
 * to be kept, because it was saved or typed back; a draft of this window is dropped then.
 */
export function useDraftKeeping<Kept extends { readonly savedAt: string }>(
  shelf: DraftShelf<Kept>,
  place: DraftPlace,
  typed: Omit<Kept, 'savedAt'> | undefined,
): void {
  const wasTyped = useRef(false);
  useEffect(() => {
    if (typed === undefined) {
      if (wasTyped.current) shelf.drop(place);
      wasTyped.current = false;
      return undefined;
    }
    wasTyped.current = true;
    const write = (): void => shelf.write(place, { ...typed, savedAt: new Date().toISOString() } as Kept); // completed here
    const timer = setTimeout(write, draftAfterMs);
    window.addEventListener('pagehide', write);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', write);
    };
  }, [shelf, place, typed]);
}
