/** Where a worker runs: behind one small interface, so that its host does not care. */
import type { HostMessage, WorkerMessage } from './worker-messages.ts';

/** What is run, and with what: `args` are its `process.argv` from the third on. */
export type WorkerEntry = { readonly url: URL; readonly args?: readonly string[] };

export type WorkerEvents = {
  message(message: WorkerMessage): void;
  /** Something broke that is no answer: an uncaught error of a thread, a channel that closed. The worker is lost. */
  failed(error: unknown): void;
  /** The worker is gone; `how` says with what code or signal, and its last words. */
  exited(how: string): void;
};

export type WorkerLink = {
  /** Throws when the message cannot be cloned. */
  post(message: HostMessage): void;
  /** Ends the worker at once, whatever it does. */
  end(): void;
  /** Whether a running program must wait for this worker. */
  hold(): void;
  release(): void;
};

/** Starts a worker; events come until `exited`. */
export type WorkerPlace = (entry: WorkerEntry, events: WorkerEvents) => WorkerLink;
