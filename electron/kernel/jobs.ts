import type { Job } from '#shared/features/job/job.contract.ts';
import { DeskError, type DeskErrorData } from '#shared/rpc/desk-error.ts';
import type { Clock } from './clock.ts';
import type { DeskDatabase, Reader } from './database.ts';
import type { Events } from './events.ts';
import type { Log } from './log.ts';
import { thinOldJobs } from './old-jobs.ts';
import type { JobTable } from './tables.ts';

/** What a running job may do. */
export type JobRun = {
  readonly signal: AbortSignal;
  /** Whole percent 0–100 and the key of the step; percent never falls, windows hear at most ten updates a second. */
  progress(percent: number, step: string, result?: Record<string, unknown>): void;
};

export type JobOutcome = {
  readonly result: Record<string, unknown>;
  readonly file?: { readonly path: string; readonly name: string };
};

export type JobOrder = {
  readonly kind: string;
  readonly subject: string;
  readonly personId: number | null;
  run(job: JobRun): Promise<JobOutcome>;
};

export type Jobs = {
  /** Starts work beside the call that ordered it; ends in done, failed or cancelled. */
  start(order: JobOrder): Promise<{ id: number; ended: Promise<Job> }>;
  cancel(id: number): boolean;
  list(): Promise<readonly Job[]>;
  get(id: number): Promise<Job | undefined>;
  /** Waits for a job that runs; gives the ended one. */
  ended(id: number): Promise<Job | undefined>;
  filePath(id: number): Promise<{ path: string; name: string } | undefined>;
  /** Cancels what runs and waits for it. */
  close(): Promise<void>;
};

/** What an interrupted job had done for good, as its result; undefined when it had done nothing. */
export type Recovered = (reader: Reader, job: Job) => Promise<Record<string, unknown> | undefined>;

const jobOf = (row: Omit<JobTable, 'id' | 'filePath'> & { id: number }): Job => ({
  id: row.id,
  kind: row.kind,
  subject: row.subject,
  personId: row.personId,
  state: row.state,
  percent: row.percent,
  step: row.step,
  error: row.error ? (JSON.parse(row.error) as DeskErrorData) : null,
  result: row.result ? (JSON.parse(row.result) as Record<string, unknown>) : null,
  fileName: row.fileName,
  startedAt: row.startedAt,
  endedAt: row.endedAt,
});

const updatesEveryMs = 100;

export async function createJobs(
  database: DeskDatabase,
  clock: Clock,
  events: Events,
  log: Log,
  recovered: Recovered = async () => undefined,
): Promise<Jobs> {
  const running = new Map<number, { job: Job; abort: AbortController; ended: Promise<Job> }>();

  // Whatever a crash left running has failed, unless its work was done for good by then.
  const interrupted = JSON.stringify({ code: 'unavailable', reason: 'interrupted' } satisfies DeskErrorData);
  await database.write(async (writer) => {
    const left = await writer
      .selectFrom('job')
      .selectAll()
      .where('state', 'in', ['queued', 'running'])
      .execute();
    for (const row of left) {
      const result = await recovered(writer, jobOf(row));
      const end = result
        ? { state: 'done' as const, percent: 100, step: 'done', result: JSON.stringify(result) }
        : { state: 'failed' as const, error: interrupted };
      await writer
        .updateTable('job')
        .set({ ...end, endedAt: clock.now() })
        .where('id', '=', row.id)
        .execute();
    }
    await thinOldJobs(writer, clock.now());
  });

  function failureOf(error: unknown, kind: string): DeskErrorData {
    if (error instanceof DeskError) return error.data;
    log.write('error', `job ${kind} failed`, error);
    return { code: 'internal', incident: kind };
  }

  type End = Pick<Job, 'state' | 'percent' | 'step' | 'error' | 'result'> & { file?: JobOutcome['file'] };

  /** Never throws: nobody waits for most jobs, and a failure that nobody waits for would end the program. */
  async function finish(present: Job, { file, ...end }: End): Promise<Job> {
    const { id } = present;
    let job: Job = { ...present, ...end, fileName: file?.name ?? null, endedAt: clock.now() };
    const patch = {
      state: job.state,
      percent: job.percent,
      step: job.step,
      error: job.error && JSON.stringify(job.error),
      result: job.result && JSON.stringify(job.result),
      filePath: file?.path ?? null,
      fileName: job.fileName,
      endedAt: job.endedAt,
    };
    try {
      await database.write((writer) =>
        writer.updateTable('job').set(patch).where('id', '=', id).executeTakeFirstOrThrow(),
      );
    } catch (error) {
      // A full or broken disk: windows and whoever waits are told all the same; the next start tidies the row.
      log.write('error', `the end of job ${id} could not be written`, error);
      job = { ...job, fileName: null };
    }
    running.delete(id);
    events.publish({ type: 'job', job });
    return job;
  }

  async function get(id: number): Promise<Job | undefined> {
    const row = await database.reader.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst();
    return row && (running.get(id)?.job ?? jobOf(row));
  }

  return {
    async start(order) {
      const { kind, subject, personId } = order;
      const fresh = {
        kind,
        subject,
        personId,
        state: 'running' as const,
        percent: 0,
        step: 'starting',
        error: null,
        result: null,
        filePath: null,
        fileName: null,
        startedAt: clock.now(),
        endedAt: null,
      };
      const { id } = await database.write((writer) =>
        writer.insertInto('job').values(fresh).returning('id').executeTakeFirstOrThrow(),
      );
      const abort = new AbortController();
      const entry = {
        job: jobOf({ ...fresh, id }),
        abort,
        ended: Promise.resolve() as unknown as Promise<Job>,
      };
      running.set(id, entry);
      events.publish({ type: 'job', job: entry.job });

      let lastTold = 0;
      const progress: JobRun['progress'] = (percent, step, result) => {
        const whole = Math.max(entry.job.percent, Math.min(100, Math.floor(percent)));
        const changed = whole !== entry.job.percent || step !== entry.job.step;
        entry.job = { ...entry.job, percent: whole, step, result: result ?? entry.job.result };
        const now = performance.now();
        if (changed && now - lastTold >= updatesEveryMs) {
          lastTold = now;
          events.publish({ type: 'job', job: entry.job });
        }
      };
      entry.ended = (async () => {
        try {
          const { result, file } = await order.run({ signal: abort.signal, progress });
          const done = { state: 'done' as const, percent: 100, step: 'done', error: null, result };
          return await finish(entry.job, file ? { ...done, file } : done);
        } catch (error) {
          const data = failureOf(error, kind);
          const cancelled = abort.signal.aborted || data.code === 'cancelled';
          const { percent, step } = entry.job;
          return finish(entry.job, {
            state: cancelled ? 'cancelled' : 'failed',
            percent,
            step,
            error: cancelled ? { code: 'cancelled' } : data,
            result: null,
          });
        }
      })();
      return { id, ended: entry.ended };
    },
    cancel(id) {
      const entry = running.get(id);
      entry?.abort.abort();
      return entry !== undefined;
    },
    async list() {
      const rows = await database.reader
        .selectFrom('job')
        .selectAll()
        .orderBy('id', 'desc')
        .limit(50)
        .execute();
      return rows.map((row) => running.get(row.id)?.job ?? jobOf(row));
    },
    get,
    async ended(id) {
      await running.get(id)?.ended;
      return get(id);
    },
    async filePath(id) {
      const row = await database.reader
        .selectFrom('job')
        .select(['filePath', 'fileName'])
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.filePath && row.fileName ? { path: row.filePath, name: row.fileName } : undefined;
    },
    async close() {
      for (const { abort } of running.values()) abort.abort();
      await Promise.all([...running.values()].map((entry) => entry.ended));
    },
  };
}
