import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { HoldingKind } from '#shared/features/assignment/assignment.rules.ts';
import type { LoadPaper } from '#renderer/components/paper/paper-dialog.tsx';
import { calls, desk } from '#renderer/transport/desk.ts';

export type HandOverAsked = Parameters<typeof desk.assignment.preview>[0];

/** What hangs on people is made of every feature: asked anew whenever it is looked at. */
const fresh = { staleTime: 0 } as const;

export const useAssignments = (customerId: number) =>
  useQuery({ ...calls.assignment.history.queryOptions({ input: { customerId } }), ...fresh });

export const useHolders = () =>
  useQuery({ ...calls.assignment.holders.queryOptions({ input: {} }), ...fresh });

export const useHoldings = (personId: number, enabled = true) =>
  useQuery({ ...calls.assignment.holdings.queryOptions({ input: { personId }, enabled }), ...fresh });

export const useHoldingRows = (personId: number, kind: HoldingKind, search: string, page: number) =>
  useQuery({
    ...calls.assignment.rows.queryOptions({ input: { personId, kind, search, page } }),
    placeholderData: keepPreviousData,
    ...fresh,
  });

export const usePreview = () =>
  useMutation({ mutationFn: (input: HandOverAsked) => desk.assignment.preview(input) });

export const useHandOver = () =>
  useMutation({
    mutationFn: (input: Parameters<typeof desk.assignment.handOver>[0]) => desk.assignment.handOver(input),
  });

export const useHandOvers = (page: number) =>
  useQuery({
    ...calls.assignment.handOvers.queryOptions({ input: { page } }),
    placeholderData: keepPreviousData,
  });

export const useUndoHandOver = () => useMutation(calls.assignment.undo.mutationOptions());

export const handOverPaper =
  (id: number): LoadPaper =>
  (format, signal) =>
    desk.assignment.print({ id, format }, signal ? { signal } : {});
