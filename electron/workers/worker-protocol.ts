/** What a host and its worker thread say to each other. One request runs at a time; ids pair answers. */
import { parentPort } from 'node:worker_threads';
import { DeskError, type DeskErrorData } from '#shared/rpc/desk-error.ts';

/** Names of the calls a worker answers, with what goes in and what comes out (structured-clone values). */
export type WorkerCalls = Record<string, { input: unknown; output: unknown }>;

export type HostMessage =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'stop' };

export type WorkerFault = { readonly message: string; readonly stack: string };

export type WorkerMessage =
  | {
      readonly kind: 'progress';
      readonly id: number;
      readonly done: number;
      readonly total: number;
      readonly step: string;
    }
  | { readonly kind: 'result'; readonly id: number; readonly output: unknown }
  | { readonly kind: 'refused'; readonly id: number; readonly error: DeskErrorData }
  | { readonly kind: 'broken'; readonly id: number; readonly fault: WorkerFault };

export type WorkerRun = {
  /** Says how far the work is; also tells the host that the worker is alive. */
  progress(done: number, total: number, step: string): void;
  /**
   * Lets messages in and stops here when the host asked for it. Call it between units of work
   * (documents, batches of rows), never inside one.
   * @throws DeskError cancelled
   */
  checkpoint(): Promise<void>;
};

export type WorkerAnswer<Output> = {
  readonly output: Output;
  /** Buffers that move to the host instead of being copied; not usable here afterwards. */
  readonly transfer?: readonly ArrayBuffer[];
};

export type WorkerHandlers<Calls extends WorkerCalls> = {
  readonly [Name in keyof Calls]: (
    input: Calls[Name]['input'],
    run: WorkerRun,
  ) => WorkerAnswer<Calls[Name]['output']> | Promise<WorkerAnswer<Calls[Name]['output']>>;
};

const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

function faultOf(error: unknown): WorkerFault {
  return error instanceof Error
    ? { message: error.message, stack: error.stack ?? '' }
    : { message: String(error), stack: '' };
}

/**
 * Answers the host's calls; the last line of a worker's entry file. Errors of the program's own kind travel as
 * data, all others as a fault that the host logs. Returns after registering; the thread lives until `stop`.
 */
export function serveWorker<Calls extends WorkerCalls>(handlers: WorkerHandlers<Calls>): void {
  if (!parentPort) throw new Error('serveWorker runs in a worker thread only');
  const port = parentPort;
  const cancelled = new Set<number>();
  const say = (message: WorkerMessage, transfer: readonly ArrayBuffer[] = []): void =>
    port.postMessage(message, [...transfer]);

  async function answer(id: number, name: string, input: unknown): Promise<void> {
    const run: WorkerRun = {
      progress: (done, total, step) => say({ kind: 'progress', id, done, total, step }),
      async checkpoint() {
        await turn();
        if (cancelled.has(id)) throw new DeskError({ code: 'cancelled' });
      },
    };
    try {
      const handler = handlers[name];
      if (!handler) throw new Error(`the worker has no call ${name}`);
      const { output, transfer } = await handler(input, run);
      say({ kind: 'result', id, output }, transfer);
    } catch (error) {
      if (error instanceof DeskError) say({ kind: 'refused', id, error: error.data });
      else say({ kind: 'broken', id, fault: faultOf(error) });
    } finally {
      cancelled.delete(id);
    }
  }

  port.on('message', (message: HostMessage) => {
    if (message.kind === 'call') void answer(message.id, message.name, message.input);
    else if (message.kind === 'cancel') cancelled.add(message.id);
    else port.close();
  });
}
