import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { calls, desk } from '#renderer/transport/desk.ts';

export const useBackupState = () => useQuery(calls.backup.state.queryOptions({ input: {}, staleTime: 0 }));

export function useRunBackup() {
  const client = useQueryClient();
  return useMutation(
    calls.backup.run.mutationOptions({
      onSettled: () => client.invalidateQueries({ queryKey: calls.backup.state.key() }),
    }),
  );
}

export const useCheckBackup = () => useMutation(calls.backup.check.mutationOptions());
export const useVerifyStore = () => useMutation({ mutationFn: () => desk.backup.verify({}) });

/** Every session ends with it: the state is read again and the window shows the sign-in. */
export function useRestoreBackup() {
  const client = useQueryClient();
  return useMutation(
    calls.backup.restore.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: calls.session.state.key() }),
    }),
  );
}
