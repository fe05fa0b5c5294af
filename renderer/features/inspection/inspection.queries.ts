import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { CheckPurpose } from '#shared/features/checklist/checklist.content.ts';
import type { InspectionView } from '#shared/features/inspection/inspection.contract.ts';
import type { PdiStanding } from '#shared/features/inspection/inspection.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { ListInput } from '#shared/rpc/record.contract.ts';
import type { LoadPaper } from '#renderer/components/paper/paper-dialog.tsx';
import { useFileAddress, type FileAddress } from '#renderer/hooks/use-file-address.ts';
import { errorData } from '#renderer/transport/client.ts';
import { calls, desk } from '#renderer/transport/desk.ts';
import { answerQueue, type AnswerQueue, type GivenAnswer, type QueuedAnswer } from './answer-queue.ts';
import { useWaking } from './use-waking.ts';

export const useInspection = (id: number | undefined) =>
  useQuery({
    ...calls.inspection.view.queryOptions({ input: { id: id ?? 0 } }),
    enabled: id !== undefined,
    staleTime: 0,
  });

/** The sheet of a check. */
export const checkPaper =
  (id: number): LoadPaper =>
  (format, signal) =>
    desk.inspection.print({ id, format }, signal ? { signal } : {});

/** Orders the sheets of many checks. */
export const printChecks = (order: { readonly list: Partial<ListInput> }) =>
  desk.inspection.printBatch(order);

export const useWaiting = (mine: boolean) =>
  useQuery(calls.inspection.waiting.queryOptions({ input: { mine } }));

export const useCoverage = (span: { readonly from: Day; readonly to: Day }) =>
  useQuery(calls.inspection.coverage.queryOptions({ input: span }));

export const useStanding = (stockId: number | undefined) =>
  useQuery({
    ...calls.inspection.standing.queryOptions({ input: { stockId: stockId ?? 0 } }),
    enabled: stockId !== undefined,
  });

/** Rows of a list that ask for their standings within one moment are answered by one call. */
let asked: { ids: Set<number>; answer: Promise<ReadonlyMap<number, readonly PdiStanding[]>> } | undefined;
function standingsOf(stockId: number): Promise<readonly PdiStanding[]> {
  if (!asked || asked.ids.size >= 500) {
    const ids = new Set<number>();
    const answer = new Promise<void>((resolve) => setTimeout(resolve, 10)).then(async () => {
      asked = undefined;
      const found = await desk.inspection.standings({ stockIds: [...ids] });
      return new Map(found.map((one) => [one.stockId, one.standings]));
    });
    asked = { ids, answer };
  }
  asked.ids.add(stockId);
  return asked.answer.then((found) => found.get(stockId) ?? []);
}

export const useListStandings = (stockId: number, enabled: boolean) =>
  useQuery({
    queryKey: [...calls.inspection.key(), 'list-standing', stockId],
    queryFn: () => standingsOf(stockId),
    enabled,
  });

/** Commands after which everything of checks is read again. */
function useInspectionMutation<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => client.invalidateQueries({ queryKey: calls.inspection.key() }),
  });
}

export const useStart = () =>
  useInspectionMutation((what: { purpose: CheckPurpose; stockId?: number; repairId?: number }) =>
    desk.inspection.start(what),
  );
export const useReinspect = () => useInspectionMutation(desk.inspection.reinspect);
export const useAnswerRest = () => useInspectionMutation(desk.inspection.answerRest);
export const useDescribe = () => useInspectionMutation(desk.inspection.describe);
export const useMark = () => useInspectionMutation(desk.inspection.mark);
export const useUnmark = () => useInspectionMutation(desk.inspection.unmark);
export const useRemovePhoto = () => useInspectionMutation(desk.inspection.removePhoto);
export const useFinish = () => useInspectionMutation(desk.inspection.finish);
export const useVoid = () => useInspectionMutation(desk.inspection.void);

/** Address of a photo inside this window, or why there is none. */
export const usePhoto = (photoId: number, size: 'thumbnail' | 'full'): FileAddress =>
  useFileAddress(['inspection-photo', photoId, size], (signal) =>
    desk.inspection.photo({ photoId, size }, { signal }),
  );

/** The view with an answer that has arrived, so that nothing flickers until it is read again. */
function withAnswer(
  view: InspectionView,
  item: string,
  version: number,
  answer: GivenAnswer,
  personName: string,
): InspectionView {
  const before = view.answers.find((one) => one.item === item);
  const line = {
    ...answer,
    item,
    version,
    personName,
    at: before?.at ?? '',
    photos: before?.photos ?? 0,
    carriedFrom: null,
  };
  return { ...view, answers: [...view.answers.filter((one) => one.item !== item), line] };
}

type Answerer = { readonly personId: number; readonly name: string };
type Shelf = { readonly queue: AnswerQueue; readonly listeners: Set<() => void> };

/** One queue per check and person, for as long as the window lives: leaving the page stops nothing. */
const shelves = new Map<string, Shelf>();

/** What of a check waits on this computer for whom; the sample store has checks with the same ids. */
export const checkKey = (id: number, personId: number, sample: boolean): string =>
  `desk-check.${sample ? 'sample.' : ''}${personId}.${id}`;

function shelfOf(client: QueryClient, id: number, { personId, name }: Answerer, sample: boolean): Shelf {
  const key = checkKey(id, personId, sample);
  const known = shelves.get(key);
  if (known) return known;
  const listeners = new Set<() => void>();
  const queue = answerQueue({
    key,
    shelf: window.localStorage,
    send: async (item, version, answer) =>
      (await desk.inspection.answer({ id, item, version, answer })).version,
    errorOf: errorData,
    onChange: () => {
      for (const listener of listeners) listener();
    },
    onSaved(item, version, answer) {
      client.setQueryData<InspectionView>(
        calls.inspection.view.queryKey({ input: { id } }),
        (view) => view && withAnswer(view, item, version, answer, name),
      );
    },
    later(work, ms) {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
  });
  const made = { queue, listeners };
  shelves.set(key, made);
  return made;
}

/** Answers of one check on their way to the core; they outlive a reload and a kill. */
export function useAnswerQueue(
  id: number,
  me: Answerer,
  sample: boolean,
): { readonly queue: AnswerQueue; readonly entries: ReadonlyMap<string, QueuedAnswer> } {
  const client = useQueryClient();
  const { queue, listeners } = shelfOf(client, id, me, sample);
  const entries = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => queue.entries(),
  );
  useEffect(() => queue.wake(), [queue]);
  useWaking(queue);
  return { queue, entries };
}
