/** What a host and its worker say to each other. One request runs at a time; ids pair answers. */
import type { DeskErrorData } from '#shared/rpc/desk-error.ts';

export type HostMessage =
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly name: string;
      readonly input: unknown;
      /** Nothing has to be waited for. */
      readonly cleared: boolean;
    }
  | { readonly kind: 'cancel'; readonly id: number }
  /** What the call waits for has happened: it may make its work final. */
  | { readonly kind: 'clear'; readonly id: number }
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
  /** All is done but for what the host must clear; silence is no trouble until then. */
  | { readonly kind: 'waiting'; readonly id: number }
  | {
      readonly kind: 'result';
      readonly id: number;
      readonly output: unknown;
      /** Resident memory of a worker that is a process of its own; absent in a thread. */
      readonly residentBytes?: number;
    }
  | { readonly kind: 'refused'; readonly id: number; readonly error: DeskErrorData }
  | { readonly kind: 'broken'; readonly id: number; readonly fault: WorkerFault };
