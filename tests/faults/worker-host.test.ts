import { afterEach, describe, expect, it } from 'vitest';
import {
  createWorkerHost,
  type WorkerFailure,
  type WorkerHost,
  type WorkerHostOptions,
  type WorkerProgress,
} from '#electron/workers/worker-host.ts';
import type { TroubledCalls } from '../support/troubled-worker.ts';

const url = new URL('../support/troubled-worker.ts', import.meta.url);
const open: WorkerHost<TroubledCalls>[] = [];

function host(options: Partial<WorkerHostOptions> = {}) {
  const faults: WorkerFailure[] = [];
  const made = createWorkerHost<TroubledCalls>({
    url,
    silenceMs: 10_000,
    onFault: (failure) => faults.push(failure),
    ...options,
  });
  open.push(made);
  return { host: made, faults };
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

describe('a worker may die: the call fails with a code, the next one works', () => {
  it.each<[string, keyof TroubledCalls, unknown, WorkerFailure, Partial<WorkerHostOptions>]>([
    ['throws where nothing catches', 'throw', null, 'worker-failed', {}],
    ['throws in the call', 'reject', null, 'worker-failed', {}],
    ['exits with 0', 'exit', 0, 'worker-exited', {}],
    ['exits with 7', 'exit', 7, 'worker-exited', {}],
    ['never yields', 'hang', null, 'worker-hung', { silenceMs: 1_500 }],
    ['never answers', 'sleep', null, 'worker-hung', { silenceMs: 1_500 }],
    [
      'fills its memory',
      'fill',
      null,
      'worker-out-of-memory',
      { resourceLimits: { maxOldGenerationSizeMb: 24 } },
    ],
    ['answers what cannot be sent', 'unsendable', null, 'worker-failed', {}],
  ])('%s', async (_case, name, input, failure, options) => {
    const { host: worker, faults } = host(options);
    // The table pairs each call with an input of its type.
    const call = worker.call(name, input as never);
    await expect(call).rejects.toMatchObject({
      name: 'DeskError',
      data: { code: 'unavailable', reason: failure },
    });
    expect(faults).toEqual([failure]);
    await expect(worker.call('echo', '再来一次')).resolves.toBe('再来一次');
  });

  it('a worker whose file is missing', async () => {
    const { host: worker } = host({ url: new URL('no-such-worker.ts', url) });
    await expect(worker.call('echo', 'x')).rejects.toMatchObject({ data: { reason: 'worker-failed' } });
    await expect(worker.call('echo', 'x')).rejects.toMatchObject({ data: { reason: 'worker-failed' } });
  });

  it('an input that cannot be sent leaves the worker well', async () => {
    const { host: worker, faults } = host();
    const wrong = (() => 'function') as unknown as string;
    await expect(worker.call('echo', wrong)).rejects.toMatchObject({ data: { reason: 'worker-failed' } });
    await expect(worker.call('echo', 'x')).resolves.toBe('x');
    expect(faults).toEqual(['worker-failed']);
  });

  it('calls waiting behind one that dies are answered', async () => {
    const { host: worker } = host();
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

describe('a worker at work', () => {
  it('passes on what the handler refuses, as it was said, without calling it a fault', async () => {
    const { host: worker, faults } = host();
    await expect(worker.call('refuse', null)).rejects.toMatchObject({
      data: { code: 'rule-violated', reason: 'nothing-to-print' },
    });
    expect(faults).toEqual([]);
  });

  it('reports progress in order', async () => {
    const { host: worker } = host();
    const seen: WorkerProgress[] = [];
    await expect(worker.call('count', 3, { onProgress: (progress) => seen.push(progress) })).resolves.toBe(3);
    expect(seen).toEqual([1, 2, 3].map((done) => ({ done, total: 3, step: 'count' })));
  });

  it('stops between two steps when asked, and goes on with the next call in the same thread', async () => {
    const { host: worker, faults } = host();
    const thread = await worker.call('thread', null);
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
    await expect(worker.call('thread', null)).resolves.toBe(thread);
    expect(faults).toEqual([]);
  });

  it('does not begin what was cancelled while it waited', async () => {
    const { host: worker } = host();
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
    const { host: worker } = host();
    await worker.call('echo', 'warm');
    // Together three times the silence allowed, each step far shorter.
    const drip = worker.call('drip', { times: 12, everyMs: 100 }, { silenceMs: 400 });
    await expect(drip).resolves.toBeNull();
  });

  it('ends when it is idle and starts again when needed', async () => {
    const { host: worker, faults } = host({ idleMs: 50 });
    const before = await worker.call('thread', null);
    await new Promise((resolve) => void setTimeout(resolve, 300));
    expect(await worker.call('thread', null)).not.toBe(before);
    expect(faults).toEqual([]);
  });

  it('closes after the running call and refuses later ones', async () => {
    const { host: worker } = host();
    const begun = Promise.withResolvers<void>();
    const running = worker.call('count', 100, { onProgress: () => begun.resolve() });
    await begun.promise;
    const closed = worker.close();
    await expect(worker.call('echo', 'late')).rejects.toMatchObject({ data: { reason: 'worker-stopped' } });
    await expect(running).resolves.toBe(100);
    await closed;
  });
});

describe('work that may become final only after something else', () => {
  const failure = (error: unknown): unknown => error;

  it('waits for it, however long, and is final then; at once where there is nothing to wait for', async () => {
    const { host: worker, faults } = host({ silenceMs: 1_000 });
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
    const { host: worker, faults } = host();
    const why = new Error('no room for the backup');
    const until = Promise.reject(why);
    await expect(worker.call('final', null, { until }).catch(failure)).resolves.toBe(why);
    await expect(worker.call('final', null)).resolves.toBe(1);
    expect(faults).toEqual([]);
  });

  it('can be cancelled while it waits', async () => {
    const { host: worker } = host();
    const abort = new AbortController();
    const until = new Promise(() => undefined);
    const call = worker.call('final', null, { until, signal: abort.signal });
    await new Promise((resolve) => void setTimeout(resolve, 300));
    abort.abort();
    await expect(call).rejects.toMatchObject({ data: { code: 'cancelled' } });
    await expect(worker.call('final', null)).resolves.toBe(1);
  });
});
