import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { calls, desk } from '#renderer/transport/desk.ts';

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

/** A value that belongs to the signed-in person; undefined while it is read, null when never saved. */
export function useMine<Value extends string | number | boolean>(
  key: string,
): readonly [Value | null | undefined, (value: Value) => void] {
  const client = useQueryClient();
  const options = calls.setting.mine.queryOptions({ input: { key }, staleTime: Number.POSITIVE_INFINITY });
  const { data } = useQuery(options);
  const save = useCallback(
    (value: Value) => {
      client.setQueryData(calls.setting.mine.queryKey({ input: { key } }), { value });
      // A preference that could not be saved is not worth a message: it holds for this window.
      desk.setting.saveMine({ key, value }).catch(() => undefined);
    },
    [client, key],
  );
  return [data?.value as Value | null | undefined, save]; // written by the same key above
}
