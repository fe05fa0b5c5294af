import type { DeskEvent } from '#shared/features/job/job.contract.ts';

/** What happened, for every connected window; published after commit. */
export type Events = {
  publish(event: DeskEvent): void;
  subscribe(listener: (event: DeskEvent) => void): () => void;
};

export function createEvents(): Events {
  const listeners = new Set<(event: DeskEvent) => void>();
  return {
    publish(event) {
      for (const listener of listeners) listener(event);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** How many events wait for a window that does not read; a window that falls further behind is told to look anew. */
const longestQueue = 1000;

/** Events as an endless sequence that ends when the signal aborts. Starts with `hello`, which means "look anew". */
export async function* eventStream(
  events: Events,
  signal: AbortSignal | undefined,
): AsyncGenerator<DeskEvent> {
  const waiting: DeskEvent[] = [{ type: 'hello' }];
  let wake: () => void = () => undefined;
  const unsubscribe = events.subscribe((event) => {
    if (waiting.length >= longestQueue) waiting.splice(0, waiting.length, { type: 'hello' });
    waiting.push(event);
    wake();
  });
  const onAbort = (): void => wake();
  signal?.addEventListener('abort', onAbort);
  try {
    for (;;) {
      if (signal?.aborted) return;
      const next = waiting.shift();
      if (next) yield next;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    unsubscribe();
    signal?.removeEventListener('abort', onAbort);
  }
}
