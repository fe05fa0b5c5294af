import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Job } from '#shared/features/job/job.contract.ts';
import type { LoadPaper } from '#renderer/components/paper/paper-dialog.tsx';
import { newestJob } from '#renderer/features/job/newest-job.ts';
import { platform } from '#renderer/platform/platform.ts';
import { calls, desk } from '#renderer/transport/desk.ts';

export const useSimulations = () => useQuery(calls.simulation.list.queryOptions({ input: {} }));

export const useSimulation = (id: number) =>
  useQuery({ ...calls.simulation.view.queryOptions({ input: { id } }), retry: false });

/** Several drafts at once. */
export const useSimulationsOf = (ids: readonly number[]) =>
  useQueries({ queries: ids.map((id) => calls.simulation.view.queryOptions({ input: { id } })) });

/** A change after which drafts and editions are read again; what a screen does then does not wait for that, which may remount it. */
function useSimulationMutation<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess() {
      void client.invalidateQueries({ queryKey: calls.simulation.key() });
      void client.invalidateQueries({ queryKey: calls.membership.key() });
    },
  });
}

export const useSaveSimulation = () => useSimulationMutation(desk.simulation.save);
export const useRemoveSimulation = () =>
  useMutation({ mutationFn: (input: { id: number }) => desk.simulation.remove(input) });
export const useGoLive = () => useSimulationMutation(desk.simulation.goLive);

export const useWorkbook = () =>
  useMutation({
    mutationFn: async (of: { id: number }) => {
      const file = await desk.simulation.workbook(of);
      await platform.saveFile(file.name, new Blob([await file.arrayBuffer()], { type: file.type }));
    },
  });

export const simulationPaper =
  (id: number): LoadPaper =>
  (format, signal) =>
    desk.simulation.print({ id, format }, signal ? { signal } : {});

/** Starts a run and follows its job. */
export function useRun() {
  const started = useMutation({ mutationFn: (input: { id: number }) => desk.simulation.run(input) });
  const jobId = started.data?.jobId;
  const { data: job } = useQuery({
    ...calls.job.get.queryOptions({ input: { id: jobId ?? 0 } }),
    enabled: jobId !== undefined,
    structuralSharing: (known, answer) => newestJob(known as Job | undefined, answer as Job),
  });
  const running = jobId !== undefined && (!job || job.state === 'queued' || job.state === 'running');
  return {
    start: started.mutate,
    busy: started.isPending || running,
    job: jobId === undefined ? undefined : job,
    error: started.error,
  };
}
