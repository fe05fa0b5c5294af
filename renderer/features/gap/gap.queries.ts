import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Who } from '#shared/features/indicator/indicator.contract.ts';
import { calls, desk } from '#renderer/transport/desk.ts';

export type About = { readonly key: string; readonly period: string; readonly who: Who };

export const useAnalysis = (about: About) =>
  useQuery({ ...calls.gap.analysis.queryOptions({ input: about }), retry: false });

export const useGap = (id: number) =>
  useQuery({ ...calls.gap.view.queryOptions({ input: { id } }), retry: false });

/** A command on a gap record; what shows it, the wall and action items are read again. */
function useGapMutation<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () =>
      Promise.all(
        [calls.gap.key(), calls.indicator.key(), calls.action.key(), calls.meeting.key(), ['action']].map(
          (queryKey) => client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

export const useOpenGap = () => useGapMutation(desk.gap.open);
export const useSaveGap = () => useGapMutation(desk.gap.save);
export const useCounter = () => useGapMutation(desk.gap.counter);
export const useCloseGap = () => useGapMutation(desk.gap.close);
export const useReopenGap = () => useGapMutation(desk.gap.reopen);
