import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { DeskEvent, Job } from '#shared/features/job/job.contract.ts';
import { platform } from '#renderer/platform/platform.ts';
import { errorData } from '#renderer/transport/client.ts';
import { calls, desk } from '#renderer/transport/desk.ts';
import { newestJob, newestJobs } from './newest-job.ts';

/** `structuralSharing` is where an answer meets what the window knows already. */
export const useJobs = () =>
  useQuery({
    ...calls.job.list.queryOptions({ input: {} }),
    structuralSharing: (known, answer) =>
      newestJobs(known as readonly Job[] | undefined, answer as readonly Job[]),
  });
export const useCancelJob = () => useMutation(calls.job.cancel.mutationOptions());

/** Fetches the file that a job left and offers it to the person. */
export const useJobFile = () =>
  useMutation({
    mutationFn: async (id: number) => {
      const file = await desk.job.file({ id });
      const data = new Blob([await file.arrayBuffer()], { type: file.type });
      await platform.saveFile(file.name, data);
    },
  });

/** Starts a job that leaves a file, which is offered as soon as the job is done. */
export function useFileJob<Input>(order: (input: Input) => Promise<{ readonly jobId: number }>) {
  const { mutate: take, isPending: taking, error: takeError } = useJobFile();
  const ordered = useMutation({ mutationFn: order });
  const jobId = ordered.data?.jobId;
  const { data: job } = useQuery({
    ...calls.job.get.queryOptions({ input: { id: jobId ?? 0 } }),
    enabled: jobId !== undefined,
    structuralSharing: (known, answer) => newestJob(known as Job | undefined, answer as Job),
  });
  const doneId = job?.state === 'done' ? jobId : undefined;
  useEffect(() => {
    if (doneId !== undefined) take(doneId);
  }, [doneId, take]);
  const running = jobId !== undefined && (!job || job.state === 'queued' || job.state === 'running');
  return {
    start: ordered.mutate,
    busy: ordered.isPending || running || taking,
    error: ordered.error ?? takeError,
    job,
  };
}

/** First wait before connecting again, doubled up to the longest. */
const firstWaitMs = 500;
const longestWaitMs = 8000;
/** A blink is not worth a banner. */
const bannerAfterMs = 1500;
/** An import changes many records: one refresh for all that came in together. */
const gatherMs = 150;

function putJob(client: QueryClient, job: Job): void {
  client.setQueryData<readonly Job[]>(calls.job.list.queryKey({ input: {} }), (jobs) =>
    jobs?.some((one) => one.id === job.id)
      ? jobs.map((one) => (one.id === job.id ? job : one))
      : [job, ...(jobs ?? [])],
  );
  client.setQueryData(calls.job.get.queryKey({ input: { id: job.id } }), job);
}

/** Queries of a feature, whether keyed by the calls (`[['customer', …]]`) or by hand (`['customer', …]`). */
function isOf(queryKey: readonly unknown[], features: ReadonlySet<string>): boolean {
  const head: unknown = Array.isArray(queryKey[0]) ? (queryKey[0] as unknown[])[0] : queryKey[0];
  return typeof head === 'string' && features.has(head);
}

/**
 * Listens to the core while the person is signed in: drops cached answers of what changed, keeps the jobs current,
 * and connects again by itself. Gives whether the connection is lost.
 */
export function useLiveEvents(options: {
  readonly onJobEnded: (job: Job) => void;
  readonly onSessionEnded: () => void;
}): { readonly lost: boolean } {
  const client = useQueryClient();
  const [lost, setLost] = useState(false);
  const refresh = useEffectEvent((features?: ReadonlySet<string>) => {
    void client.invalidateQueries(features && { predicate: ({ queryKey }) => isOf(queryKey, features) });
  });
  const onJob = useEffectEvent((job: Job) => {
    putJob(client, job);
    if (job.endedAt !== null) options.onJobEnded(job);
  });
  const onSessionEnded = useEffectEvent(options.onSessionEnded);

  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    const changed = new Set<string>();
    let gathering: ReturnType<typeof setTimeout> | undefined;
    let banner: ReturnType<typeof setTimeout> | undefined;
    let wait = firstWaitMs;
    let wasConnected = false;

    const take = (event: DeskEvent): void => {
      if (event.type === 'job') {
        onJob(event.job);
      } else if (event.type === 'changed') {
        changed.add(event.feature);
        gathering ??= setTimeout(() => {
          gathering = undefined;
          const features = new Set(changed);
          changed.clear();
          refresh(features);
        }, gatherMs);
      } else {
        clearTimeout(banner);
        banner = undefined;
        setLost(false);
        wait = firstWaitMs;
        // What happened while nobody listened is unknown.
        if (wasConnected) refresh();
        wasConnected = true;
      }
    };

    const listen = async (): Promise<void> => {
      while (!signal.aborted) {
        try {
          const events = await desk.job.events({}, { signal });
          for await (const event of events) take(event);
        } catch (error) {
          if (signal.aborted) return;
          if (errorData(error).code === 'signed-out') return onSessionEnded();
        }
        banner ??= setTimeout(() => setLost(true), bannerAfterMs);
        await new Promise((resolve) => setTimeout(resolve, wait));
        wait = Math.min(wait * 2, longestWaitMs);
      }
    };
    void listen();
    return () => {
      abort.abort();
      clearTimeout(gathering);
      clearTimeout(banner);
    };
  }, []);

  return { lost };
}
