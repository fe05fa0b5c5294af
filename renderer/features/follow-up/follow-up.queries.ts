import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { calls, desk } from '#renderer/transport/desk.ts';

/** Calls that are due after deliveries. Asked anew every few minutes: orders are delivered meanwhile, and the day turns. */
const dueEveryMs = 300_000;
export const useDueFollowUps = (enabled = true) =>
  useQuery({ ...calls.followUp.due.queryOptions({ input: {}, enabled }), refetchInterval: dueEveryMs });

/** What is planned, made and missed after the deliveries to a customer. */
export const useFollowUpPlans = (customerId: number, enabled: boolean) =>
  useQuery(calls.followUp.plan.queryOptions({ input: { customerId }, enabled }));

/** Enters what came of a call; lists of calls and complaints are read again, also after a refusal. */
export function useEnterFollowUp() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Parameters<typeof desk.followUp.enter>[0]) => desk.followUp.enter(input),
    // Not waited for: the form that entered the call goes with its line, and has to hear of it before.
    onSettled() {
      void client.invalidateQueries({ queryKey: calls.followUp.key() });
      void client.invalidateQueries({ queryKey: calls.complaint.key() });
      void client.invalidateQueries({ queryKey: calls.standard.service.key() });
    },
  });
}
