import type { WorkerHost } from '#electron/workers/worker-host.ts';
import type { FedBatch, FeedOrder, RowFeed } from './row-feed.ts';

/** The calls of the reading thread: one file at a time, each batch when it is asked for. */
export type ReadingCalls = {
  open: { input: FeedOrder; output: null };
  next: { input: null; output: FedBatch | null };
  close: { input: null; output: null };
};

/** Rows read in a thread of their own, at most two batches ahead of the one that is being written. */
export const threadFeed = (host: WorkerHost<ReadingCalls>): RowFeed =>
  async function* (order) {
    await host.call('open', order);
    try {
      let coming = host.call('next', null);
      for (;;) {
        const batch = await coming;
        if (!batch) return;
        coming = host.call('next', null);
        coming.catch(() => undefined); // awaited above, unless the import stops before
        yield batch;
      }
    } finally {
      // A thread that died has nothing to close, and says so in the call before.
      await host.call('close', null).catch(() => undefined);
    }
  };

/** What the thread does for these calls: begins with the next batch as soon as one is handed over. */
export function servedFeed(feed: RowFeed): {
  open(order: FeedOrder): Promise<void>;
  next(): Promise<FedBatch | null>;
  close(): Promise<void>;
} {
  let rows: ReturnType<RowFeed> | undefined;
  let ahead: Promise<IteratorResult<FedBatch, void>> | undefined;

  function readAhead(): void {
    const from = rows;
    if (!from) return;
    // Not before the batch at hand is on its way.
    ahead = new Promise((resolve, reject) => void setImmediate(() => void from.next().then(resolve, reject)));
    ahead.catch(() => undefined); // told by the next call
  }
  async function close(): Promise<void> {
    await ahead?.catch(() => undefined);
    await rows?.return();
    rows = undefined;
    ahead = undefined;
  }
  return {
    async open(order) {
      await close();
      rows = feed(order);
      readAhead();
    },
    async next() {
      const found = await ahead;
      if (!found || found.done) return null;
      readAhead();
      return found.value;
    },
    close,
  };
}
