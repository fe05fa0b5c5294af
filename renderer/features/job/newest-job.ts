import type { Job } from '#shared/features/job/job.contract.ts';

/** A job that ended stays ended, and its percent never falls. */
const isOlder = (answer: Job, known: Job): boolean =>
  known.endedAt !== null
    ? answer.endedAt === null
    : answer.percent < known.percent && answer.endedAt === null;

/**
 * The newer of two states of one job. An answer may have been on its way while the event that the job
 * ended came in; taking it would leave the window waiting for ever.
 */
export const newestJob = (known: Job | undefined, answer: Job): Job =>
  known && known.id === answer.id && isOlder(answer, known) ? known : answer;

/** An answered list, with what events told meanwhile: newer states, and jobs that began after it. Newest first. */
export function newestJobs(known: readonly Job[] | undefined, answer: readonly Job[]): readonly Job[] {
  if (!known) return answer;
  const before = new Map(known.map((job) => [job.id, job]));
  const last = Math.max(0, ...answer.map(({ id }) => id));
  return [...known.filter(({ id }) => id > last), ...answer.map((job) => newestJob(before.get(job.id), job))];
}
