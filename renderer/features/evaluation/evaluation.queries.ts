import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Visit } from '#shared/features/evaluation/evaluation.fields.ts';
import type { LoadPaper } from '#renderer/components/paper/paper-dialog.tsx';
import { calls, desk } from '#renderer/transport/desk.ts';

export type OfVisit = { readonly visit: Visit; readonly sourceId: number };

/** Where the customer's telephone finds the program: the page's own address, where it has one on the network. */
export const pageAddress = (): string | null =>
  window.location.protocol.startsWith('http') ? window.location.origin : null;

export const useOfVisit = (ofVisit: OfVisit) =>
  useQuery(calls.evaluation.ofVisit.queryOptions({ input: ofVisit }));

export const useQuestions = (id: number) =>
  useQuery(calls.evaluation.questions.queryOptions({ input: { id } }));

export const useFigures = (span: { readonly from: string; readonly to: string }) =>
  useQuery(calls.evaluation.figures.queryOptions({ input: span }));

/** What an answer or a new code changes is read again; the core tells other windows itself. */
function useSaved() {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [calls.evaluation.key(), calls.serviceScore.key()].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
}

export function useAsk() {
  const onSuccess = useSaved();
  return useMutation(calls.evaluation.ask.mutationOptions({ onSuccess }));
}

export function useEnter() {
  const onSuccess = useSaved();
  return useMutation(calls.evaluation.enter.mutationOptions({ onSuccess }));
}

export function useWithdraw() {
  const onSuccess = useSaved();
  return useMutation(calls.evaluation.withdraw.mutationOptions({ onSuccess }));
}

/** The slip of a visit, with a new code. */
export const slipOf =
  (ofVisit: OfVisit): LoadPaper =>
  (_format, signal) =>
    desk.evaluation.slip({ ...ofVisit, address: pageAddress() }, signal ? { signal } : {});

/** The customer's page: no session is asked for. */
export const useAsked = (code: string) =>
  useQuery({
    ...calls.evaluation.asked.queryOptions({ input: { code } }),
    retry: false,
    staleTime: Infinity,
  });

export const useAnswer = () => useMutation(calls.evaluation.answer.mutationOptions());
