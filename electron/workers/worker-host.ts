/** Runs calls in one worker that starts when it is needed, and survives whatever happens to it. */
import { DeskError } from '#shared/rpc/desk-error.ts';
import type { WorkerEntry, WorkerEvents, WorkerLink, WorkerPlace } from './worker-link.ts';
import type { WorkerMessage } from './worker-messages.ts';
import type { WorkerCalls } from './worker-protocol.ts';
import { inThread } from './worker-thread.ts';

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

export type WorkerHostOptions = WorkerEntry & {
  /** Where the worker runs; a thread when absent. */
  readonly place?: WorkerPlace;
  /** Default for calls that state none; 60 s when absent. */
  readonly silenceMs?: number;
  /** Idle time after which the worker ends to give its memory back; 30 s when absent. */
  readonly idleMs?: number;
  /** Resident memory beyond which a worker of its own process is ended after its call; the next call starts another. */
  readonly memoryLimitBytes?: number;
  /** Resident memory beyond which a worker of its own process is ended as soon as nobody has called it for half a second. */
  readonly restingBytes?: number;
  /**
   * Time that a cancelled call has to reach its next checkpoint before its worker is ended. Only for workers that hold
   * nothing which must be closed properly: one with a database open is never ended so. Absent: it is waited for.
   */
  readonly cancelGraceMs?: number;
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
  /** Starts the worker where none runs, so that a coming call need not wait for it; unused it ends like any idle one. */
  warm(): void;
  /** Lets the running call end (or hang no longer than its silence), refuses new ones, ends the worker. */
  close(): Promise<void>;
};

const unavailable = (reason: WorkerFailure): DeskError => new DeskError({ code: 'unavailable', reason });

/** How long an idle worker may take to end when it is asked to. */
const farewellMs = 2_000;

type Ask = {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
  readonly options: WorkerCallOptions;
};

/** A running worker and the one call that listens to it. */
type Running = {
  readonly link: WorkerLink;
  readonly gone: Promise<void>;
  listener: Partial<WorkerEvents>;
  residentBytes: number;
};

/** How long a worker that holds much memory waits for its next call. */
const largeIdleMs = 500;

export function createWorkerHost<Calls extends WorkerCalls>(host: WorkerHostOptions): WorkerHost<Calls> {
  const place = host.place ?? inThread();
  let worker: Running | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let nextId = 1;
  let closed = false;
  /** Workers that were asked to end and have not yet. */
  const leaving = new Set<Promise<void>>();

  function start(): Running {
    const gone = Promise.withResolvers<void>();
    const link = place(host, {
      message: (message) => running.listener.message?.(message),
      // An idle worker that dies is simply gone: the next call starts another one.
      failed(error) {
        forget(running);
        running.listener.failed?.(error);
      },
      exited(how) {
        forget(running);
        gone.resolve();
        running.listener.exited?.(how);
      },
    });
    const running: Running = { link, gone: gone.promise, listener: {}, residentBytes: 0 };
    return running;
  }

  function forget(old: Running): void {
    if (worker === old) worker = undefined;
  }

  /** Between calls a worker is asked to end; it is ended only if it does not listen. */
  async function retire(): Promise<void> {
    const old = worker;
    if (!old) return;
    worker = undefined;
    const force = setTimeout(() => old.link.end(), farewellMs);
    leaving.add(old.gone);
    try {
      old.link.post({ kind: 'stop' });
      await old.gone;
    } finally {
      leaving.delete(old.gone);
      clearTimeout(force);
    }
  }

  function exchange(ask: Ask): Promise<unknown> {
    const { id, options } = ask;
    if (options.signal?.aborted) return Promise.reject(new DeskError({ code: 'cancelled' }));
    clearTimeout(idle);
    const current = (worker ??= start());
    current.link.hold();
    return new Promise<unknown>((resolve, reject) => {
      const silenceMs = options.silenceMs ?? host.silenceMs ?? 60_000;
      let silence = setTimeout(hung, silenceMs);
      let settled = false;
      let cleared = options.until === undefined;
      /** Why the work may not become final. */
      let failed: { readonly error: unknown } | undefined;
      let grace: NodeJS.Timeout | undefined;

      function settle(end: () => void): void {
        settled = true;
        clearTimeout(silence);
        clearTimeout(grace);
        current.listener = {};
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
        current.link.end();
      }
      function abort(): void {
        current.link.post({ kind: 'cancel', id });
        if (host.cancelGraceMs === undefined) return;
        clearTimeout(grace);
        grace = setTimeout(() => {
          forget(current);
          settle(() => reject(failed ? failed.error : new DeskError({ code: 'cancelled' })));
          current.link.end();
        }, host.cancelGraceMs);
      }
      function listen(): void {
        clearTimeout(silence);
        silence = setTimeout(hung, silenceMs);
      }
      function clear(): void {
        if (settled) return;
        cleared = true;
        listen();
        current.link.post({ kind: 'clear', id });
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
        } else if (message.kind === 'result') {
          current.residentBytes = message.residentBytes ?? 0;
          settle(() => resolve(message.output));
        } else if (message.kind === 'refused')
          settle(() => reject(failed ? failed.error : new DeskError(message.error)));
        else {
          host.onFault?.(
            'worker-failed',
            Object.assign(new Error(message.fault.message), { stack: message.fault.stack }),
          );
          settle(() => reject(unavailable('worker-failed')));
        }
      }

      current.listener = {
        message: hear,
        failed(error) {
          const outOfMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
          lose(outOfMemory ? 'worker-out-of-memory' : 'worker-failed', error);
        },
        exited: (how) => lose('worker-exited', new Error(`${ask.name}: the worker ended with ${how}`)),
      };
      options.signal?.addEventListener('abort', abort);
      try {
        current.link.post({ kind: 'call', id, name: ask.name, input: ask.input, cleared });
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
    clearTimeout(idle);
    if (worker.residentBytes > (host.memoryLimitBytes ?? Number.POSITIVE_INFINITY)) {
      void retire();
      return;
    }
    worker.link.release();
    const isLarge = worker.residentBytes > (host.restingBytes ?? Number.POSITIVE_INFINITY);
    const idleMs = host.idleMs ?? 30_000;
    idle = setTimeout(() => void retire(), isLarge ? Math.min(largeIdleMs, idleMs) : idleMs).unref();
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
    warm() {
      if (closed || worker) return;
      worker = start();
      rest();
    },
    async close() {
      closed = true;
      clearTimeout(idle);
      await last;
      await Promise.all([retire(), ...leaving]);
    },
  };
}
