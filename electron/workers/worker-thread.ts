import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { WorkerPlace } from './worker-link.ts';
import type { HostMessage, WorkerMessage } from './worker-messages.ts';

/**
 * Heap of a thread that works through files or lists row by row. Left to itself it would keep hundreds of megabytes of what it
 * has done with; the room is for what a workbook must hold at once (`ReadLimits`).
 */
export const rowByRow: ResourceLimits = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 1024 };

/** In a thread of this process: quick to start, its memory is the program's, a native crash is too. */
export const inThread =
  (limits?: ResourceLimits): WorkerPlace =>
  ({ url, args = [] }, events) => {
    const worker = new Worker(url, { argv: [...args], ...(limits ? { resourceLimits: limits } : {}) });
    worker.on('message', (message: WorkerMessage) => events.message(message));
    worker.on('error', (error) => events.failed(error));
    worker.on('messageerror', (error) => events.failed(error));
    worker.on('exit', (code) => events.exited(`code ${code}`));
    return {
      post: (message: HostMessage) => worker.postMessage(message, []),
      end: () => void worker.terminate(),
      hold: () => worker.ref(),
      release: () => worker.unref(),
    };
  };
