/** A worker's side of its calls: what handlers are given, and how they answer. */
import { DeskError } from '#shared/rpc/desk-error.ts';
import type { HostMessage, WorkerFault } from './worker-messages.ts';
import { workerPort } from './worker-port.ts';

/** Names of the calls a worker answers, with what goes in and what comes out (structured-clone values). */
export type WorkerCalls = Record<string, { input: unknown; output: unknown }>;

type HostCall = Extract<HostMessage, { kind: 'call' }>;

/** What the host said of a call that runs; `wake` ends its waiting. */
type Running = { cancelled: boolean; cleared: boolean; wake: () => void };

export type WorkerRun = {
  /** Says how far the work is; also tells the host that the worker is alive. */
  progress(done: number, total: number, step: string): void;
  /**
   * Lets messages in and stops here when the host asked for it. Call it between units of work
   * (documents, batches of rows), never inside one.
   * @throws DeskError cancelled
   */
  checkpoint(): Promise<void>;
  /**
   * Waits until the host lets the work become final (`until` of the call; at once where there is none).
   * @throws DeskError cancelled
   */
  cleared(): Promise<void>;
};

export type WorkerAnswer<Output> = {
  readonly output: Output;
  /** Buffers that move to the host of a thread instead of being copied; not usable here afterwards. */
  readonly transfer?: readonly ArrayBuffer[];
};

export type WorkerHandlers<Calls extends WorkerCalls> = {
  readonly [Name in keyof Calls]: (
    input: Calls[Name]['input'],
    run: WorkerRun,
  ) => WorkerAnswer<Calls[Name]['output']> | Promise<WorkerAnswer<Calls[Name]['output']>>;
};

/** The store itself cannot be read: no fault of the worker, and its owner must hear of it. */
const isDamage = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CORRUPT');

const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

function faultOf(error: unknown): WorkerFault {
  return error instanceof Error
    ? { message: error.message, stack: error.stack ?? '' }
    : { message: String(error), stack: '' };
}

/**
 * Answers the host's calls; the last line of a worker's entry file. Errors of the program's own kind travel as
 * data, all others as a fault that the host logs. Returns after registering; the worker lives until `stop`.
 */
export function serveWorker<Calls extends WorkerCalls>(handlers: WorkerHandlers<Calls>): void {
  const port = workerPort();
  const running = new Map<number, Running>();

  async function answer({ id, name, input, cleared }: HostCall): Promise<void> {
    const state: Running = { cancelled: false, cleared, wake: () => undefined };
    running.set(id, state);
    const run: WorkerRun = {
      progress: (done, total, step) => port.send({ kind: 'progress', id, done, total, step }),
      async checkpoint() {
        await turn();
        if (state.cancelled) throw new DeskError({ code: 'cancelled' });
      },
      async cleared() {
        await run.checkpoint();
        if (state.cleared) return;
        port.send({ kind: 'waiting', id });
        await new Promise<void>((resolve) => (state.wake = resolve));
        await run.checkpoint();
      },
    };
    try {
      const handler = handlers[name];
      if (!handler) throw new Error(`the worker has no call ${name}`);
      const { output, transfer } = await handler(input, run);
      const residentBytes = port.ownProcess ? process.memoryUsage.rss() : undefined;
      port.send({ kind: 'result', id, output, ...(residentBytes ? { residentBytes } : {}) }, transfer);
    } catch (error) {
      if (error instanceof DeskError) port.send({ kind: 'refused', id, error: error.data });
      else if (isDamage(error))
        port.send({ kind: 'refused', id, error: { code: 'storage', reason: 'damaged' } });
      else port.send({ kind: 'broken', id, fault: faultOf(error) });
    } finally {
      running.delete(id);
    }
  }

  port.listen((message) => {
    if (message.kind === 'call') return void answer(message);
    if (message.kind === 'stop') return port.close();
    const state = running.get(message.id);
    if (!state) return;
    if (message.kind === 'cancel') state.cancelled = true;
    else state.cleared = true;
    state.wake();
  });
}
