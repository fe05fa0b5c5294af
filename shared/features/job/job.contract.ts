import { z } from 'zod';
import { action, query, stream } from '../../rpc/call.ts';
import type { DeskErrorData } from '../../rpc/desk-error.ts';
import { output } from '../../rpc/record.contract.ts';

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** 任务: import, report, export, backup or batch work. */
export type Job = {
  readonly id: number;
  /** Key of the job's name in the `job` texts, e.g. `import.run`. */
  readonly kind: string;
  /** Shown beside the name, e.g. a file's name. */
  readonly subject: string;
  readonly personId: number | null;
  readonly state: JobState;
  /** Whole percent, never falls. */
  readonly percent: number;
  /** Key of the present step in the `job` texts. */
  readonly step: string;
  readonly error: DeskErrorData | null;
  readonly result: Readonly<Record<string, unknown>> | null;
  /** Name of the file that the job left, to be fetched with `job.file`. */
  readonly fileName: string | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
};

/** What a job that is done has left undone, such as a file beside its rows; keys of the `job.unfinished` texts. */
export function unfinishedOf(job: Pick<Job, 'state' | 'result'>): readonly string[] {
  const parts = job.state === 'done' ? job.result?.['unfinished'] : undefined;
  return Array.isArray(parts) ? parts.map(String) : [];
}

/** What every connected window hears. */
export type DeskEvent =
  | { readonly type: 'changed'; readonly feature: string; readonly ids: readonly number[] }
  | { readonly type: 'job'; readonly job: Job }
  | { readonly type: 'hello' };

export const jobContract = {
  list: query('job.read', z.strictObject({}), output<readonly Job[]>()),
  get: query('job.read', z.strictObject({ id: z.number().int().positive() }), output<Job>()),
  /** An action, because it must not wait behind the transaction that it stops. */
  cancel: action(
    'job.read',
    z.strictObject({ id: z.number().int().positive() }),
    output<{ cancelled: boolean }>(),
  ),
  /** The file that a finished job left. */
  file: query('job.read', z.strictObject({ id: z.number().int().positive() }), output<DeskFile>()),
  events: stream('signed-in', z.strictObject({}), output<AsyncIterable<DeskEvent>>()),
};

/** A file as both carriers transport it (the standard File of Node and browsers; this area knows neither). */
export type DeskFile = {
  readonly name: string;
  readonly size: number;
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
};

export const fileSchema = z.custom<DeskFile>(
  (value) => typeof value === 'object' && value !== null && 'arrayBuffer' in value && 'name' in value,
  { error: 'not-a-file' },
);
