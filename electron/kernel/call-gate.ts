import { AsyncLocalStorage } from 'node:async_hooks';
import { DeskError } from '#shared/rpc/desk-error.ts';

/** How long the change of a store waits for running calls, in milliseconds. */
const patienceMs = 30_000;

/** Lets calls through to the open store and holds new ones while it is exchanged. */
export type CallGate = {
  pass<Result>(call: () => Promise<Result>): Promise<Result>;
  /**
   * Runs the work while no other call runs; the call that asks for it, if any, is not waited for.
   * Error: `unavailable` busy when another exchange is under way or a call does not end in time (nothing was done).
   */
  alone<Result>(work: () => Promise<Result>): Promise<Result>;
};

export function callGate(): CallGate {
  const inside = new AsyncLocalStorage<{ running: boolean }>();
  const state: { running: number; closed: Promise<void> | undefined } = { running: 0, closed: undefined };
  let ended: () => void = () => undefined;

  async function quiet(others: 0 | 1): Promise<void> {
    const deadline = performance.now() + patienceMs;
    while (state.running > others) {
      const left = deadline - performance.now();
      if (left <= 0) throw new DeskError({ code: 'unavailable', reason: 'busy' });
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        ended = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  return {
    async pass(call) {
      while (state.closed) await state.closed;
      state.running += 1;
      const mark = { running: true };
      try {
        return await inside.run(mark, call);
      } finally {
        mark.running = false;
        state.running -= 1;
        ended();
      }
    },
    async alone(work) {
      if (state.closed) throw new DeskError({ code: 'unavailable', reason: 'busy' });
      let open: () => void = () => undefined;
      state.closed = new Promise((resolve) => (open = resolve));
      try {
        // A job started by a call keeps the call's mark, but the call has ended by then.
        await quiet(inside.getStore()?.running ? 1 : 0);
        return await work();
      } finally {
        state.closed = undefined;
        open();
      }
    },
  };
}
