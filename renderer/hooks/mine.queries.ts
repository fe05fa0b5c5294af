import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { calls, desk } from '#renderer/transport/desk.ts';

type Json = Parameters<typeof desk.setting.saveMine>[0]['value'];

/**
 * What one person keeps under a key (`setting.mine`): saved views, colours, width of the navigation. A change shows at
 * once; saves go one after the other, and what is read meanwhile does not take the last one back.
 */
export function useMine(key: string): {
  /** null when nothing was ever kept, and while it is read. */
  readonly value: unknown;
  readonly known: boolean;
  readonly save: (value: Json) => void;
} {
  const client = useQueryClient();
  const options = calls.setting.mine.queryOptions({ input: { key }, staleTime: Number.POSITIVE_INFINITY });
  const { data } = useQuery(options);
  const saving = useMutation({
    mutationFn: (value: Json) => desk.setting.saveMine({ key, value }),
    scope: { id: `mine ${key}` },
    onMutate: (value) => void client.setQueryData(options.queryKey, { value }),
    // What could not be kept is no reason to stop working: it holds for this window, and is kept with the next change.
    onSuccess: () => client.invalidateQueries({ queryKey: options.queryKey }),
  });
  return {
    value: (saving.isPending ? saving.variables : data?.value) ?? null,
    known: data !== undefined,
    save: saving.mutate,
  };
}
