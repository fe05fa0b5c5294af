import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { calls } from '#renderer/transport/desk.ts';

export const useStoreSettings = () => useQuery(calls.setting.get.queryOptions({ input: {} }));

export function useSaveSettings() {
  const client = useQueryClient();
  return useMutation(
    calls.setting.save.mutationOptions({
      onSuccess: () =>
        Promise.all([
          client.invalidateQueries({ queryKey: calls.setting.get.key() }),
          client.invalidateQueries({ queryKey: calls.session.state.key() }),
        ]),
    }),
  );
}
