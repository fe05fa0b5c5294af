import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { calls, desk } from '#renderer/transport/desk.ts';

/** Spot checks beside customers' scores of a period. */
export const useService = (span: { readonly from: string; readonly to: string }) =>
  useQuery(calls.standard.service.queryOptions({ input: span }));

/** The actions of a person's post on a day. */
export const useStandardsOf = (personId: number | null, day: string) =>
  useQuery(
    calls.standard.ofPerson.queryOptions({
      input: { personId: personId ?? 0, day },
      enabled: personId !== null && day !== '',
    }),
  );

export const useSpotCheckMarks = (id: number) =>
  useQuery({ ...calls.spotCheck.marks.queryOptions({ input: { id } }), retry: false });

/** Saves a spot check; the figures that it enters are read again. */
export function useCreateSpotCheck() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Parameters<typeof desk.spotCheck.create>[0]) => desk.spotCheck.create(input),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: calls.spotCheck.key() }),
        client.invalidateQueries({ queryKey: calls.standard.service.key() }),
      ]),
  });
}
