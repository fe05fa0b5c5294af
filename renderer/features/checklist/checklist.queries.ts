import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Draft } from '#shared/features/checklist/checklist.contract.ts';
import type { ChecklistContent } from '#shared/features/checklist/checklist.content.ts';
import { platform } from '#renderer/platform/platform.ts';
import type { LoadPaper } from '#renderer/components/paper/paper-dialog.tsx';
import { calls, desk } from '#renderer/transport/desk.ts';

/** Every list with what it is for. */
export const useChecklists = () => useQuery(calls.checklist.overview.queryOptions({ input: {} }));

export const useChecklist = (id: number) =>
  useQuery({ ...calls.checklist.get.queryOptions({ input: { id } }), retry: false });

export const useDraftOf = (id: number) => useQuery(calls.checklist.draft.queryOptions({ input: { id } }));

/** One published edition; it never changes. Null: none is asked for. */
export const useEdition = (id: number, edition: number | null) =>
  useQuery(
    calls.checklist.edition.queryOptions({
      input: edition === null ? skipToken : { id, edition },
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );

export const useEditions = (id: number) => useQuery(calls.checklist.editions.queryOptions({ input: { id } }));

export const useDifference = (id: number, from: number | null, to: number | 'draft') =>
  useQuery(calls.checklist.compare.queryOptions({ input: from === null ? skipToken : { id, from, to } }));

/** A command after which everything of check lists is read again. */
function useChecklistMutation<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => client.invalidateQueries({ queryKey: calls.checklist.key() }),
  });
}

export const useCreateChecklist = () => useChecklistMutation(desk.checklist.create);
export const useRenameChecklist = () => useChecklistMutation(desk.checklist.rename);
export const usePublishChecklist = () => useChecklistMutation(desk.checklist.publish);
export const useRetireChecklist = () => useChecklistMutation(desk.checklist.retire);
export const useRestoreChecklist = () => useChecklistMutation(desk.checklist.restore);
export const useDiscardDraft = () => useChecklistMutation(desk.checklist.discardDraft);

/** Saves the draft; one save after the other. */
export const useSaveDraft = (id: number) =>
  useMutation({
    mutationFn: (draft: { version: number; content: ChecklistContent; fileName?: string | undefined }) =>
      desk.checklist.saveDraft({ id, ...draft }),
  });

/** The draft as it stands in the core now; used when two people changed it. */
export function useFreshDraft(id: number): () => Promise<Draft | null> {
  const client = useQueryClient();
  return () => client.fetchQuery({ ...calls.checklist.draft.queryOptions({ input: { id } }), staleTime: 0 });
}

/** Offers an edition or the draft to the person as a workbook. */
/** An edition or the draft as an empty form. */
export const formPaper =
  (id: number, edition: number | 'draft'): LoadPaper =>
  (format, signal) =>
    desk.checklist.print({ id, edition, format }, signal ? { signal } : {});

export const useExportChecklist = (id: number) =>
  useMutation({
    mutationFn: async (edition: number | 'draft') => {
      const file = await desk.checklist.exportFile({ id, edition });
      await platform.saveFile(file.name, new Blob([await file.arrayBuffer()], { type: file.type }));
    },
  });

export const useReadFile = (id: number) =>
  useMutation({ mutationFn: (file: File) => desk.checklist.importFile({ id, file }) });
