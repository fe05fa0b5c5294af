/** The thread that reads files for the importing one, so that it only has to match and write. */
import { servedFeed, type ReadingCalls } from '#electron/features/import/feed/feed-thread.ts';
import { readRows } from '#electron/features/import/feed/row-feed.ts';
import { serveWorker } from './worker-protocol.ts';

const served = servedFeed(readRows);

serveWorker<ReadingCalls>({
  async open(order) {
    await served.open(order);
    return { output: null };
  },
  next: async () => ({ output: await served.next() }),
  async close() {
    await served.close();
    return { output: null };
  },
});
