/** A worker that does what no worker should, on request. Runs as it stands under Node 24. */
import { threadId } from 'node:worker_threads';
import { DeskError } from '#shared/rpc/desk-error.ts';
import { serveWorker } from '#electron/workers/worker-protocol.ts';

export type TroubledCalls = {
  echo: { input: string; output: string };
  whoAmI: { input: null; output: string };
  abort: { input: null; output: null };
  die: { input: null; output: null };
  keep: { input: number; output: null };
  environment: { input: string; output: string | null };
  drip: { input: { times: number; everyMs: number }; output: null };
  count: { input: number; output: number };
  refuse: { input: null; output: null };
  throw: { input: null; output: null };
  reject: { input: null; output: null };
  exit: { input: number; output: null };
  hang: { input: null; output: null };
  sleep: { input: null; output: null };
  fill: { input: null; output: null };
  unsendable: { input: null; output: unknown };
  /** Waits to be cleared, then says how often this thread made something final. */
  final: { input: null; output: number };
};

let finals = 0;
const kept: Buffer[] = [];

serveWorker<TroubledCalls>({
  echo: (text) => ({ output: text }),
  whoAmI: () => ({ output: `${process.pid}/${threadId}` }),
  // What native code does when it panics.
  abort() {
    process.abort();
  },
  die() {
    process.kill(process.pid, 'SIGKILL');
    return new Promise(() => undefined);
  },
  keep(megabytes) {
    kept.push(Buffer.alloc(megabytes * 1024 * 1024, 1));
    return { output: null };
  },
  environment: (name) => ({ output: process.env[name] ?? null }),
  async drip({ times, everyMs }, run) {
    for (let done = 1; done <= times; done++) {
      await new Promise((resolve) => void setTimeout(resolve, everyMs));
      run.progress(done, times, 'drip');
    }
    return { output: null };
  },
  async count(to, run) {
    for (let done = 1; done <= to; done++) {
      await run.checkpoint();
      run.progress(done, to, 'count');
    }
    return { output: to };
  },
  refuse() {
    throw new DeskError({ code: 'rule-violated', reason: 'nothing-to-print' });
  },
  throw() {
    // Outside the answer, as a bug in a timer would: nothing catches it.
    setTimeout(() => {
      throw new Error('thrown in a timer');
    }, 1);
    return new Promise(() => undefined);
  },
  reject() {
    throw new Error('thrown by the handler');
  },
  exit(code) {
    process.exit(code);
  },
  hang() {
    for (;;) Math.random();
  },
  sleep: () => new Promise(() => undefined),
  fill() {
    const hoard: string[][] = [];
    for (let round = 0; ; round++)
      hoard.push(Array.from({ length: 10_000 }, (_, index) => `${round}-${index}`));
  },
  async final(_, run) {
    await run.cleared();
    finals += 1;
    return { output: finals };
  },
  unsendable: () => ({ output: () => 'a function cannot be sent' }),
});
