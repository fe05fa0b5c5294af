import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Channel } from '#shared/features/channel-plan/channel-plan.contract.ts';
import { calls, desk } from '#renderer/transport/desk.ts';

/** Every channel of a month. */
export const useChannelMonth = (month: string) =>
  useQuery(calls.channelPlan.month.queryOptions({ input: { month } }));

/** Goal against actual of a year, of one channel or of all (null). */
export const useChannelYear = (year: number, channel: Channel | null) =>
  useQuery(calls.channelPlan.year.queryOptions({ input: { year, channel } }));

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
