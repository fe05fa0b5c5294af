import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { newestJob, newestJobs } from '#renderer/features/job/newest-job.ts';
import type { Job, JobState } from '#shared/features/job/job.contract.ts';

const job = (id: number, state: JobState, percent: number): Job => ({
  id,
  kind: 'inspection.printMany',
  subject: '',
  personId: 1,
  state,
  percent,
  step: 'print',
  error: null,
  result: null,
  fileName: state === 'done' ? 'a.pdf' : null,
  startedAt: '2026-11-18T00:00:00.000Z',
  endedAt: ['done', 'failed', 'cancelled'].includes(state) ? '2026-11-18T00:00:09.000Z' : null,
});

describe('the newer of what is known of a job and what was answered', () => {
  it.each([
    ['nothing known yet', undefined, job(1, 'running', 10), 'answer'],
    ['further on', job(1, 'running', 10), job(1, 'running', 40), 'answer'],
    ['overtaken by an event', job(1, 'running', 40), job(1, 'running', 10), 'known'],
    ['asked before the end, answered after it', job(1, 'done', 100), job(1, 'running', 90), 'known'],
    ['ended meanwhile', job(1, 'running', 90), job(1, 'failed', 30), 'answer'],
    ['ended both times', job(1, 'done', 100), job(1, 'done', 100), 'answer'],
    ['another job', job(1, 'done', 100), job(2, 'queued', 0), 'answer'],
  ] as const)('%s', (_name, known, answer, newer) => {
    expect(newestJob(known, answer)).toBe(newer === 'known' ? known : answer);
  });

  it('a list keeps the ends and the beginnings that it does not know yet', () => {
    const known = [job(3, 'queued', 0), job(2, 'done', 100), job(1, 'running', 10)];
    const answer = [job(2, 'running', 70), job(1, 'running', 20)];
    expect(newestJobs(known, answer)).toEqual([
      job(3, 'queued', 0),
      job(2, 'done', 100),
      job(1, 'running', 20),
    ]);
    expect(newestJobs(known, [job(3, 'done', 100)])).toEqual([job(3, 'done', 100)]);
    expect(newestJobs(undefined, answer)).toBe(answer);
  });
});

it('a window sees the end of a job that was asked for while it ran', async () => {
  const client = new QueryClient();
  let answer: (job: Job) => void = () => undefined;
  const queryKey = ['job', 1];
  const observer = new QueryObserver<Job>(client, {
    queryKey,
    queryFn: () => new Promise<Job>((resolve) => (answer = resolve)),
    structuralSharing: (known, one) => newestJob(known as Job | undefined, one as Job),
  });
  const stop = observer.subscribe(() => undefined);
  await Promise.resolve();
  client.setQueryData(queryKey, job(1, 'done', 100));
  answer(job(1, 'running', 90));
  await client.fetchQuery({ queryKey, staleTime: Infinity }).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(observer.getCurrentResult().data?.state).toBe('done');
  stop();
  client.clear();
});
