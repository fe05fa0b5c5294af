/** A worker's end of the line to its host, wherever it runs. */
import { parentPort } from 'node:worker_threads';
import type { HostMessage, WorkerMessage } from './worker-messages.ts';

export type WorkerPort = {
  /** Throws when the message cannot be cloned. */
  send(message: WorkerMessage, transfer?: readonly ArrayBuffer[]): void;
  listen(hear: (message: HostMessage) => void): void;
  /** No more messages: the worker ends when it has nothing left to do. */
  close(): void;
  /** Whether this process has nothing but the worker in it. */
  readonly ownProcess: boolean;
};

/** What Electron adds to `process` in a utility process; its types are not for Node's side. */
type UtilityPort = {
  postMessage(message: unknown, transfer: readonly []): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
};

/** The line to the host. Throws in a program that nobody started as a worker. */
export function workerPort(): WorkerPort {
  const thread = parentPort;
  if (thread)
    return {
      send: (message, transfer = []) => thread.postMessage(message, [...transfer]),
      listen: (hear) => void thread.on('message', hear),
      close: () => thread.close(),
      ownProcess: false,
    };
  const utility = 'parentPort' in process ? (process.parentPort as UtilityPort | undefined) : undefined;
  if (utility)
    return {
      send: (message) => utility.postMessage(message, []),
      listen: (hear) => utility.on('message', ({ data }) => hear(data as HostMessage)),
      close: () => process.exit(0),
      ownProcess: true,
    };
  if (!process.send) throw new Error('a worker is started by its host only');
  // A host that was killed cannot say so; its end of the channel closes.
  process.on('disconnect', () => process.exit(0));
  return {
    send: (message) => void process.send?.(message),
    listen: (hear) => void process.on('message', (message) => hear(message as HostMessage)),
    close: () => process.disconnect(),
    ownProcess: true,
  };
}
