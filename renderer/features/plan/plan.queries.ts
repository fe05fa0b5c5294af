import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BookFormat, PlanView } from '#shared/features/plan/plan.contract.ts';
import type { PartChange } from '#shared/features/plan/plan.content.ts';
import type { LoadPaper } from '#renderer/components/paper/paper-dialog.tsx';
import { useFileJob } from '#renderer/features/job/job.queries.ts';
import { calls, desk } from '#renderer/transport/desk.ts';

/** Editions of all years, newest first. */
export const usePlans = () => useQuery(calls.plan.list.queryOptions({ input: {} }));

export const usePlan = (id: number, enabled = true) =>
  useQuery({ ...calls.plan.get.queryOptions({ input: { id } }), enabled, staleTime: 0 });

/** Commands after which plans are read again. */
function usePlanMutation<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => client.invalidateQueries({ queryKey: calls.plan.key() }),
  });
}

export const useOpenPlan = () => usePlanMutation(desk.plan.open);
export const useSubmitPlan = () => usePlanMutation(desk.plan.submit);
export const useSendBackPlan = () => usePlanMutation(desk.plan.sendBack);
export const useApprovePlan = () => usePlanMutation(desk.plan.approve);
export const useDiscardPlan = () => usePlanMutation(desk.plan.discard);
export const useRevisePlan = () => usePlanMutation(desk.plan.revise);

/** Saves one part and puts it into the cached view, so that nothing flickers until the view is read again. */
export function useSavePlanPart(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, change }: { version: number; change: PartChange }) =>
      desk.plan.savePart({ id, version, change }),
    onSuccess: ({ version }, { change }) => {
      client.setQueryData<PlanView>(calls.plan.get.queryKey({ input: { id } }), (view) => {
        if (!view) return view;
        const parts = { ...view.content.parts, [change.part]: change.content };
        const edit = { by: '', at: new Date().toISOString(), ...view.edits[change.part], version };
        return {
          ...view,
          content: { ...view.content, parts },
          edits: { ...view.edits, [change.part]: edit },
        };
      });
    },
  });
}

/** The view as it stands in the core now; used when two people changed one part. */
export function useFreshPlan(id: number): () => Promise<PlanView> {
  const client = useQueryClient();
  return () => client.fetchQuery({ ...calls.plan.get.queryOptions({ input: { id } }), staleTime: 0 });
}

/** The book as PDF, for the preview. */
export const bookOf =
  (id: number): LoadPaper =>
  (_format, signal) =>
    desk.plan.preview({ id }, signal ? { signal } : {});

export const posterOf =
  (id: number, departmentId: number | null): LoadPaper =>
  (_format, signal) =>
    desk.plan.poster({ id, departmentId }, signal ? { signal } : {});

export const goalCardOf =
  (year: number, personId: number): LoadPaper =>
  (_format, signal) =>
    desk.plan.goalCard({ year, personId }, signal ? { signal } : {});

/** Makes the book as a job; its file is offered as soon as it is done. */
export const usePrintPlan = () =>
  useFileJob((what: { id: number; format: BookFormat }) => desk.plan.print(what));
