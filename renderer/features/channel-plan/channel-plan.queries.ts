import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { calls, desk } from '#renderer/transport/desk.ts';

/** Every channel of a month. */
export const useChannelMonth = (month: string) =>
  useQuery(calls.channelPlan.month.queryOptions({ input: { month } }));

/** What one plan brought, and its actions by week. */
export const useChannelView = (id: number) =>
  useQuery(calls.channelPlan.view.queryOptions({ input: { id } }));

export function useAddChannelAction() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Parameters<typeof desk.channelPlan.addAction>[0]) =>
      desk.channelPlan.addAction(input),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: calls.channelPlan.key() }),
        client.invalidateQueries({ queryKey: calls.action.key() }),
      ]),
  });
}
