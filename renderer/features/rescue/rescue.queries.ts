import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Rescued, Salvage } from '#shared/features/rescue/rescue.contract.ts';
import { errorData } from '#renderer/transport/client.ts';
import { calls } from '#renderer/transport/desk.ts';

/** Why the store cannot be opened, and its backups; checking them takes a while. */
export const useRescueState = (folder: string) =>
  useQuery(
    calls.rescue.state.queryOptions({ input: { folder }, staleTime: 0, placeholderData: (before) => before }),
  );

/**
 * When the store is open again, here or by somebody else's hand, the window goes on to the sign-in. `told` runs although this
 * screen goes with it.
 */
function useOpened<Result>(told: (result: Result) => void = () => undefined) {
  const client = useQueryClient();
  const lookAnew = (): Promise<void> => client.invalidateQueries({ queryKey: calls.session.state.key() });
  return {
    onSuccess(result: Result): Promise<void> {
      told(result);
      return lookAnew();
    },
    async onError(error: unknown): Promise<void> {
      const data = errorData(error);
      if (data.code === 'rule-violated' && data.reason === 'store-is-fine') await lookAnew();
      else await client.invalidateQueries({ queryKey: calls.rescue.state.key() });
    },
  };
}

export const useRescueRetry = () => useMutation(calls.rescue.retry.mutationOptions(useOpened()));
export const useRescueRestore = (told: (done: Rescued) => void) =>
  useMutation(calls.rescue.restore.mutationOptions(useOpened(told)));
export const useSalvage = (told: (done: Salvage) => void) =>
  useMutation(calls.rescue.salvage.mutationOptions(useOpened(told)));
