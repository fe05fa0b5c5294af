/** Runs calls in one worker thread that starts when it is needed, and survives whatever happens to it. */
import { Worker, type ResourceLimits } from 'node:worker_threads';
import { DeskError } from '#shared/rpc/desk-error.ts';
import type { HostMessage, WorkerCalls, WorkerMessage } from './worker-protocol.ts';

/** Why a worker did not answer; `reason` of the DeskError `unavailable`. */
export type WorkerFailure =
  | 'worker-failed'
  | 'worker-exited'
  | 'worker-hung'
  | 'worker-out-of-memory'
  | 'worker-stopped';

export type WorkerProgress = { readonly done: number; readonly total: number; readonly step: string };

export type WorkerCallOptions = {
  /** Asks the worker to stop at its next checkpoint. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: WorkerProgress) => void;
  /** What must have happened before the worker makes its work final; when it fails the work is dropped and fails with it. */
  readonly until?: Promise<unknown>;
  /** Silence after which the worker counts as hung and is ended; every progress starts the clock anew. */
  readonly silenceMs?: number;
};

export type WorkerHostOptions = {
  readonly url: URL;
  readonly workerData?: unknown;
  readonly resourceLimits?: ResourceLimits;
  readonly execArgv?: string[];
  /** Default for calls that state none; 60 s when absent. */
  readonly silenceMs?: number;
  /** Idle time after which the thread ends to give its memory back; 30 s when absent. */
  readonly idleMs?: number;
  /** Hears of faults with their stack; callers only get a code. */
  readonly onFault?: (failure: WorkerFailure, error: unknown) => void;
};

export type WorkerHost<Calls extends WorkerCalls> = {
  /**
   * Runs one call; calls wait for one another in order.
   * @throws DeskError cancelled · unavailable (a WorkerFailure) · what the handler itself threw.
   */
  call<Name extends keyof Calls & string>(
    name: Name,
    input: Calls[Name]['input'],
    options?: WorkerCallOptions,
  ): Promise<Calls[Name]['output']>;
  /** Lets the running call end (or hang no longer than its silence), refuses new ones, ends the thread. */
  close(): Promise<void>;
};

const unavailable = (reason: WorkerFailure): DeskError => new DeskError({ code: 'unavailable', reason });

type Ask = {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
  readonly options: WorkerCallOptions;
};

export function createWorkerHost<Calls extends WorkerCalls>(host: WorkerHostOptions): WorkerHost<Calls> {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let nextId = 1;
  let closed = false;

  function start(): Worker {
    const started = new Worker(host.url, {
      workerData: host.workerData,
      ...(host.resourceLimits ? { resourceLimits: host.resourceLimits } : {}),
      ...(host.execArgv ? { execArgv: host.execArgv } : {}),
    });
    // An idle worker that dies is simply gone: the next call starts another one.
    started.on('error', () => forget(started));
    started.on('exit', () => forget(started));
    return started;
  }

  function forget(gone: Worker): void {
    if (worker === gone) worker = undefined;
  }

  /** Between calls a worker is asked to end; it is terminated only if it does not listen. */
  async function retire(): Promise<void> {
    const old = worker;
    if (!old) return;
    worker = undefined;
    const exit = new Promise<void>((resolve) => void old.once('exit', () => resolve()));
    old.postMessage({ kind: 'stop' } satisfies HostMessage, []);
    const force = setTimeout(() => void old.terminate(), 2_000);
    await exit;
    clearTimeout(force);
  }

  function exchange(ask: Ask): Promise<unknown> {
    const { id, options } = ask;
    if (options.signal?.aborted) return Promise.reject(new DeskError({ code: 'cancelled' }));
    clearTimeout(idle);
    const current = (worker ??= start());
    current.ref();
    return new Promise<unknown>((resolve, reject) => {
      const silenceMs = options.silenceMs ?? host.silenceMs ?? 60_000;
      let silence = setTimeout(hung, silenceMs);
      let settled = false;
      let cleared = options.until === undefined;
      /** Why the work may not become final. */
      let failed: { readonly error: unknown } | undefined;

      function settle(end: () => void): void {
        settled = true;
        clearTimeout(silence);
        current.off('message', hear).off('error', fail).off('exit', exited).off('messageerror', fail);
        options.signal?.removeEventListener('abort', abort);
        end();
      }
      function lose(failure: WorkerFailure, error: unknown): void {
        forget(current);
        host.onFault?.(failure, error);
        settle(() => reject(unavailable(failure)));
      }
      function hung(): void {
        lose('worker-hung', new Error(`${ask.name}: no sign of life for ${silenceMs} ms`));
        void current.terminate();
      }
      function fail(error: unknown): void {
        const outOfMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
        lose(outOfMemory ? 'worker-out-of-memory' : 'worker-failed', error);
      }
      function exited(code: number): void {
        lose('worker-exited', new Error(`${ask.name}: the worker ended with code ${code}`));
      }
      function abort(): void {
        current.postMessage({ kind: 'cancel', id } satisfies HostMessage, []);
      }
      function listen(): void {
        clearTimeout(silence);
        silence = setTimeout(hung, silenceMs);
      }
      function clear(): void {
        if (settled) return;
        cleared = true;
        listen();
        current.postMessage({ kind: 'clear', id } satisfies HostMessage, []);
      }
      function drop(error: unknown): void {
        if (settled) return;
        failed = { error };
        listen();
        abort();
      }
      function hear(message: WorkerMessage): void {
        if (message.id !== id) return;
        if (message.kind === 'progress') {
          listen();
          options.onProgress?.({ done: message.done, total: message.total, step: message.step });
        } else if (message.kind === 'waiting') {
          if (!cleared) clearTimeout(silence);
        } else if (message.kind === 'result') settle(() => resolve(message.output));
        else if (message.kind === 'refused')
          settle(() => reject(failed ? failed.error : new DeskError(message.error)));
        else {
          host.onFault?.(
            'worker-failed',
            Object.assign(new Error(message.fault.message), { stack: message.fault.stack }),
          );
          settle(() => reject(unavailable('worker-failed')));
        }
      }

      current.on('message', hear).on('error', fail).on('exit', exited).on('messageerror', fail);
      options.signal?.addEventListener('abort', abort);
      try {
        const call: HostMessage = { kind: 'call', id, name: ask.name, input: ask.input, cleared };
        current.postMessage(call, []);
      } catch (error) {
        // The input cannot be cloned: a fault of the caller, the worker is well.
        host.onFault?.('worker-failed', error);
        settle(() => reject(unavailable('worker-failed')));
      }
      options.until?.then(clear, drop);
    });
  }

  function rest(): void {
    if (!worker || closed) return;
    worker.unref();
    clearTimeout(idle);
    idle = setTimeout(() => void retire(), host.idleMs ?? 30_000).unref();
  }

  return {
    call(name, input, options = {}) {
      const ask: Ask = { id: nextId++, name, input, options };
      const answer = last.then(() => {
        if (closed) throw unavailable('worker-stopped');
        return exchange(ask);
      });
      last = answer.catch(() => undefined).then(rest);
      return answer;
    },
    async close() {
      closed = true;
      clearTimeout(idle);
      await last;
      await retire();
    },
  };
}
