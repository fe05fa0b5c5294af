import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { normalPhone } from '#shared/kernel/phone.ts';
import type { LoadPaper } from '#renderer/components/paper/paper-dialog.tsx';
import { calls, desk } from '#renderer/transport/desk.ts';

export const useEventTasks = (id: number) => useQuery(calls.event.tasks.queryOptions({ input: { id } }));
export const useEventResult = (id: number) => useQuery(calls.event.result.queryOptions({ input: { id } }));
export const useEventTemplates = (enabled: boolean) =>
  useQuery(calls.event.templates.queryOptions({ input: {}, enabled }));

/** Where a telephone number is known already; asked once it is whole. */
export function useKnownPhone(id: number, typed: string) {
  const phone = normalPhone(typed);
  return useQuery(
    calls.event.knownPhone.queryOptions({
      input: { id, phone: phone ?? '' },
      enabled: phone !== undefined,
      staleTime: 0,
    }),
  );
}

/** A change around an event: its figures, tasks, leads, orders and the meetings that show them are read again. */
function useEventMutation<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () =>
      Promise.all(
        [calls.event, calls.action, calls.lead, calls.order, calls.meeting].map((feature) =>
          client.invalidateQueries({ queryKey: feature.key() }),
        ),
      ),
  });
}

export const useMakeEvent = () => useEventMutation(desk.event.make);
export const useKeepTemplate = () => useEventMutation(desk.event.keepTemplate);
export const useDropTemplate = () => useEventMutation(desk.event.dropTemplate);
export const useAddTask = () => useEventMutation(desk.event.addTask);
export const useCapture = () => useEventMutation(desk.event.capture);
export const useToMeeting = () => useEventMutation(desk.event.toMeeting);

/** 活动总结 as a sheet. */
export const eventPaper =
  (id: number): LoadPaper =>
  (format, signal) =>
    desk.event.print({ id, format }, signal ? { signal } : {});
