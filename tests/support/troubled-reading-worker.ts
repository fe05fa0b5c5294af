/** A reading thread that dies when it is asked for its second batch. */
import type { ReadingCalls } from '#electron/features/import/feed/feed-thread.ts';
import { serveWorker } from '#electron/workers/worker-protocol.ts';

let given = 0;

serveWorker<ReadingCalls>({
  open: () => ({ output: null }),
  next() {
    given += 1;
    if (given > 1) process.exit(7);
    const row = { row: 2, cells: ['张三', '13800001111'], values: [true, true] as const, problems: [] };
    return { output: { headers: ['客户名称', '联系电话'], rows: [row], tokens: new Map() } };
  },
  close: () => ({ output: null }),
});
