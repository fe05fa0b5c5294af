import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { LoadPaper } from '#renderer/components/paper/paper-dialog.tsx';
import { calls, desk } from '#renderer/transport/desk.ts';

export const useDecision = (id: number) =>
  useQuery({ ...calls.decision.get.queryOptions({ input: { id } }), staleTime: 0 });

function useDecisionMutation<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: calls.decision.key() }),
        client.invalidateQueries({ queryKey: calls.meeting.key() }),
      ]),
  });
}

export const useCreateDecision = () => useDecisionMutation(desk.decision.create);
export const useUpdateDecision = () => useDecisionMutation(desk.decision.update);

export const useDecisionView = (id: number) =>
  useQuery({ ...calls.decision.view.queryOptions({ input: { id } }), retry: false });
/** 决策单 as a sheet. */
export const decisionPaper =
  (id: number): LoadPaper =>
  (format, signal) =>
    desk.decision.print({ id, format }, signal ? { signal } : {});
export const useReplaceDecision = () => useDecisionMutation(desk.decision.replace);
export const useReinstateDecision = () => useDecisionMutation(desk.decision.reinstate);
