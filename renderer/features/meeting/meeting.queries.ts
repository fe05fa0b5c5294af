import { useIsMutating, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MeetingPart, MeetingView } from '#shared/features/meeting/meeting.contract.ts';
import type { LoadPaper } from '#renderer/components/paper/paper-dialog.tsx';
import { useFileJob } from '#renderer/features/job/job.queries.ts';
import { calls, desk } from '#renderer/transport/desk.ts';
import { withPart } from './meeting-patch.ts';

/** Meetings of the store, newest week first. */
export const useMeetings = () =>
  useQuery(
    calls.meeting.list.queryOptions({
      input: { pageSize: 200, sort: [{ field: 'period', descending: true }] },
    }),
  );

/** Drafts in the bin; of all weeks or of one. */
export const useDiscarded = (week: string | undefined, enabled: boolean) =>
  useQuery({
    ...calls.meeting.list.queryOptions({
      input: {
        bin: true,
        pageSize: 20,
        sort: [{ field: 'removedAt', descending: true }],
        filters: week === undefined ? [] : [{ field: 'period', operator: 'is', value: week }],
      },
    }),
    enabled,
  });

/** The meeting of a week: null when nobody opened it yet. */
export const useMeetingOfWeek = (week: string, enabled = true) =>
  useQuery({ ...calls.meeting.find.queryOptions({ input: { week } }), enabled });

export const useMeeting = (id: number | undefined) =>
  useQuery({
    ...calls.meeting.get.queryOptions({ input: { id: id ?? 0 } }),
    enabled: id !== undefined,
    staleTime: 0,
  });

export function useOpenMeeting() {
  const client = useQueryClient();
  return useMutation(
    calls.meeting.open.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: calls.meeting.key() }),
    }),
  );
}

const partKey = ['meeting-part'] as const;

/** How many parts are being saved now. */
export const useSavingParts = (): number => useIsMutating({ mutationKey: partKey });

/** Saves one part and puts it into the cached view, so that nothing flickers until the view is read again. */
export function useSavePart(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: partKey,
    mutationFn: ({ version, change }: { version: number; change: MeetingPart }) =>
      desk.meeting.savePart({ id, version, change }),
    onSuccess: ({ version }, { change }) => {
      client.setQueryData<MeetingView>(
        calls.meeting.get.queryKey({ input: { id } }),
        (view) => view && withPart(view, change, version),
      );
    },
  });
}

/** The view as it stands in the core now; used when two people changed one part. */
export function useFreshMeeting(id: number): () => Promise<MeetingView> {
  const client = useQueryClient();
  return () => client.fetchQuery({ ...calls.meeting.get.queryOptions({ input: { id } }), staleTime: 0 });
}

/** Commands after which the meeting is read again. */
function useMeetingMutation<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => client.invalidateQueries({ queryKey: calls.meeting.key() }),
  });
}

export const useAddTopic = () => useMeetingMutation(desk.meeting.addTopic);
export const useRemoveTopic = () => useMeetingMutation(desk.meeting.removeTopic);
export const useSignIn = () => useMeetingMutation(desk.meeting.signIn);
export const useSignInHere = () => useMeetingMutation(desk.meeting.signInHere);
export const useDiscardMeeting = () => useMeetingMutation(desk.meeting.discard);
export const useRestoreMeeting = () => useMeetingMutation(desk.meeting.restore);
export const useConfirmMeeting = () => useMeetingMutation(desk.meeting.confirm);
export const useSignMeeting = () => useMeetingMutation(desk.meeting.sign);
export const useAmendMeeting = () => useMeetingMutation(desk.meeting.amend);

/** The minutes as PDF bytes, for the preview. */
export const minutesOf =
  (id: number): LoadPaper =>
  (_format, signal) =>
    desk.meeting.preview({ id }, signal ? { signal } : {});

/** Starts a print job of minutes; its file is offered as soon as the job is done. */
export const usePrint = () =>
  useFileJob((what: { id: number; format: 'pdf' | 'docx' } | { quarter: string }) =>
    'quarter' in what ? desk.meeting.printQuarter(what) : desk.meeting.print(what),
  );
