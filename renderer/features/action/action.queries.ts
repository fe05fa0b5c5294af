import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ActionItem } from '#shared/features/action/action.contract.ts';
import { calls, desk } from '#renderer/transport/desk.ts';

/** Items that are not closed; of one person or of all, overdue first. */
export const useOpenActions = (ownerId: number | undefined, enabled = true) =>
  useQuery({
    ...calls.action.open.queryOptions({ input: ownerId === undefined ? {} : { ownerId } }),
    enabled,
  });

export const useOverdueActions = (enabled = true) =>
  useQuery({ ...calls.action.overdue.queryOptions({ input: {} }), enabled });

/** One item as a meeting shows it. */
export const useActionItem = (id: number | undefined) =>
  useQuery({
    ...calls.action.item.queryOptions({ input: { id: id ?? 0 } }),
    enabled: id !== undefined,
    retry: false,
  });

/** Closed items, the last ones first. */
export const useClosedActions = (enabled: boolean) => {
  const client = useQueryClient();
  return useQuery({
    queryKey: ['action', 'closed'],
    enabled,
    queryFn: async (): Promise<readonly ActionItem[]> => {
      const { rows } = await desk.action.list({
        pageSize: 30,
        filters: [{ field: 'state', operator: 'is', value: 'closed' }],
        sort: [{ field: 'closedOn', descending: true }],
      });
      return Promise.all(
        rows.map(({ id }) => client.fetchQuery(calls.action.item.queryOptions({ input: { id } }))),
      );
    },
  });
};

/** A command on items; both the items and the meetings that show them are read again. */
function useActionMutation<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: calls.action.key() }),
        client.invalidateQueries({ queryKey: ['action'] }),
        client.invalidateQueries({ queryKey: calls.meeting.key() }),
      ]),
  });
}

export const useCreateAction = () => useActionMutation(desk.action.create);

/** Changes what, who, until when or how checked; the item stays where it was raised. */
export const useUpdateAction = () =>
  useActionMutation(
    (input: {
      item: ActionItem;
      meetingId: number | null;
      values: { text: string; ownerId: number; dueOn: string; check: string };
    }) => {
      const { item, meetingId, values } = input;
      const { id, version, decisionId, meetingId: raisedIn } = item;
      return desk.action.update({
        id,
        version,
        meetingId,
        values: { ...values, meetingId: raisedIn, decisionId },
      });
    },
  );

export type ActionStep = 'note' | 'report' | 'close' | 'reopen';

/** One step in the life of an item with what was said about it. */
export const useActionStep = () =>
  useActionMutation(
    async (input: {
      step: ActionStep;
      id: number;
      meetingId: number | null;
      text: string;
    }): Promise<void> => {
      const { step, id, meetingId, text } = input;
      if (step === 'note') await desk.action.note({ id, meetingId, text });
      else if (step === 'report') await desk.action.report({ id, meetingId, text });
      else if (step === 'close') await desk.action.close({ id, meetingId, evidence: text });
      else await desk.action.reopen({ id, meetingId, reason: text });
    },
  );
