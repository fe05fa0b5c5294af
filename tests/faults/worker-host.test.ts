import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createWorkerHost,
  type WorkerFailure,
  type WorkerHost,
  type WorkerHostOptions,
  type WorkerProgress,
} from '#electron/workers/worker-host.ts';
import { inProcess } from '#electron/workers/worker-process.ts';
import { inThread } from '#electron/workers/worker-thread.ts';
import type { TroubledCalls } from '../support/troubled-worker.ts';

const url = new URL('../support/troubled-worker.ts', import.meta.url);
const open: WorkerHost<TroubledCalls>[] = [];

/** Where workers run; the second with little memory, so that filling it takes a moment only. */
const places = {
  thread: { plain: inThread(), narrow: inThread({ maxOldGenerationSizeMb: 24 }) },
  process: { plain: inProcess(), narrow: inProcess(['--max-old-space-size=24']) },
} as const;
type PlaceName = keyof typeof places;

function host(name: PlaceName, options: Partial<WorkerHostOptions> = {}) {
  const faults: WorkerFailure[] = [];
  const told: string[] = [];
  const made = createWorkerHost<TroubledCalls>({
    url,
    place: places[name].plain,
    silenceMs: 10_000,
    onFault(failure, error) {
      faults.push(failure);
      told.push(error instanceof Error ? error.message : String(error));
    },
    ...options,
  });
  open.push(made);
  return { host: made, faults, told };
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

type Trouble = readonly [
  what: string,
  call: keyof TroubledCalls,
  input: unknown,
  inThread: WorkerFailure | undefined,
  inProcess: WorkerFailure,
  options?: Partial<WorkerHostOptions>,
];

/** A process tells nobody why it goes; a thread cannot survive what ends its process, so that is not tried there. */
const troubles: readonly Trouble[] = [
  ['throws where nothing catches', 'throw', null, 'worker-failed', 'worker-exited'],
  ['throws in the call', 'reject', null, 'worker-failed', 'worker-failed'],
  ['exits with 0', 'exit', 0, 'worker-exited', 'worker-exited'],
  ['exits with 7', 'exit', 7, 'worker-exited', 'worker-exited'],
  ['never yields', 'hang', null, 'worker-hung', 'worker-hung', { silenceMs: 1_500 }],
  ['never answers', 'sleep', null, 'worker-hung', 'worker-hung', { silenceMs: 1_500 }],
  ['answers what cannot be sent', 'unsendable', null, 'worker-failed', 'worker-failed'],
  ['aborts in native code', 'abort', null, undefined, 'worker-exited'],
  ['is killed', 'die', null, undefined, 'worker-exited'],
];
const cases = (Object.keys(places) as PlaceName[]).flatMap((name) =>
  troubles.flatMap(([what, call, input, thread, process, options]) => {
    const failure = name === 'thread' ? thread : process;
    return failure ? [[`in a ${name}: ${what}`, name, call, input, failure, options] as const] : [];
  }),
);

describe('a worker may die: the call fails with a code, the next one works', () => {
  it.each(cases)('%s', async (_case, name, call, input, failure, options) => {
    const { host: worker, faults } = host(name, options);
    // The table pairs each call with an input of its type.
    await expect(worker.call(call, input as never)).rejects.toMatchObject({
      name: 'DeskError',
      data: { code: 'unavailable', reason: failure },
    });
    expect(faults).toEqual([failure]);
    await expect(worker.call('echo', '再来一次')).resolves.toBe('再来一次');
  });

  it('in a thread: fills its memory', async () => {
    const { host: worker, faults } = host('thread', { place: places.thread.narrow });
    await expect(worker.call('fill', null)).rejects.toMatchObject({
      data: { reason: 'worker-out-of-memory' },
    });
    expect(faults).toEqual(['worker-out-of-memory']);
    await expect(worker.call('echo', 'x')).resolves.toBe('x');
  });

  it('in a process: fills its memory, and its last words are for the log', async () => {
    const { host: worker, told } = host('process', { place: places.process.narrow });
    await expect(worker.call('fill', null)).rejects.toMatchObject({ data: { reason: 'worker-exited' } });
    expect(told.join()).toContain('heap out of memory');
    await expect(worker.call('echo', 'x')).resolves.toBe('x');
  });

  it.each(['thread', 'process'] as const)('in a %s: is started before it is needed, once', async (name) => {
    const { host: worker } = host(name, { idleMs: 60_000 });
    worker.warm();
    const first = await worker.call('whoAmI', null);
    worker.warm();
    expect(await worker.call('whoAmI', null)).toBe(first);
    await worker.close();
    worker.warm(); // closed: nothing starts
    await expect(worker.call('whoAmI', null)).rejects.toMatchObject({ data: { reason: 'worker-stopped' } });
  });

  it.each(['thread', 'process'] as const)('in a %s: a file that is missing', async (name) => {
    const { host: worker } = host(name, { url: new URL('no-such-worker.ts', url) });
    const reason = name === 'thread' ? 'worker-failed' : 'worker-exited';
    await expect(worker.call('echo', 'x')).rejects.toMatchObject({ data: { reason } });
    await expect(worker.call('echo', 'x')).rejects.toMatchObject({ data: { reason } });
  });

  it.each(['thread', 'process'] as const)(
    'in a %s: an input that cannot be sent leaves it well',
    async (name) => {
      const { host: worker, faults } = host(name);
      const before = await worker.call('whoAmI', null);
      const wrong = (() => 'function') as unknown as string;
      await expect(worker.call('echo', wrong)).rejects.toMatchObject({ data: { reason: 'worker-failed' } });
      await expect(worker.call('whoAmI', null)).resolves.toBe(before);
      expect(faults).toEqual(['worker-failed']);
    },
  );

  it('calls waiting behind one that dies are answered', async () => {
    const { host: worker } = host('process');
    const outcomes = await Promise.allSettled([
      worker.call('echo', 'a'),
      worker.call('exit', 3),
      worker.call('echo', 'b'),
      worker.call('reject', null),
      worker.call('echo', 'c'),
    ]);
    expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'failed'))).toEqual([
      'a',
      'failed',
      'b',
      'failed',
      'c',
    ]);
  });
});

describe.each(['thread', 'process'] as const)('a worker at work in a %s', (name) => {
  it('passes on what the handler refuses, as it was said, without calling it a fault', async () => {
    const { host: worker, faults } = host(name);
    await expect(worker.call('refuse', null)).rejects.toMatchObject({
      data: { code: 'rule-violated', reason: 'nothing-to-print' },
    });
    expect(faults).toEqual([]);
  });

  it('reports progress in order', async () => {
    const { host: worker } = host(name);
    const seen: WorkerProgress[] = [];
    await expect(worker.call('count', 3, { onProgress: (progress) => seen.push(progress) })).resolves.toBe(3);
    expect(seen).toEqual([1, 2, 3].map((done) => ({ done, total: 3, step: 'count' })));
  });

  it('stops between two steps when asked, and goes on with the next call in the same thread', async () => {
    const { host: worker, faults } = host(name);
    const thread = await worker.call('whoAmI', null);
    const abort = new AbortController();
    let reached = 0;
    const call = worker.call('count', 1_000_000, {
      signal: abort.signal,
      onProgress({ done }) {
        reached = done;
        if (done === 5) abort.abort();
      },
    });
    await expect(call).rejects.toMatchObject({ data: { code: 'cancelled' } });
    expect(reached).toBeGreaterThanOrEqual(5);
    expect(reached).toBeLessThan(1_000_000);
    await expect(worker.call('whoAmI', null)).resolves.toBe(thread);
    expect(faults).toEqual([]);
  });

  it('does not begin what was cancelled while it waited', async () => {
    const { host: worker } = host(name);
    const abort = new AbortController();
    const first = worker.call('count', 50);
    let begun = false;
    const second = worker.call('count', 50, { signal: abort.signal, onProgress: () => (begun = true) });
    abort.abort();
    await expect(second).rejects.toMatchObject({ data: { code: 'cancelled' } });
    await expect(first).resolves.toBe(50);
    expect(begun).toBe(false);
  });

  it('each sign of life starts the deadline anew', async () => {
    const { host: worker } = host(name);
    await worker.call('echo', 'warm');
    // Together three times the silence allowed, each step far shorter.
    const drip = worker.call('drip', { times: 12, everyMs: 100 }, { silenceMs: 400 });
    await expect(drip).resolves.toBeNull();
  });

  it('ends when it is idle and starts again when needed', async () => {
    const { host: worker, faults } = host(name, { idleMs: 50 });
    const before = await worker.call('whoAmI', null);
    await new Promise((resolve) => void setTimeout(resolve, 300));
    expect(await worker.call('whoAmI', null)).not.toBe(before);
    expect(faults).toEqual([]);
  });

  it('closes after the running call and refuses later ones', async () => {
    const { host: worker } = host(name);
    const begun = Promise.withResolvers<void>();
    const running = worker.call('count', 100, { onProgress: () => begun.resolve() });
    await begun.promise;
    const closed = worker.close();
    await expect(worker.call('echo', 'late')).rejects.toMatchObject({ data: { reason: 'worker-stopped' } });
    await expect(running).resolves.toBe(100);
    await closed;
  });
});

describe.each(['thread', 'process'] as const)(
  'work in a %s that may become final only after something else',
  (name) => {
    const failure = (error: unknown): unknown => error;

    it('waits for it, however long, and is final then; at once where there is nothing to wait for', async () => {
      const { host: worker, faults } = host(name, { silenceMs: 1_000 });
      await worker.call('echo', 'warm');
      const until = Promise.withResolvers<void>();
      let ended = false;
      const call = worker.call('final', null, { until: until.promise }).finally(() => (ended = true));
      await new Promise((resolve) => void setTimeout(resolve, 1_500));
      expect(ended).toBe(false);
      until.resolve();
      await expect(call).resolves.toBe(1);
      await expect(worker.call('final', null)).resolves.toBe(2);
      expect(faults).toEqual([]);
    });

    it('is dropped when that fails, and fails with it', async () => {
      const { host: worker, faults } = host(name);
      const why = new Error('no room for the backup');
      const until = Promise.reject(why);
      await expect(worker.call('final', null, { until }).catch(failure)).resolves.toBe(why);
      await expect(worker.call('final', null)).resolves.toBe(1);
      expect(faults).toEqual([]);
    });

    it('can be cancelled while it waits', async () => {
      const { host: worker } = host(name);
      const abort = new AbortController();
      const until = new Promise(() => undefined);
      const call = worker.call('final', null, { until, signal: abort.signal });
      await new Promise((resolve) => void setTimeout(resolve, 300));
      abort.abort();
      await expect(call).rejects.toMatchObject({ data: { code: 'cancelled' } });
      await expect(worker.call('final', null)).resolves.toBe(1);
    });
  },
);

describe('a worker in a process of its own', () => {
  it('is ended after the call in which its memory grew beyond the limit', async () => {
    const { host: worker, faults } = host('process', { memoryLimitBytes: 200 * 1024 * 1024 });
    const before = await worker.call('whoAmI', null);
    await worker.call('keep', 20);
    expect(await worker.call('whoAmI', null)).toBe(before);
    await worker.call('keep', 250);
    expect(await worker.call('whoAmI', null)).not.toBe(before);
    expect(faults).toEqual([]);
  });

  it('that does not reach its next checkpoint is ended when its call is cancelled; the next call works', async () => {
    const { host: worker, faults } = host('process', { cancelGraceMs: 100 });
    await worker.call('echo', 'warm');
    const abort = new AbortController();
    const call = worker.call('hang', null, { signal: abort.signal });
    setTimeout(() => abort.abort(), 50);
    await expect(call).rejects.toMatchObject({ data: { code: 'cancelled' } });
    await expect(worker.call('echo', 'x')).resolves.toBe('x');
    expect(faults).toEqual([]);
  });

  it('does not get what is meant for the program alone', async () => {
    process.env['DESK_PASSWORD'] = 'Correct-Horse-9';
    const { host: worker } = host('process');
    expect(await worker.call('environment', 'DESK_PASSWORD')).toBeNull();
    expect(await worker.call('environment', 'PATH')).toBe(process.env['PATH']);
    delete process.env['DESK_PASSWORD'];
  });

  it('ends with the program that started it, however that ends', async () => {
    const program = spawn(process.execPath, ['--input-type=module', '--eval', orphanMaker], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pid = await new Promise<number>((resolve) =>
      program.stdout.once('data', (line: Buffer) => resolve(Number(String(line).split('/')[0]))),
    );
    expect(isRunning(pid)).toBe(true);
    program.kill('SIGKILL');
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: 5_000 });
  });
});

const orphanMaker = `
  import { createWorkerHost } from '#electron/workers/worker-host.ts';
  import { inProcess } from '#electron/workers/worker-process.ts';
  const worker = createWorkerHost({ url: new URL(${JSON.stringify(url.href)}), place: inProcess(), idleMs: 60_000 });
  console.log(await worker.call('whoAmI', null));
  setInterval(() => undefined, 1_000);
`;

/** A dead process whose parent has not asked for its end still has a number: it does not count. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return !/^State:\s+Z/mu.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return process.platform !== 'linux';
  }
}
