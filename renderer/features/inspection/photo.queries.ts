import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useSession } from '#renderer/hooks/use-session.ts';
import { errorData } from '#renderer/transport/client.ts';
import { calls, desk } from '#renderer/transport/desk.ts';
import { checkKey } from './inspection.queries.ts';
import { photoQueue, type PhotoQueue, type PhotoQueueState } from './photo-queue.ts';
import { photoShelf } from './photo-shelf.ts';
import { useWaking } from './use-waking.ts';

type Kept = { readonly queue: PhotoQueue; readonly listeners: Set<() => void> };

/** One queue per check and person, for as long as the window lives: leaving the page or its step stops nothing. */
const queues = new Map<string, Kept>();

function queueOf(client: QueryClient, id: number, check: string): Kept {
  const known = queues.get(check);
  if (known) return known;
  const listeners = new Set<() => void>();
  const queue = photoQueue({
    check,
    shelf: photoShelf(window.indexedDB),
    async send(place, file) {
      await desk.inspection.addPhoto({ id, ...place, caption: null, file });
      await client.invalidateQueries({ queryKey: calls.inspection.key() });
    },
    errorOf: errorData,
    onChange: () => {
      for (const listener of listeners) listener();
    },
    later(work, ms) {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
  });
  const made = { queue, listeners };
  queues.set(check, made);
  return made;
}

/** Photos of one check on their way to the core; they outlive a reload and a kill. */
export function usePhotoQueue(id: number): { readonly queue: PhotoQueue; readonly state: PhotoQueueState } {
  const client = useQueryClient();
  const { me, state: session } = useSession();
  const { queue, listeners } = queueOf(client, id, checkKey(id, me.personId, session.sample));
  const state = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => queue.state(),
  );
  useWaking(queue);
  return { queue, state };
}
