import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { calls, desk } from '#renderer/transport/desk.ts';

export type MergePair = { readonly keptId: number; readonly goneId: number };

/** Not named after the feature: looking at every customer again at each change of one would be too much. */
const duplicateKey = ['duplicates'] as const;

export const useDuplicates = (page: number, pageSize: number) =>
  useQuery({
    queryKey: [...duplicateKey, page, pageSize],
    queryFn: ({ signal }) => desk.customer.duplicates({ page, pageSize }, { signal }),
    placeholderData: keepPreviousData,
  });

export const useMergePreview = (pair: MergePair) =>
  useQuery(calls.customer.mergePreview.queryOptions({ input: pair }));

export const useMerges = (page: number) =>
  useQuery({ ...calls.customer.merges.queryOptions({ input: { page } }), placeholderData: keepPreviousData });

function useLookAgain() {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [duplicateKey, calls.customer.key()].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
}

export function useMerge() {
  const onSuccess = useLookAgain();
  return useMutation(calls.customer.merge.mutationOptions({ onSuccess }));
}

export function useUnmerge() {
  const onSuccess = useLookAgain();
  return useMutation(calls.customer.unmerge.mutationOptions({ onSuccess }));
}

export function useTellApart() {
  const onSuccess = useLookAgain();
  return useMutation(calls.customer.tellApart.mutationOptions({ onSuccess }));
}
